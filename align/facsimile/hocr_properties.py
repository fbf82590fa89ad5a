"""The properties of hOCR: boxes, confidences, and those of the own name space, ``x_align_…``.

Other programs pass over the own ones. A text in them is in quotation marks; ``%``, ``;``, ``"`` and white
space in it are written as in an address of the web (``%22``), so that the properties can be divided at each
semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from align.facsimile.box import Box
from align.facsimile.decided import corrector, other_readings
from align.facsimile.page import Alternative, Glyph, Page, PageWord, Picture, Points
from align.facsimile.xml_text import legal, number, plain_points

MARK = '"'
_NOT_PLAIN = re.compile(r'[%;"\s]')


def page_properties(page: Page, count: int) -> Iterator[str]:
    """Picture, size, resolution; ``count``: the number of the page, from 0."""
    if page.picture is not None:
        yield from _picture_name(legal(page.picture.file))
    yield f"bbox 0 0 {page.width} {page.height}"
    yield f"ppageno {count}"
    if page.dpi is not None:
        yield f"scan_res {number(page.dpi)} {number(page.dpi)}"
    if page.picture is not None:
        yield from _picture_properties(page.picture, count)


def _picture_name(file: str) -> Iterator[str]:
    """The name in quotation marks; one that holds such marks is given in full in the own name space."""
    yield f'image "{file.replace(MARK, quote(MARK))}"'
    if MARK in file:
        yield f"x_align_image {quoted(file)}"


def _picture_properties(picture: Picture, count: int) -> Iterator[str]:
    """Which part of the picture the page is; nothing where it is the first page, whole and upright."""
    if count or picture != Picture(picture.file):
        yield f"x_align_frame {picture.frame}"
    if picture.region is not None:
        yield _box("x_align_region", picture.region)
    if picture.turn:
        yield f"x_align_turn {picture.turn}"


def baseline_of(box: Box | None, baseline: Points) -> Iterator[str]:
    """A line through its ends, seen from the lower left corner of the box; its points where that differs."""
    if not baseline:
        return
    (x0, y0), (x1, y1) = baseline[0], baseline[-1]
    described: Points = ()
    if box is not None and x0 != x1:
        slope = round((y1 - y0) / (x1 - x0), 6)
        height = round(y0 + slope * (box.left - x0) - box.bottom, 3)
        yield f"baseline {number(slope)} {number(height)}"
        left, right = box.bottom + height, box.bottom + height + slope * box.width
        described = (box.left, round(left)), (box.right, round(right))
    if described != baseline:
        yield f"x_align_baseline {plain_points(baseline)}"


def word_properties(word: PageWord) -> Iterator[str]:
    """Box, confidence, who corrected the word, other readings."""
    yield from place_of(word.box)
    if word.confidence is not None:
        yield f"x_wconf {number(word.confidence * 100)}"
    elif word.glyphs:
        yield "x_align_wconf none"  # else a reader may take the mean of its characters
    made = corrector(word)
    if made is not None:
        yield f"x_align_by {quoted(str(made))}"
    yield from _alternatives(other_readings(word))


def glyph_properties(glyph: Glyph) -> Iterator[str]:
    """Box, confidence, other readings."""
    if glyph.box is not None:
        yield _box("x_bboxes", glyph.box)
    if glyph.confidence is not None:
        yield f"x_conf {number(glyph.confidence * 100)}"
    yield from _alternatives(glyph.alternatives)


def _alternatives(alternatives: Iterable[Alternative]) -> Iterator[str]:
    """Text, confidence in per cent (``-`` where there is none) and source of each."""
    readings = [
        f"{quoted(one.text)} {'-' if one.confidence is None else number(one.confidence * 100)} "
        f"{quoted(one.source)}"
        for one in alternatives
    ]
    if readings:
        yield f"x_align_alternatives {' '.join(readings)}"


def place_of(box: Box | None, outline: Points = ()) -> Iterator[str]:
    """Box and outline, where there are some."""
    if box is not None:
        yield _box("bbox", box)
    if outline:
        yield f"poly {plain_points(outline)}"


def _box(name: str, box: Box) -> str:
    return f"{name} {box.left} {box.top} {box.right} {box.bottom}"


def quoted(text: str) -> str:
    """In quotation marks, as the properties of this name space hold a text."""
    plain = _NOT_PLAIN.sub(lambda found: quote(found[0], safe=""), legal(text))
    return f'"{plain}"'
