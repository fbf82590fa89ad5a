"""Files of pictures (PNG, JPEG, TIFF, WebP, JPEG 2000, BMP, PNM, GIF): their pages, opened with Pillow.

Pillow's guard against decompression bombs stays on: a picture of more pixels than twice its
``MAX_IMAGE_PIXELS`` (178,956,970 where nobody changed it) is not decoded.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO

from align.errors import ReadError
from align.scan.extra import library
from align.scan.frame import Frame
from align.scan.shades import grey_where_plain

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "MPO", "TIFF", "WEBP", "JPEG2000", "BMP", "PPM", "GIF")
"""Pillow's names of the formats that are opened; others, such as EPS, would run programs."""

SEVERAL_PAGES = frozenset({"TIFF"})
"""Formats whose further pictures are pages; those of other formats are films or previews."""

DAMAGED = (OSError, SyntaxError, ValueError, EOFError, struct.error, LookupError, TypeError, ArithmeticError)
"""What Pillow raises for a file that is cut off or broken."""

TURNS = {3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}
"""EXIF orientation -> degrees clockwise to be upright, of a mirrored one after it is mirrored."""

MIRRORED = frozenset({2, 4, 5, 7})
"""EXIF orientations of a picture whose left is its right, as of a negative that lay on the wrong side."""

ORIENTATION = 0x0112

_opening = Lock()
"""Held while a file is open: what is done with warnings is not made for threads."""


def pixel_limit() -> int:
    """The number of pixels up to which pictures are decoded."""
    most: int = library("PIL.Image").MAX_IMAGE_PIXELS or 0
    return 2 * most or 178_956_970


def raster_frames(path: Path) -> tuple[list[Frame], str]:
    """The size, resolution and orientation of each page of a file, from its headers alone.

    Returns:
        The pages that can be opened, and why those behind them cannot: of a TIFF that is cut off the first
        are whole. The reason is empty where all open.

    Raises:
        ReadError: The file or its first page cannot be read, or a page has too many pixels.
    """
    with _opened(path) as image:
        found = [_frame(image, path)]
        while image.format in SEVERAL_PAGES:
            try:
                image.seek(len(found))
                found.append(_frame(image, path))
            except EOFError:
                break
            except DAMAGED as error:
                why = f"page {len(found) + 1} and what stands behind it cannot be read ({error})"
                return found, f"{why}; is the file complete?"
        return found, ""


def raster_picture(path: Path, number: int = 0) -> Image:
    """A page of a file as it is stored, in grey or in colour; what is transparent is white.

    One that its file calls mirrored is mirrored again; one of a TIFF is upright.

    Raises:
        ReadError: The file cannot be read, is cut off, has no such page or too many pixels.
    """
    with _opened(path) as image:
        _seek(image, path, number)
        _frame(image, path)
        is_mirrored = _orientation(image) in MIRRORED
        image.load()
        plain = grey_where_plain(_plain(image))
        return plain.transpose(library("PIL.Image").Transpose.FLIP_LEFT_RIGHT) if is_mirrored else plain


@contextmanager
def _opened(path: Path) -> Iterator[Image]:
    """The file opened, its errors as one line each."""
    image_library = library("PIL.Image")
    try:
        with _opening, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of half the limit, and of what an error tells as well
            with path.open("rb") as stream, _header(stream) as image:
                yield image
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such picture; check the path") from error
    except image_library.UnidentifiedImageError as error:
        known = ", ".join(FORMATS)
        raise ReadError(
            f"{path}: expected a picture ({known}), found another file or a broken one"
        ) from error
    except image_library.DecompressionBombError as error:
        raise ReadError(_too_large(path)) from error
    except MemoryError as error:
        raise ReadError(f"{path}: not enough memory for this picture; save it with fewer pixels") from error
    except DAMAGED as error:
        why = getattr(error, "strerror", None) or error
        raise ReadError(f"{path}: the picture cannot be read ({why}); is the file complete?") from error


def _header(stream: BinaryIO) -> Image:
    """Not by its path: Pillow maps such a file into memory, and then mixes up the sides of a turned TIFF."""
    image_library = library("PIL.Image")
    image_library.init()
    known = [name for name in FORMATS if name in image_library.OPEN]
    opened: Image = image_library.open(stream, formats=known)
    return opened


def _count(image: Image) -> int:
    return int(getattr(image, "n_frames", 1)) if image.format in SEVERAL_PAGES else 1


def _seek(image: Image, path: Path, number: int) -> None:
    """Let the image stand at a page. The pages behind it are not looked at: there may be thousands."""
    with suppress(EOFError):
        if image.format in SEVERAL_PAGES:
            image.seek(number)
            return
        if number == 0:
            return
    with path.open("rb") as stream, _header(stream) as anew:  # Pillow miscounts after the seek
        raise ReadError(f"{path}: expected page {number + 1}, the file has {_count(anew)}")


def _frame(image: Image, path: Path) -> Frame:
    """The page that the image stands at."""
    width, height = image.size
    if width * height > pixel_limit():
        raise ReadError(_too_large(path, f" of {width:,} x {height:,} pixels"))
    return Frame(width, height, _resolution(image), TURNS.get(_orientation(image), 0))


def _orientation(image: Image) -> int:
    """How the camera held it (EXIF). A TIFF is turned by Pillow when it is decoded.

    Of a PNG Pillow decodes the whole to look for that.
    """
    in_head = image.format != "PNG" or "exif" in image.info
    return int(image.getexif().get(ORIENTATION, 1)) if in_head and image.format != "TIFF" else 1


def _too_large(path: Path, size: str = "") -> str:
    return (
        f"{path}: a picture{size} is too large, up to {pixel_limit():,} pixels are read; "
        "save it at a lower resolution, such as 300 dpi"
    )


def _resolution(image: Image) -> float | None:
    """Pixels an inch as the file states them; ``None`` where it does not, or states what no scanner makes."""
    across, *_ = image.info.get("dpi", (None,))
    return round(float(across), 2) if across and 50 <= float(across) <= 2400 else None


def _plain(image: Image) -> Image:
    """The picture in grey or in colour of 8 bits."""
    if image.mode in ("L", "RGB"):
        return image.copy()
    if image.mode.startswith("I"):  # 16 bits a pixel
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in ("1", "F"):
        return image.convert("L")
    if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA", "La", "RGBa"):
        coloured = image.convert("RGBA")
        white: Image = library("PIL.Image").new("RGBA", image.size, "white")
        white.alpha_composite(coloured)
        return white.convert("L" if image.mode == "LA" else "RGB")
    return image.convert("RGB")
