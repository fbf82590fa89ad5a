"""The pictures of a scan: a picture, a TIFF or a PDF of several pages, or a folder of such files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from align.errors import ReadError
from align.scan.picture_heads import READ_PICTURES, kind_by_bytes
from align.scan.pictures import frames_that_open
from align.scan.scan_picture import ScanPicture, shown

PICTURE_SUFFIXES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
    ".bmp",
    ".webp",
    ".jp2",
    ".gif",
    ".pbm",
    ".pgm",
    ".ppm",
)
"""Ends of names of pictures, in small letters."""

OTHER_PAGES = (".pdf", ".djvu", ".heic", ".heif", ".avif", ".jxl", ".psd", ".jfif", ".jpe", ".jxr")
"""Ends of names of files that may hold pages and that are not read in a folder, unless they are pictures."""

HEAD = 16
"""Bytes by which a picture is known whose name does not tell it."""

SHORT_HEAD = "PNM"
"""A format that is known by its name alone: a text may begin as it does."""


@dataclass(frozen=True)
class ScanFiles:
    """The pictures of a scan that can be opened, in order, and the files left out, with the reason."""

    pictures: tuple[ScanPicture, ...]
    broken: tuple[str, ...] = ()


def picture_files(folder: Path) -> list[Path]:
    """The pictures in a folder by name or first bytes, ``page 2`` before ``page 10``.

    Raises:
        ReadError: The folder cannot be read.
    """
    try:
        found = [path for path in folder.iterdir() if is_picture(path)]
    except OSError as error:
        raise ReadError(f"{folder}: cannot be read ({error.strerror or error})") from error
    return sorted(found, key=lambda path: natural_order(path.name))


def is_picture_name(name: str) -> bool:
    """Whether a file is a picture by the end of its name; hidden files are none."""
    return name.lower().endswith(PICTURE_SUFFIXES) and not name.startswith(".")


def is_picture(path: Path) -> bool:
    """Whether a file is a picture by the end of its name or its first bytes; hidden files are none."""
    if is_picture_name(path.name):
        return path.is_file()
    return not path.name.startswith(".") and kind_by_bytes(_head(path), READ_PICTURES) not in ("", SHORT_HEAD)


def _head(path: Path) -> bytes:
    """The first bytes of a file; none where they cannot be read."""
    with suppress(OSError):
        if path.is_file():
            with path.open("rb") as stream:
                return stream.read(HEAD)
    return b""


def natural_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts names with numbers in them as people do.

    Example:
        >>> sorted(["p10.png", "p9.png", "P1.png"], key=natural_order)
        ['P1.png', 'p9.png', 'p10.png']
    """
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((1, int(part), part) if part.isdecimal() else (0, 0, part) for part in parts if part)


def scan_files(path: Path) -> ScanFiles:
    """The pictures of a file or a folder, not yet decoded.

    Raises:
        ReadError: The file cannot be opened; or none of the folder's files can.
    """
    if not path.is_dir():
        return _pictures(path, path.name)
    found = _of_files(picture_files(path), path)
    return replace(found, broken=(*found.broken, *_others(path)))


def _others(folder: Path) -> list[str]:
    """What else in a folder may hold pages: files of other formats, and folders with pictures."""
    named = sorted(folder.iterdir(), key=lambda path: natural_order(path.name))
    visible = [path for path in named if not path.name.startswith(".")]
    ended = [path for path in visible if path.name.lower().endswith(OTHER_PAGES) and path.is_file()]
    files = [path for path in ended if not is_picture(path)]
    names = [shown(path.name) for path in (*files, *filter(_holds_pictures, visible))]
    more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""
    reason = "not read in a folder of pictures; save its pages there as PNG or JPEG, or give it alone"
    return [f"{', '.join(names[:3])}{more}: {reason}"] if names else []


def _holds_pictures(path: Path) -> bool:
    with suppress(OSError):
        return path.is_dir() and any(map(is_picture, path.iterdir()))
    return False


def _of_files(files: Sequence[Path], folder: Path) -> ScanFiles:
    if not files:
        raise ReadError(f"{folder}: expected pictures of pages ({', '.join(PICTURE_SUFFIXES)}), found none")
    pictures: list[ScanPicture] = []
    broken: list[str] = []
    for file in files:
        try:
            found = _pictures(file, f"{folder.resolve().name}/{file.name}")
        except ReadError as error:
            broken.append(str(error).replace(f"{shown(file)}:", f"{shown(file.name)}:", 1))
        else:
            pictures += found.pictures
            broken += found.broken
    if not pictures:
        raise ReadError(f"{folder}: none of its {len(files)} pictures can be opened; the first: {broken[0]}")
    return ScanFiles(tuple(pictures), tuple(broken))


def _pictures(file: Path, name: str) -> ScanFiles:
    found, problem = frames_that_open(file)
    pictures = tuple(ScanPicture(file, number, frame, name) for number, frame in enumerate(found))
    return ScanFiles(pictures, (f"{file.name}: {problem}",) if problem else ())
