"""Files of an export that belong together: a folder, a ZIP, or files beside each other.

A part of an export whose name begins with ``/`` is a member. Where the members go depends on the name of the
output: one that ends in ``.zip`` is an archive of all of them, one without a suffix a folder. Any other name
is the file of the only member, and where there are several, the name of each stands before the suffix.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from align.errors import OutputError
from align.output import check_output, with_part, write

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


def check_files(output: Path, files: Mapping[str, bytes], *read: Path | None, force: bool) -> None:
    """Refuse files that cannot be written, before any of them or their folder is made.

    Args:
        output: The output's name.
        files: What is added to it, or the name of a member -> the file's bytes.
        read: Files that are read; none of them is overwritten, even with ``force``.
        force: Whether other files may be overwritten.

    Raises:
        OutputError: As :func:`align.output.check_output`; or the folder of the output does not exist.
    """
    paths = paths_of(output, files)
    if output.is_dir() or not any(path.parent == output for path in paths):
        for path in paths:
            check_output(path, *read, force=force)
    elif output.exists():
        raise OutputError(f"expected a folder for the files, {output} is a file; give another path")
    else:
        check_output(output, force=force)


def write_files(output: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the files, and make the folder that they go into.

    Returns:
        The files that were written.

    Raises:
        OutputError: The disk or its permissions do not allow it.
    """
    paths = paths_of(output, files)
    _make_folder(output, paths)
    for path, data in paths.items():
        write(path, data)
    return tuple(paths)


def _make_folder(output: Path, paths: Iterable[Path]) -> None:
    try:
        if any(path.parent == output for path in paths):
            output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {output}: {error.strerror or error}") from error


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
