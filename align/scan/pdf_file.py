"""PDF: its pages as pictures, rendered with PDFium.

PDFium is not made for threads: all that uses it holds :data:`PDFIUM`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from align.errors import ReadError
from align.scan.extra import library
from align.scan.frame import Frame
from align.scan.raster import pixel_limit
from align.scan.shades import grey_where_plain

if TYPE_CHECKING:
    from PIL.Image import Image

PDFIUM = RLock()
"""Held while PDFium works."""

POINTS = 72
"""Points an inch, the unit of a PDF."""

A4 = 8.27, 11.69
"""Inches."""

USUAL_DPI = 300.0
"""The resolution at which a page is rendered that is not one picture."""

LEAST_PART = 0.01
"""The part of a page from which a picture on it counts; a scan may be cut into strips."""

UNLOCK = "open it in a viewer, and save or print it to a new PDF without a password"
"""What to do with a PDF that is encrypted, for people."""


@contextmanager
def opened_pdf(path: Path) -> Iterator[Any]:
    """A PDF opened with PDFium (``pypdfium2.PdfDocument``).

    Raises:
        ReadError: The file is missing, damaged, or wants a password.
    """
    pdfium = library("pypdfium2")
    if not path.is_file():
        raise ReadError(f"{path}: no such file; check the path")
    with PDFIUM:
        try:
            document = pdfium.PdfDocument(path)
        except pdfium.PdfiumError as error:
            raise ReadError(f"{path}: {_why(str(error))}") from error
        try:
            yield document
        except pdfium.PdfiumError as error:
            raise ReadError(f"{path}: a damaged PDF ({error}); download or export it again") from error
        finally:
            document.close()


def pdf_frames(path: Path) -> list[Frame]:
    """The size and resolution of each page.

    A page that is one picture has the resolution of that picture, any other :data:`USUAL_DPI`. A page that is
    damaged counts as a sheet of A4: the pages behind it keep their numbers.

    Raises:
        ReadError: As :func:`opened_pdf`.
    """
    with opened_pdf(path) as document:
        return [_frame(document, number) for number in range(len(document))]


def pdf_page(document: Any, number: int) -> tuple[Any, str]:  # noqa: ANN401
    """A page of a PDF that is open, or ``None`` and why it cannot be read."""
    try:
        return document[number], ""
    except library("pypdfium2").PdfiumError as error:
        return None, f"a damaged page ({str(error).rstrip('.')})"


def pdf_picture(path: Path, number: int, dpi: float) -> Image:
    """A page rendered, upright, in colour or in grey.

    Args:
        path: The PDF.
        number: The page, from 0.
        dpi: Pixels an inch.

    Raises:
        ReadError: As :func:`opened_pdf`; or there is no such page, or it would have no pixel or too many.
    """
    with opened_pdf(path) as document:
        if number >= len(document):
            raise ReadError(f"{path}: expected page {number + 1}, the PDF has {len(document)}")
        page, problem = pdf_page(document, number)
        if problem:
            raise ReadError(f"{path}: page {number + 1}: {problem}; download or export the PDF again")
        across, down = page.get_size()
        if min(across, down) <= 0:
            raise ReadError(f"{path}: page {number + 1} is cut to nothing (its crop box), it has no picture")
        if across * down * (dpi / POINTS) ** 2 > pixel_limit():
            raise ReadError(
                f"{path}: page {number + 1} at {dpi:g} dpi has more than {pixel_limit():,} pixels, which are "
                "not rendered"
            )
        picture: Image = page.render(scale=dpi / POINTS, draw_annots=False).to_pil()  # in RGB
    return grey_where_plain(picture)


def _frame(document: Any, number: int) -> Frame:  # noqa: ANN401
    from math import ceil, sqrt

    page, problem = pdf_page(document, number)
    if problem:
        return Frame(round(A4[0] * USUAL_DPI), round(A4[1] * USUAL_DPI), USUAL_DPI)
    across, down = page.get_size()
    largest = sqrt(pixel_limit() / max(across * down, 1)) * POINTS * 0.99
    dpi = round(min(covering_dpi(page) or USUAL_DPI, largest), 2)
    scale = dpi / POINTS
    return Frame(max(ceil(across * scale), 1), max(ceil(down * scale), 1), dpi)


def covering_dpi(page: Any) -> float | None:  # noqa: ANN401  # pypdfium2.PdfPage
    """The resolution of the pictures that cover more than half of a page; ``None`` where none do."""
    image, (across, down) = library("pypdfium2.raw").FPDF_PAGEOBJ_IMAGE, page.get_size()
    covered, finest = 0.0, 0.0
    for part in page.get_objects(filter=(image,), max_depth=3):
        left, bottom, right, top = part.get_bounds()
        area = (right - left) * (top - bottom)
        width, height = part.get_px_size()
        if area > LEAST_PART * across * down:
            covered += area
            finest = max(finest, (width * height / area) ** 0.5 * POINTS)
    return min(max(finest, 100.0), 600.0) if covered * 2 > across * down else None


def _why(error: str) -> str:
    if "password" in error.lower():
        return f"a PDF with a password; {UNLOCK}"
    if "security" in error.lower():
        return f"a PDF with a kind of encryption that is not known; {UNLOCK}"
    return f"a damaged PDF ({error}); download or export it again"
