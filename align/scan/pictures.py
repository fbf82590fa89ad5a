"""The picture of a page: found, opened, cut out and turned upright.

A :class:`~align.facsimile.page.Picture` speaks of the picture *as it is stored*: the orientation that a
camera noted (EXIF) is not applied, ``turn`` is. But a picture that is noted as mirrored is mirrored, and a
TIFF is turned as it notes. A page without region and turn whose proportions are those of its picture only
when it is turned as the camera noted is turned so.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import ReadError
from align.facsimile.page import Page, Picture
from align.scan.extra import library
from align.scan.frame import Frame
from align.scan.pdf_file import POINTS, USUAL_DPI, opened_pdf, pdf_frames, pdf_picture
from align.scan.picture_places import picture_file
from align.scan.raster import pixel_limit, raster_frames, raster_picture

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = [
    "Frame",
    "frames",
    "frames_that_open",
    "is_pdf",
    "page_picture",
    "picture_file",
    "stored_picture",
    "turned",
]

TOLERANCE = 0.05
"""By what share the proportions of a page and its picture may differ."""


def is_pdf(path: Path) -> bool:
    """Whether a file is a PDF, by its beginning."""
    with path.open("rb") as stream:
        return b"%PDF-" in stream.read(1024)


def frames(path: Path) -> list[Frame]:
    """How many pages a file has, and of which size, without decoding them.

    Raises:
        ReadError: The file is missing, damaged, encrypted, or has a page of too many pixels.
        ModelError: A library is missing.
    """
    return frames_that_open(path)[0]


def frames_that_open(path: Path) -> tuple[list[Frame], str]:
    """As :func:`frames`, and why the pages behind these cannot be opened; empty where all can."""
    return (pdf_frames(path), "") if _checked_pdf(path) else raster_frames(path)


def stored_picture(path: Path, number: int = 0, dpi: float | None = None) -> Image:
    """A page of a file as it is stored, neither cut nor turned.

    Args:
        path: A picture, a TIFF of several pages or a PDF.
        number: The page, from 0.
        dpi: Pixels an inch of a page of a PDF; 300 where it is ``None``.

    Raises:
        ReadError: As :func:`frames`; or there is no such page.
        ModelError: A library is missing.
    """
    if _checked_pdf(path):
        return pdf_picture(path, number, dpi or USUAL_DPI)
    return raster_picture(path, number)


def page_picture(page: Page, folder: Path | None = None) -> Image:
    """The picture of a page: upright, in grey or colour, of the width and height of the page.

    A picture of another resolution is scaled. The picture is decoded anew each time; keep it where several
    parts of it are needed.

    Args:
        page: The page.
        folder: Where its document stands; the working directory where it is ``None``.

    Raises:
        ReadError: The page names no picture; it is missing, damaged, encrypted or too large; or it has
            other proportions than the page, or the page is too large.
        ModelError: A library is missing.

    Example:
        >>> page_picture(Page(100, 200))
        Traceback (most recent call last):
            ...
        align.errors.ReadError: the page names no picture
    """
    if page.picture is None:
        raise ReadError("the page names no picture")
    path = picture_file(page.picture.file, (folder or Path(),))
    if path is None:
        raise ReadError(f"{page.picture.file}: the picture of the page is missing; put it beside the text")
    stored = stored_picture(path, page.picture.frame, page.dpi or _fitting_dpi(path, page))
    upright = _upright(stored, page.picture)
    if page.picture.region is None and page.picture.turn == 0 and not _fits(upright.size, page):
        upright = turned(upright, _noted_turn(path, page.picture.frame))
    return _of_size(upright, page, path)


def _checked_pdf(path: Path) -> bool:
    try:
        if path.exists() and not path.is_file():  # a pipe may never end
            raise ReadError(f"{path}: expected a picture or a PDF, found a pipe, a device or a folder")
        return is_pdf(path)
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such picture; check the path") from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error})") from error


def _fitting_dpi(path: Path, page: Page) -> float | None:
    """The resolution at which a page of a PDF has the width of a page that states no resolution."""
    if page.picture is None or page.picture.region or not _checked_pdf(path):
        return None
    with opened_pdf(path) as document:
        if page.picture.frame >= len(document):
            return None
        across, down = document[page.picture.frame].get_size()
        return POINTS * page.width / float(down if page.picture.turn in (90, 270) else across)


def _upright(stored: Image, picture: Picture) -> Image:
    region = picture.region and picture.region.within(*stored.size)
    if picture.region and region is None:
        raise ReadError(f"{picture.file}: the region {picture.region} is outside the picture, {stored.size}")
    cut = stored.crop((region.left, region.top, region.right, region.bottom)) if region else stored
    return turned(cut, picture.turn)


def turned(image: Image, turn: int) -> Image:
    """A picture turned clockwise by 0, 90, 180 or 270 degrees."""
    transpose = library("PIL.Image").Transpose
    ways = {90: transpose.ROTATE_270, 180: transpose.ROTATE_180, 270: transpose.ROTATE_90}
    return image.transpose(ways[turn]) if turn in ways else image


def _noted_turn(path: Path, number: int) -> int:
    return frames(path)[number].turn


def _fits(size: tuple[int, int], page: Page) -> bool:
    """Whether a picture has the proportions of a page."""
    width, height = size
    return abs(width * page.height / (height * page.width) - 1) <= TOLERANCE


def _of_size(image: Image, page: Page, path: Path) -> Image:
    if image.size == (page.width, page.height):
        return image
    if not _fits(image.size, page):
        raise ReadError(
            f"{path}: the picture has {image.width} x {image.height} pixels, its page {page.width} x "
            f"{page.height}: is it the picture of another page?"
        )
    most = pixel_limit()
    if page.width * page.height > most:
        raise ReadError(
            f"{path}: expected a page of up to {most:,} pixels, found {page.width:,} x {page.height:,}; its "
            f"picture has {image.width:,} x {image.height:,}: correct the size of the page"
        )
    return image.resize((page.width, page.height), library("PIL.Image").Resampling.LANCZOS)
