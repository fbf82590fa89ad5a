"""One picture -> pages, by Tesseract."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from align.facsimile.hocr import pages_of_hocr
from align.facsimile.page import Alternative, Glyph, Page, PageBlock, PageLine, PageWord
from align.scan.engine_input import EngineInput
from align.scan.tesseract import EngineError, Runs, Tesseract

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST = 0.01
"""The confidence from which what else a character may be is kept."""


@dataclass(frozen=True)
class EngineSettings:
    """What Tesseract is called with: its languages joined with ``+``, ``--psm``, and how long it may take."""

    languages: str
    segmentation: int = 3
    timeout: float = 300.0


def read_page(given: EngineInput, engine: Tesseract, settings: EngineSettings, runs: Runs) -> Page:
    """Read a page: its words with places, confidences and what else their characters may be.

    Args:
        given: The page as the engine is to read it.
        engine: The engine.
        settings: Its settings.
        runs: Where the process is kept while it runs.

    Raises:
        EngineError: The engine broke off.
    """
    resolution = ["--dpi", str(round(given.dpi))] if given.dpi else []
    command = [
        *(engine.program, "-", "-", "-l", settings.languages, "--psm", str(settings.segmentation)),
        *resolution,
        *("-c", "lstm_choice_mode=2", "-c", "hocr_char_boxes=1", "hocr"),
    ]
    found = _page(runs.run(command, as_bytes(given.image), settings.timeout))
    read = Page(given.image.width, given.image.height, found.blocks if found else ())
    on_page = given.on_page(read)
    placed = replace(on_page, width=given.width, height=given.height, picture=given.picture, dpi=given.dpi)
    return slimmed(placed)


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
        root = etree.fromstring(hocr, parser)
    except etree.XMLSyntaxError as error:
        raise EngineError(f"Tesseract wrote no hOCR ({str(error)[:100]})") from error
    _drop_identifiers(root)
    return next(iter(pages_of_hocr(root)), None)


def _drop_identifiers(root: Any) -> None:  # noqa: ANN401  # lxml's element
    """Identifiers are counted anew on each page; those that mark what else a character may be stay."""
    for element in root.iter("{*}div", "{*}p", "{*}span"):
        if element.get("class") != "ocrx_cinfo":
            element.attrib.pop("id", None)


def slimmed(page: Page) -> Page:
    """The page without readings of characters that the engine gives no weight."""
    return replace(page, blocks=tuple(map(_slim_block, page.blocks)))


def _slim_block(block: PageBlock) -> PageBlock:
    return replace(block, lines=tuple(map(_slim_line, block.lines)))


def _slim_line(line: PageLine) -> PageLine:
    return replace(line, words=tuple(map(_slim_word, line.words)))


def _slim_word(word: PageWord) -> PageWord:
    return replace(word, glyphs=tuple(map(_slim_glyph, word.glyphs)))


def _slim_glyph(glyph: Glyph) -> Glyph:
    return replace(glyph, alternatives=tuple(_weighty(glyph)))


def _weighty(glyph: Glyph) -> Iterator[Alternative]:
    return (one for one in glyph.alternatives if one.confidence is None or one.confidence >= LEAST)
