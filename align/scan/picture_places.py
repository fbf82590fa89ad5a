"""Where the picture of a page may stand.

The name of a picture comes from a file that somebody else may have made, and the picture goes into exports.
So only what stands in the folder of the document, or in one that an export of pages keeps beside it, is
opened. A name that begins at the root of a disk or names another computer counts by its last part alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote

FOLDERS_OF_TEXT = frozenset({"page", "alto", "hocr", "ocr", "xml", "tsv"})
"""Names of folders that hold the text of pages whose pictures stand one folder higher."""

FOLDERS_OF_PICTURES = ("images", "img")
"""Names of folders that hold pictures alone."""


def picture_file(name: str, folders: Iterable[Path]) -> Path | None:
    """The file of a picture.

    Args:
        name: As a document gives it: a path as seen from a folder, also of Windows or as ``file:`` address.
        folders: Where to look, in order; in each for the path, then for its last part.

    Returns:
        The first file that is there and stands, links followed, in one of the folders that are looked into;
        ``None`` where none is. These are the folders that are given, the folders of pictures in them, and
        one folder higher where the name of a folder says that it holds the text of an export.
    """
    searched = [place for folder in folders for place in picture_folders(folder)]
    places = (place / part for place in searched for part in _parts(name))
    roots = [place.resolve() for place in searched]
    return next((place for place in places if _is_file_in(place, roots)), None)


def picture_folders(folder: Path) -> Iterator[Path]:
    """The folders in which the pictures of a document in this folder may stand; some may not be there."""
    absolute = folder.absolute()
    above = [absolute.parent] if absolute.name.lower() in FOLDERS_OF_TEXT else []
    for place in (folder, *above):
        yield place
        yield from (place / inner for inner in FOLDERS_OF_PICTURES)


def _parts(name: str) -> tuple[Path, ...]:
    """The path as seen from a folder, and its last part; of one from a root or an address the last alone."""
    _, mark, address = name.partition("://")
    if mark:
        name = f"/{unquote(address.partition('?')[0])}"
    rooted = bool(PureWindowsPath(name).anchor) or Path(name).is_absolute()
    path = Path(PureWindowsPath(name).as_posix() if "\\" in name else name)
    if path.name in ("", ".."):
        return ()
    return (Path(path.name),) if rooted else (path, Path(path.name))


def _is_file_in(place: Path, roots: Iterable[Path]) -> bool:
    try:
        resolved = place.resolve()
        return any(resolved.is_relative_to(root) for root in roots) and resolved.is_file()
    except (OSError, ValueError, RuntimeError):  # a name too long, with NUL, a circle of links
        return False
