"""Files of an export that belong together: a folder, a ZIP, or files beside each other.

A part of an export whose name begins with ``/`` is a member. Where the members go depends on the name of the
output: one that ends in ``.zip`` is an archive of all of them, one without a suffix a folder. Any other name
is the file of the only member, and where there are several, the name of each stands before the suffix.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from align.errors import OutputError
from align.output import with_part

MEMBER = "/"
LONG_SUFFIXES = (".alto.xml", ".page.xml")
"""Suffixes of two parts; any other is what stands behind the last point."""

EPOCH = 1980, 1, 1, 0, 0, 0
"""The time that an archive gives its members: the same export has the same bytes."""


def paths_of(output: Path, files: Mapping[str, bytes]) -> dict[Path, bytes]:
    """Each file's path -> its bytes.

    Args:
        output: The output's name.
        files: What is added to it, or the name of a member -> the file's bytes.

    Example:
        >>> pages = {"/1.xml": b"<a/>", "/2.xml": b"<b/>"}
        >>> [path.name for path in paths_of(Path("letter.alto.xml"), pages)]
        ['letter-1.alto.xml', 'letter-2.alto.xml']
        >>> [str(path) for path in paths_of(Path("letter"), pages)]
        ['letter/1.xml', 'letter/2.xml']
        >>> [str(path) for path in paths_of(Path("letter.zip"), pages)]
        ['letter.zip']
    """
    members = {name[1:]: data for name, data in files.items() if name.startswith(MEMBER)}
    others = {with_part(output, name): data for name, data in files.items() if name[:1] != MEMBER}
    return others | (_placed(output, members) if members else {})


def folder_of(output: Path, *, members: bool) -> Path:
    """The folder in which the files of an export stand; a ZIP's own folder for what is in it.

    Args:
        output: The output's name.
        members: Whether the files are members.
    """
    return output if members and not output.suffix else output.parent


def make_folder(output: Path, files: Mapping[str, bytes]) -> None:
    """Make the folders of the members, where they go into a folder.

    Raises:
        OutputError: The folder cannot be made.
    """
    if output.suffix:
        return
    for path in paths_of(output, files):
        try:
            if path.is_relative_to(output) and path != output:
                path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"cannot make the folder {path.parent}: {error.strerror or error}") from error


def _placed(output: Path, members: Mapping[str, bytes]) -> dict[Path, bytes]:
    if output.suffix.lower() == ".zip":
        return {output: _archive(members)}
    if not output.suffix:
        return {output / name: data for name, data in members.items()}
    if len(members) == 1:
        return {output: next(iter(members.values()))}
    suffix = next((one for one in LONG_SUFFIXES if output.name.endswith(one)), output.suffix)
    stem = output.name.removesuffix(suffix)
    return {output.with_name(f"{stem}-{Path(name).stem}{suffix}"): data for name, data in members.items()}


def _archive(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
