"""Files that are written: checked before the work, and written whole after it."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import OutputError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PICTURES = frozenset({".png", ".svg"})
DPI = 150
"""Dots per inch of a picture in pixels."""


def check_picture(path: Path, *read: Path | None, force: bool) -> None:
    """The checks of :func:`check_output`, and that the name is a picture's. Raises :class:`OutputError`."""
    if path.suffix.lower() not in PICTURES:
        raise OutputError(f"expected a picture's name that ends in .png or .svg, got {path}")
    check_output(path, *read, force=force)


def check_output(path: Path, *read: Path | None, force: bool) -> None:
    """Refuse before the work a path that cannot be written after it.

    Args:
        path: The file to write.
        read: Files that are read; none of them is overwritten, even with ``force``.
        force: Whether another file may be overwritten.

    Raises:
        OutputError: The path is read, exists, is a folder, or its folder cannot be written.
    """
    if path.exists() and any(file is not None and file.exists() and path.samefile(file) for file in read):
        raise OutputError(f"{path} is read here and stays as it is; give another path")
    if path.is_dir():
        raise OutputError(f"expected a file to write, {path} is a folder; name a file in it")
    if path.exists() and not force:
        raise OutputError(f"{path} exists; give another path, or --force to write over it")
    if not path.parent.is_dir():
        raise OutputError(f"the folder {path.parent} does not exist; make it first")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OutputError(f"no permission to write {path}; choose another place")


def with_part(path: Path, part: str) -> Path:
    """One of the files of an output that is several: its part of the name is added.

    Args:
        path: The output's name.
        part: What is added. A first word of it that the name has at its end is not added again.

    Example:
        >>> [with_part(Path(name), ".clean.original.txt").name for name in ("letter", "letter.clean")]
        ['letter.clean.original.txt', 'letter.clean.original.txt']
        >>> with_part(Path("letter.ru"), ".json").name, with_part(Path("letter.tmx"), "").name
        ('letter.ru.json', 'letter.tmx')
    """
    first = "." + part[1:].partition(".")[0]
    several = part.count(".") > 1
    return path.with_name((path.name.removesuffix(first) if several else path.name) + part)


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole, text as UTF-8: where writing fails, the file that was there stays.

    Raises:
        OutputError: The disk or its permissions do not allow it.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content.encode() if isinstance(content, str) else content)
        part.replace(path)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}; choose another place") from error
    finally:
        part.unlink(missing_ok=True)


def draw(path: Path, figure: Figure) -> None:
    """Write a picture in the format that the path's suffix names. Raises :class:`OutputError`."""
    stream = io.BytesIO()
    figure.savefig(stream, format=path.suffix[1:].lower(), dpi=DPI)
    write(path, stream.getvalue())
