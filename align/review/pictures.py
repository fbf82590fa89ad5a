"""Pictures of pages for the screen of a review: opened when first needed, cut, made smaller, encoded.

A page at 300 dpi takes 9 to 26 MB in memory. So only the pages used last stay open, within a limit for the
whole process, whatever the number of reviews; encoded pictures are small, more of them are kept.
"""

from __future__ import annotations

import io
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from align.errors import AlignError, InputError, ReadError
from align.facsimile.box import Box
from align.facsimile.page import Page, Picture
from align.review.bounded_cache import BoundedCache
from align.scan.picture_places import picture_file
from align.scan.pictures import page_picture

if TYPE_CHECKING:
    from PIL.Image import Image

OPEN_BYTES = 100_000_000
"""Decoded pages that stay open; the one used last stays, whatever its size."""

MAX_OPEN = 3
"""Likewise, their number."""

ENCODED_BYTES = 16_000_000
"""Encoded pictures that are kept."""

MAX_PIXELS = 16_000_000
"""Of one picture that is sent."""

SMALL = 200_000
"""Pixels of the picture of some lines; a larger one is scaled in a quarter of the time, a little softer."""


@dataclass(frozen=True)
class EncodedPicture:
    """A part of a page as the screen gets it; ``media``: its media type."""

    data: bytes = field(repr=False)
    media: str
    width: int
    height: int


class PagePictures:
    """Parts of the pictures of pages.

    Attributes:
        opened: How many pictures were opened so far.
    """

    def __init__(self, limit: int = OPEN_BYTES, most: int = MAX_OPEN) -> None:
        self.opened = 0
        self.pages: BoundedCache[Image] = BoundedCache(limit, _bytes_of, most)
        self.encoded: BoundedCache[EncodedPicture] = BoundedCache(ENCODED_BYTES, lambda one: len(one.data))
        self._lock = RLock()  # widgets of one notebook may run in threads of their own

    def part(
        self, page: Page, box: Box, scale: float, folders: Sequence[Path], *, compact: bool = False
    ) -> EncodedPicture:
        """A part of a page.

        Args:
            page: The page.
            box: The part, in pixels of the page.
            scale: Pixels of the result for one of the page.
            folders: Where its picture is looked for, one after the other.
            compact: Whether it is to be small (WebP) rather than soon there (JPEG): a line of typescript is a
                third smaller so, and takes ten times as long to encode.

        Returns:
            The part, encoded.

        Raises:
            InputError: The result would be too large.
            ReadError: The page has no picture, or it is missing or broken.
            ModelError: The library that opens pictures is not installed.
        """
        size = max(round(box.width * scale), 1), max(round(box.height * scale), 1)
        if size[0] * size[1] > MAX_PIXELS:
            raise InputError(
                f"a picture of {size[0]} x {size[1]} pixels is too large; ask for a smaller part"
            )
        if page.picture is None:
            raise ReadError("the file that was read names no picture of this page")
        key = (page.picture, page.width, page.height, page.dpi, _stamp(page.picture, folders))
        with self._lock:
            return self.encoded.get(
                (key, box, size, compact),
                lambda: _encoded(self._open(key, page, folders), box, size, compact=compact),
            )

    def _open(self, key: Hashable, page: Page, folders: Sequence[Path]) -> Image:
        def opened() -> Image:
            self.opened += 1
            return _plain(first_picture(page, folders))

        return self.pages.get(key, opened)


def _stamp(picture: Picture, folders: Sequence[Path]) -> Hashable:
    """The file of a picture as it is now: another one of the same name is opened anew."""
    path = picture_file(picture.file, folders)
    if path is None:
        return tuple(folders)
    status = path.stat()
    return path.resolve(), status.st_mtime_ns, status.st_size


def first_picture(page: Page, folders: Sequence[Path]) -> Image:
    """The picture of a page from the first folder that has it.

    Args:
        page: The page.
        folders: Where it is looked for, in order.

    Raises:
        ReadError: No folder has it: that of the first.
        ModelError: The library that opens pictures is not installed.
    """
    failed: list[AlignError] = []
    for folder in folders:
        try:
            return page_picture(page, folder)
        except ReadError as error:
            failed.append(error)
    if failed:
        raise failed[0]
    name = page.picture.file if page.picture is not None else "the page"
    raise ReadError(f"{name}: the picture of the page is missing; no folder is known in which it may stand")


def _plain(picture: Image) -> Image:
    """In grey where it has no colour, else in colour."""
    if picture.mode in ("L", "RGB"):
        return picture
    return picture.convert("L" if picture.mode in ("1", "I", "I;16", "F") else "RGB")


def _bytes_of(picture: Image) -> int:
    return picture.width * picture.height * len(picture.getbands())


def _encoded(picture: Image, box: Box, size: tuple[int, int], *, compact: bool) -> EncodedPicture:
    from PIL.Image import Resampling

    part = (box.left, box.top, box.right, box.bottom)
    sharpest = size[0] * size[1] <= SMALL
    way = Resampling.LANCZOS if sharpest else Resampling.HAMMING
    scaled = picture.resize(size, way, part, reducing_gap=3.0 if sharpest else None)
    out = io.BytesIO()
    if compact:
        scaled.save(out, "WEBP", quality=70, method=2)
        return EncodedPicture(out.getvalue(), "image/webp", *size)
    scaled.save(out, "JPEG", quality=75)
    return EncodedPicture(out.getvalue(), "image/jpeg", *size)


SHARED = PagePictures()
"""Those of the process: a cell that is run again does not keep its pages twice."""
