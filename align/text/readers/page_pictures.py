"""The pictures of pages that were read from a file: looked for beside it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from align.errors import ModelError, ReadError
from align.facsimile.page import Page, Picture
from align.scan.picture_places import picture_file, picture_folders
from align.scan.pictures import frames
from align.scan.scan_files import PICTURE_SUFFIXES, is_picture_name

SEVERAL_PAGES = (".tif", ".tiff", ".pdf")
NAMED = 3
"""Pictures that a note names; the others are counted."""


@dataclass(frozen=True)
class PictureFinder:
    """Finds pictures.

    Attributes:
        base: The folder from which the names of pictures are seen.
        file: The file that holds the text of the pages.
    """

    base: Path
    file: Path

    def placed(self, pages: Sequence[Page]) -> tuple[tuple[Page, ...], list[str]]:
        """The pages with the pictures that are there, and the names of those that are missing."""
        found = [self._placed(page, number, len(pages)) for number, page in enumerate(pages)]
        missing = [
            given.picture.file
            for given, page in zip(pages, found, strict=True)
            if given.picture is not None and page is given and self._named(given.picture) is None
        ]
        return tuple(found), missing

    def width(self, page: Page) -> int | None:
        """The pixels across the picture of a page; ``None`` where it is missing or cannot be opened."""
        picture = self._placed(page, 0, 1).picture
        path = picture_file(picture.file, (self.base,)) if picture else None
        if picture is None or path is None:
            return None
        try:
            return frames(path)[picture.frame].width
        except (ReadError, ModelError, IndexError):
            return None

    def _placed(self, page: Page, number: int, count: int) -> Page:
        """The page with the name of its picture as it is seen from the folder of the document."""
        picture = page.picture
        path = self._named(picture) if picture is not None else None
        path = path or self._beside(picture)
        if path is None:
            return page
        given = picture or Picture("", number if path.suffix.lower() in SEVERAL_PAGES and count > 1 else 0)
        return replace(page, picture=replace(given, file=self._seen(path)))

    def _named(self, picture: Picture) -> Path | None:
        return picture_file(picture.file, (self.file.parent,))

    def _beside(self, picture: Picture | None) -> Path | None:
        """A picture that has the name of the one that is given, or of the file, but for its end."""
        stems = [_stem(picture.file)] if picture is not None else []
        names = [stem + suffix for stem in (*stems, self.file.stem) if stem for suffix in PICTURE_SUFFIXES]
        return next((path for name in names if (path := picture_file(name, (self.file.parent,)))), None)

    def _seen(self, path: Path) -> str:
        try:
            return Path(os.path.relpath(path, self.base)).as_posix()
        except ValueError:  # on another drive of Windows
            return path.as_posix()


def pictures_beside(file: Path) -> list[tuple[str, int]]:
    """Names and sizes of the pictures that may be those of a file of pages, or of a zip of such files.

    Raises:
        OSError: A folder cannot be read.
    """
    unpacked = file.with_suffix("")
    inside = unpacked.rglob("*") if file.suffix.lower() == ".zip" and unpacked.is_dir() else ()
    beside = (path for folder in picture_folders(file.parent) if folder.is_dir() for path in folder.iterdir())
    found = {path for path in (*inside, *beside) if is_picture_name(path.name) and path.is_file()}
    return sorted(
        (Path(os.path.relpath(path, file.parent)).as_posix(), path.stat().st_size) for path in found
    )


def _stem(name: str) -> str:
    """The name of a picture without its folders and its end."""
    return PurePosixPath(PureWindowsPath(name).as_posix()).stem


def picture_notes(pages: Sequence[Page], missing: Sequence[str]) -> tuple[str, ...]:
    """A note on pictures that are missing; none where all are there.

    Example:
        >>> picture_notes([], ["p1.tif"])
        ('the picture p1.tif is not beside it; the text is read without it',)
    """
    names = list(dict.fromkeys(missing))
    if len(names) == 1:
        return (f"the picture {names[0]} is not beside it; the text is read without it",)
    if names:
        others = f" and {len(names) - NAMED:,} others" if len(names) > NAMED else ""
        listed = ", ".join(names[:NAMED])
        return (f"pictures that are not beside it: {listed}{others}; the text is read without them",)
    unnamed = sum(page.picture is None for page in pages)
    return (f"pages that name no picture, nor is one of their name beside them: {unnamed:,}",) * (unnamed > 0)
