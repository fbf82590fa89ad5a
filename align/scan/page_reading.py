"""One picture -> pages, by Tesseract."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from align.errors import ReadError
from align.facsimile.hocr import pages_of_hocr
from align.facsimile.page import Page
from align.scan.engine_input import INPUT
from align.scan.engine_runs import EngineError, Runs
from align.scan.tesseract import Tesseract

if TYPE_CHECKING:
    from PIL.Image import Image

WEIGHTLESS = re.compile(
    rb"<span class='ocrx_cinfo' id='choice_[\d_]+' title='x_confs 0(?:\.\d+)?'>[^<]*</span>\s*"
)
"""Readings of a character to which the engine gives less than a hundredth: most of what it writes."""


LONGEST = 32_767
"""Pixels of a side of a picture that Tesseract reads."""


@dataclass(frozen=True)
class EngineSettings:
    """What Tesseract is called with: its languages joined with ``+``, ``--psm``, and how long it may take."""

    languages: str
    segmentation: int = 3
    timeout: float = 300.0


def read_page(image: Image, dpi: float, engine: Tesseract, settings: EngineSettings, runs: Runs) -> Page:
    """Read a page: its words with places, confidences and what else their characters may be.

    Args:
        image: The page as the engine is to read it; the places of words are in its pixels.
        dpi: Its pixels an inch.
        engine: The engine.
        settings: Its settings.
        runs: Where the process is kept while it runs.

    Raises:
        EngineError: The engine broke off.
        ReadError: The picture is longer than the engine reads.
    """
    if max(image.size) > LONGEST:
        raise ReadError(
            f"Tesseract reads up to {LONGEST:,} pixels in width and height, found "
            f"{image.width:,} x {image.height:,}: save it smaller, or cut it into pages"
        )
    command = [
        *(engine.program, INPUT, "-", "-l", settings.languages, "--psm", str(settings.segmentation)),
        *("--dpi", str(round(dpi))),
        *("-c", "lstm_choice_mode=2", "-c", "hocr_char_boxes=1", "hocr"),
    ]
    found = _page(runs.run(command, as_bytes(image), settings.timeout))
    return Page(*image.size, found.blocks if found else (), dpi=dpi)


def as_bytes(image: Image) -> bytes:
    """A picture as a file that is quickly written and read (PNM)."""
    stream = io.BytesIO()
    image.save(stream, "PPM")
    return stream.getvalue()


def _page(hocr: bytes) -> Page | None:
    """What the engine wrote; ``None`` where it found nothing.

    Raises:
        EngineError: It wrote no hOCR.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(WEIGHTLESS.sub(b"", hocr), parser)
    except etree.XMLSyntaxError as error:
        raise EngineError(f"Tesseract wrote no hOCR ({str(error)[:100]})") from error
    _drop_identifiers(root)
    return next(iter(pages_of_hocr(root)), None)


def _drop_identifiers(root: Any) -> None:  # noqa: ANN401  # lxml's element
    """Identifiers are counted anew on each page; those that mark what else a character may be stay."""
    for element in root.xpath("//*[@id and not(@class = 'ocrx_cinfo')]"):
        del element.attrib["id"]
