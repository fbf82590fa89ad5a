"""Facsimile -> hOCR: all pages in one file.

What hOCR has no property for stands in properties of its own name space, ``x_align_…``: other programs
pass over them. A text in them is in quotation marks; ``%``, ``;``, ``"`` and white space in it are written as
in an address of the web (``%22``), so that the properties can be divided at each semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from lxml import etree

from align.facsimile.box import Box
from align.facsimile.decided import corrector, other_readings
from align.facsimile.facsimile import Facsimile
from align.facsimile.identifiers import Identifiers, identifiers_of
from align.facsimile.page import Alternative, Glyph, Page, PageBlock, PageLine, PageWord, Picture, Points
from align.facsimile.xml_text import legal, number, plain_points

XHTML = "http://www.w3.org/1999/xhtml"
CAPABILITIES = "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrx_cinfo ocrp_poly ocrp_wconf"

_HTML, _HEAD, _TITLE, _META, _BODY, _DIV, _P, _SPAN = (
    f"{{{XHTML}}}{name}" for name in ("html", "head", "title", "meta", "body", "div", "p", "span")
)
_NOT_PLAIN = re.compile(r'[%;"\s]')


NOTHING: Mapping[str, str] = MappingProxyType({})


def to_hocr(facsimile: Facsimile, title: str = "", about: Mapping[str, str] = NOTHING) -> str:
    """The pages as hOCR 1.2.

    Args:
        facsimile: The pages.
        title: Of the document, for people.
        about: Name -> value: where the text comes from; each is a ``meta`` of the head, ``align.name``.

    Returns:
        The text of the file, which is to be stored as UTF-8. Characters that XML forbids are replacement
        characters in it.

    Example:
        >>> line = PageLine((PageWord("Баш", Box(0, 0, 30, 10), 0.96),))
        >>> text = to_hocr(Facsimile((Page(100, 100, (PageBlock((line,)),)),)))
        >>> "bbox 0 0 30 10; x_wconf 96" in text
        True
    """
    root = etree.Element(_HTML, nsmap={None: XHTML})
    _head(root, facsimile.engine, title, about)
    body = etree.SubElement(root, _BODY)
    identifiers = Identifiers(identifiers_of(*facsimile.pages))
    for count, page in enumerate(facsimile.pages):
        _page(body, page, count, identifiers)
    data = etree.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{data}\n'


def _head(root: Any, engine: str, title: str, about: Mapping[str, str]) -> None:  # noqa: ANN401  # lxml's
    head = etree.SubElement(root, _HEAD)
    etree.SubElement(head, _TITLE).text = legal(title)
    kind = {"http-equiv": "Content-Type", "content": "text/html; charset=utf-8"}
    etree.SubElement(head, _META, kind)
    etree.SubElement(head, _META, {"name": "ocr-system", "content": legal(engine)})
    etree.SubElement(head, _META, {"name": "ocr-capabilities", "content": CAPABILITIES})
    for name, value in about.items():
        etree.SubElement(head, _META, {"name": f"align.{name}", "content": legal(value)})


def _add(
    parent: Any,  # noqa: ANN401
    tag: str,
    name: str,
    properties: Iterable[str],
    ident: str = "",
    tail: str = "\n",
) -> Any:  # noqa: ANN401
    """An element of a class with its properties; without an identifier where that is empty."""
    attributes = {"class": name}
    if ident:
        attributes["id"] = ident
    title = "; ".join(properties)
    if title:
        attributes["title"] = title
    element = etree.SubElement(parent, tag, attributes)
    element.tail = tail
    return element


def _ident(wanted: str, kind: str, identifiers: Identifiers) -> str:
    """An identifier is not needed: what had none gets none."""
    return identifiers.of(wanted, kind) if wanted else ""


def _page(body: Any, page: Page, count: int, identifiers: Identifiers) -> None:  # noqa: ANN401
    ident = _ident(page.id, "page", identifiers)
    element = _add(body, _DIV, "ocr_page", _page_properties(page, count), ident)
    for block in page.blocks:
        _block(element, block, identifiers)


def _page_properties(page: Page, count: int) -> Iterator[str]:
    if page.picture is not None:
        yield f'image "{legal(page.picture.file)}"'
    yield f"bbox 0 0 {page.width} {page.height}"
    yield f"ppageno {count}"
    if page.dpi is not None:
        yield f"scan_res {number(page.dpi)} {number(page.dpi)}"
    if page.picture is not None:
        yield from _picture_properties(page.picture)


def _picture_properties(picture: Picture) -> Iterator[str]:
    yield f"x_align_frame {picture.frame}"
    if picture.region is not None:
        yield _box("x_align_region", picture.region)
    if picture.turn:
        yield f"x_align_turn {picture.turn}"


def _block(parent: Any, block: PageBlock, identifiers: Identifiers) -> None:  # noqa: ANN401
    area = _add(parent, _DIV, "ocr_carea", _place(block.box))
    properties = [*_place(block.box, block.outline)]
    if block.kind:
        properties.append(f"x_align_kind {_quoted(block.kind)}")
    paragraph = _add(area, _P, "ocr_par", properties, _ident(block.id, "par", identifiers))
    for line in block.lines:
        _line(paragraph, line, identifiers)


def _line(parent: Any, line: PageLine, identifiers: Identifiers) -> None:  # noqa: ANN401
    properties = [*_place(line.box, line.outline), *_baseline(line.box, line.baseline)]
    element = _add(parent, _SPAN, "ocr_line", properties, _ident(line.id, "line", identifiers))
    for word in line.words:
        _word(element, word, identifiers)


def _baseline(box: Box | None, baseline: Points) -> Iterator[str]:
    """As a line through its ends, seen from the lower left corner of the box; and its own points."""
    if not baseline:
        return
    (x0, y0), (x1, y1) = baseline[0], baseline[-1]
    if box is not None and x0 != x1:
        slope = (y1 - y0) / (x1 - x0)
        yield f"baseline {slope:.4g} {y0 + slope * (box.left - x0) - box.bottom:.4g}"
    yield f"x_align_baseline {plain_points(baseline)}"


def _word(parent: Any, word: PageWord, identifiers: Identifiers) -> None:  # noqa: ANN401
    ident = _ident(word.id, "word", identifiers)
    element = _add(parent, _SPAN, "ocrx_word", _word_properties(word), ident, tail=" ")
    if not word.glyphs:
        element.text = legal(word.text)
    for glyph in word.glyphs:
        properties = [*_glyph_properties(glyph)]
        _add(element, _SPAN, "ocrx_cinfo", properties, tail="").text = legal(glyph.text)


def _word_properties(word: PageWord) -> Iterator[str]:
    yield from _place(word.box)
    if word.confidence is not None:
        yield f"x_wconf {number(word.confidence * 100)}"
    elif word.glyphs:
        yield "x_align_wconf none"  # else a reader may take the mean of its characters
    made = corrector(word)
    if made is not None:
        yield f"x_align_by {_quoted(str(made))}"
    yield from _alternatives(other_readings(word))


def _glyph_properties(glyph: Glyph) -> Iterator[str]:
    if glyph.box is not None:
        yield _box("x_bboxes", glyph.box)
    if glyph.confidence is not None:
        yield f"x_conf {number(glyph.confidence * 100)}"
    yield from _alternatives(glyph.alternatives)


def _alternatives(alternatives: Iterable[Alternative]) -> Iterator[str]:
    """Text, confidence in per cent (``-`` where there is none) and source of each."""
    readings = [
        f"{_quoted(one.text)} {'-' if one.confidence is None else number(one.confidence * 100)} "
        f"{_quoted(one.source)}"
        for one in alternatives
    ]
    if readings:
        yield f"x_align_alternatives {' '.join(readings)}"


def _place(box: Box | None, outline: Points = ()) -> Iterator[str]:
    if box is not None:
        yield _box("bbox", box)
    if outline:
        yield f"poly {plain_points(outline)}"


def _box(name: str, box: Box) -> str:
    return f"{name} {box.left} {box.top} {box.right} {box.bottom}"


def _quoted(text: str) -> str:
    """In quotation marks, as the properties of this name space hold a text."""
    plain = _NOT_PLAIN.sub(lambda found: quote(found[0], safe=""), legal(text))
    return f'"{plain}"'
