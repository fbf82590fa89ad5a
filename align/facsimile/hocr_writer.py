"""Facsimile -> hOCR: all pages in one file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from lxml import etree

from align.facsimile.facsimile import Facsimile
from align.facsimile.hocr_properties import (
    baseline_of,
    glyph_properties,
    page_properties,
    place_of,
    quoted,
    word_properties,
)
from align.facsimile.identifiers import Identifiers, identifiers_of
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.facsimile.xml_text import legal

XHTML = "http://www.w3.org/1999/xhtml"
CAPABILITIES = "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrx_cinfo ocrp_poly ocrp_wconf"

_HTML, _HEAD, _TITLE, _META, _BODY, _DIV, _P, _SPAN = (
    f"{{{XHTML}}}{name}" for name in ("html", "head", "title", "meta", "body", "div", "p", "span")
)


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
        >>> from align.facsimile.box import Box
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
    element = _add(body, _DIV, "ocr_page", page_properties(page, count), ident)
    for block in page.blocks:
        _block(element, block, identifiers)


def _block(parent: Any, block: PageBlock, identifiers: Identifiers) -> None:  # noqa: ANN401
    area = _add(parent, _DIV, "ocr_carea", place_of(block.box))
    properties = [*place_of(block.box, block.outline)]
    if block.kind:
        properties.append(f"x_align_kind {quoted(block.kind)}")
    paragraph = _add(area, _P, "ocr_par", properties, _ident(block.id, "par", identifiers))
    for line in block.lines:
        _line(paragraph, line, identifiers)


def _line(parent: Any, line: PageLine, identifiers: Identifiers) -> None:  # noqa: ANN401
    properties = [*place_of(line.box, line.outline), *baseline_of(line.box, line.baseline)]
    element = _add(parent, _SPAN, "ocr_line", properties, _ident(line.id, "line", identifiers))
    for word in line.words:
        _word(element, word, identifiers)


def _word(parent: Any, word: PageWord, identifiers: Identifiers) -> None:  # noqa: ANN401
    ident = _ident(word.id, "word", identifiers)
    element = _add(parent, _SPAN, "ocrx_word", word_properties(word), ident, tail=" ")
    if not word.glyphs:
        element.text = legal(word.text)
    for glyph in word.glyphs:
        properties = [*glyph_properties(glyph)]
        _add(element, _SPAN, "ocrx_cinfo", properties, tail="").text = legal(glyph.text)
