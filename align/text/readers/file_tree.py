"""The files of a folder or of a zip, by their names."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from align.errors import ReadError
from align.scan.scan_files import is_picture
from align.text.readers.decoding import read_bytes
from align.text.readers.zip_guard import damage_reported

DEPTH = 4
"""Folders inside each other that are looked into."""

ENCRYPTED = 1
"""The bit of the flags of a file in a zip that says that it is encrypted."""

ZIP = "zip of pages"
"""What an archive should be, for people."""


class EncryptedZipError(ReadError):
    """A zip whose files are encrypted."""


@dataclass(frozen=True)
class FileTree:
    """Files.

    Attributes:
        path: The folder or the zip.
        names: As seen from there, with ``/`` between folders; hidden files, pipes and devices are left out.
        read: Gives the bytes of a file by its name; its second argument is the most bytes, -1 for all.
    """

    path: Path
    names: tuple[str, ...]
    read: Callable[[str, int], bytes]

    @cached_property
    def by_last_part(self) -> Mapping[str, str]:
        """The last part of each name -> the name."""
        return {name.rpartition("/")[2]: name for name in self.names}

    @cached_property
    def picture_folders(self) -> frozenset[Path]:
        """The folders that hold pictures; none of a zip."""
        files = (self.path / name for name in self.names)
        return frozenset(file.parent for file in files if is_picture(file))


@contextmanager
def opened_tree(path: Path) -> Iterator[FileTree]:
    """The files of a folder and of the folders in it, or of a zip, which is open inside the ``with`` block.

    Raises:
        ReadError: It cannot be read or is damaged.
        EncryptedZipError: It is encrypted.
    """
    if path.is_dir():
        yield FileTree(path, _names(path), lambda name, size: read_bytes(path / name, size))
        return
    with damage_reported(path, ZIP):
        archive = zipfile.ZipFile(path)
    with archive:
        if any(member.flag_bits & ENCRYPTED for member in archive.infolist()):
            raise EncryptedZipError(f"{path}: a {ZIP} with a password; unpack it, and give the folder")
        shown = tuple(name for name in archive.namelist() if all(map(_is_shown, name.split("/"))))
        yield FileTree(path, shown, lambda name, size: _member(path, archive, name, size))


def _names(path: Path) -> tuple[str, ...]:
    try:
        next(path.iterdir(), None)
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error
    return tuple(_walked(path))


def _walked(path: Path) -> Iterator[str]:
    for place, folders, files in os.walk(path):
        inside = Path(place).relative_to(path)
        deep = len(inside.parts) >= DEPTH
        folders[:] = [] if deep else sorted(name for name in folders if _is_shown(name))
        shown = (name for name in sorted(files) if _is_shown(name) and _is_file(Path(place, name)))
        yield from ((inside / name).as_posix() for name in shown)


def _member(path: Path, archive: zipfile.ZipFile, name: str, size: int) -> bytes:
    with damage_reported(path, ZIP), archive.open(name) as stream:
        return stream.read(size)


def _is_shown(name: str) -> bool:
    return bool(name) and not name.startswith((".", "__MACOSX"))


def _is_file(path: Path) -> bool:
    """Whether a file is there; one behind a link that may not be followed is none."""
    try:
        return path.is_file()
    except OSError:
        return False
