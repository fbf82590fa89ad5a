"""PAGE XML 2010-2019 (of PRImA, Transkribus, eScriptorium, OCR-D) -> pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from align.facsimile.box import Box
from align.facsimile.number_list import number
from align.facsimile.page import Page, PageBlock, PageLine, Picture, Points
from align.facsimile.page_frame import LARGEST, PageFrame
from align.facsimile.page_words import words_of
from align.facsimile.page_xml_order import CELLS, lines_of, local_name, regions_of
from align.facsimile.page_xml_own import has_outline, own_box, own_picture
from align.facsimile.page_xml_readings import edges_of, line_words, points_of, readings_of
from align.facsimile.reading_tally import ReadingTally

STRUCTURE = re.compile(r"\b(?:structure|type)\s*\{[^}]*?\btype\s*:\s*([^;}]+)")
"""The kind of a region in the attribute that is left to programs."""

RUNNING = "paragraph"
"""The kind of a region of running text."""

TABLE = "table"
TURNS = 0, 90, 180, 270
CENTIMETRES = 2.54
"""To an inch."""


def pages_of_page_xml(root: Any, tally: ReadingTally | None = None) -> tuple[Page, ...]:  # noqa: ANN401
    """The page of a file of PAGE XML.

    A block is a region. Of several readings of a line, a word or a character that of the lowest rank is its
    text, the others are alternatives. The words of a line are read where each has a text, else the text of
    the line, split at white space.

    Args:
        root: The root of the file, parsed by lxml; any name space, or none.
        tally: Counts what is left out or cut.

    Returns:
        The page, in a tuple; none where the file has none.

    Example:
        >>> from lxml import etree
        >>> line = "<TextLine><TextEquiv><Unicode>Баш ответ</Unicode></TextEquiv></TextLine>"
        >>> size = 'imageFilename="p.png" imageWidth="10" imageHeight="5"'
        >>> page = f"<PcGts><Page {size}><TextRegion>{line}</TextRegion></Page></PcGts>"
        >>> [page.text for page in pages_of_page_xml(etree.fromstring(page))]
        ['Баш ответ']
    """
    tally = ReadingTally() if tally is None else tally
    name = root.get("pcGtsId") or ""
    return tuple(_page(element, name, tally) for element in root.iterchildren("{*}Page"))


def engine_of_page_xml(root: Any) -> str:  # noqa: ANN401
    """What made the file, on one line; empty where it is not named."""
    return " ".join((root.findtext("{*}Metadata/{*}Creator") or "").split())


def _page(element: Any, name: str, tally: ReadingTally) -> Page:  # noqa: ANN401
    places = map(edges_of, element.iter("{*}TextLine", "{*}Word"))
    size = number(element.get("imageWidth")), number(element.get("imageHeight"))
    turn = round(number(element.get("orientation")) or 0) % 360
    frame = PageFrame.of(size, places, tally, turn=turn if turn in TURNS else 0)
    blocks = tuple(_blocks(element, frame))
    return Page(frame.width, frame.height, blocks, _picture(element, frame), _dpi(element), name)


def _picture(page: Any, frame: PageFrame) -> Picture | None:  # noqa: ANN401
    file = (page.get("imageFilename") or "").strip()
    return own_picture(Picture(file, turn=frame.turn), page) if file else None


def _dpi(page: Any) -> float | None:  # noqa: ANN401
    given, unit = number(page.get("imageXResolution")), page.get("imageResolutionUnit")
    if given is None or not 0 < given <= LARGEST or unit == "other":
        return None
    return given * CENTIMETRES if unit == "PPCM" else given


def _blocks(page: Any, frame: PageFrame) -> Iterator[PageBlock]:  # noqa: ANN401
    for region in regions_of(page):
        lines = tuple(line for one in lines_of(region) if (line := _line(one, frame)) is not None)
        lines = lines or tuple(_lines_of_text(region, frame))
        if lines:
            box = own_box(region, points_of(region), frame)
            outline = _outline(region, frame, box)
            yield PageBlock(lines, box, _kind(region), outline, region.get("id") or "")


def _kind(region: Any) -> str:  # noqa: ANN401
    """What the region is called; of running text nothing."""
    found = STRUCTURE.search(region.get("custom") or "")
    kind = unquote(found[1].strip()) if found else region.get("type") or ""
    return (TABLE if local_name(region) == CELLS else "") if kind in ("", RUNNING) else kind


def _outline(element: Any, frame: PageFrame, box: Box | None) -> Points:  # noqa: ANN401
    """The polygon around an element, unless it is only its box."""
    points, own = frame.points(points_of(element)), has_outline(element)
    if own is not None:
        return points if own else ()
    if box is not None and len(points) in (4, 5):
        corners = {(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)}
        return () if set(points) == corners else points
    return points


def _line(element: Any, frame: PageFrame) -> PageLine | None:  # noqa: ANN401
    words = line_words(element, frame)
    if not words:
        return None
    box = own_box(element, points_of(element), frame)
    baseline = frame.points(points_of(element, "Baseline"))
    return PageLine(words, box, baseline, _outline(element, frame, box), element.get("id") or "")


def _lines_of_text(region: Any, frame: PageFrame) -> Iterator[PageLine]:  # noqa: ANN401
    """The lines of a region that has its text itself."""
    given = readings_of(region)
    texts = given[0].text.splitlines() if given else ()
    for text in texts:
        if text.strip():
            yield PageLine(words_of(text, frame.tally, confidence=given[0].confidence))
