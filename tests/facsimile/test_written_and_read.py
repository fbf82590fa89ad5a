"""What is written is read again, equal."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from align.facsimile.alto import pages_of_alto
from align.facsimile.alto_file import engine_of_alto
from align.facsimile.alto_writer import to_alto
from align.facsimile.facsimile import Facsimile
from align.facsimile.hocr import engine_of_hocr, pages_of_hocr
from align.facsimile.hocr_writer import to_hocr
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.facsimile.page_xml import engine_of_page_xml, pages_of_page_xml
from align.facsimile.page_xml_writer import to_page_xml

NOW = "2026-11-27T10:00:00Z"


@given(st.data())
def test_hocr_is_read_again_equal(facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject) -> None:
    """All pages, boxes, confidences, characters, alternatives, identifiers, and who corrected a word."""
    facsimile = data.draw(facsimiles)
    root = etree.fromstring(to_hocr(facsimile, "a letter").encode())
    assert Facsimile(pages_of_hocr(root), engine_of_hocr(root)) == facsimile


@given(st.data())
def test_alto_is_read_again_equal(facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject) -> None:
    """But for the identifiers of pages and blocks that had none: ALTO demands one."""
    facsimile = data.draw(facsimiles)
    for page in facsimile.pages:
        root = etree.fromstring(to_alto(page, facsimile.engine).encode())
        assert engine_of_alto(root) == facsimile.engine
        assert [_named_as(page, one) for one in pages_of_alto(root)] == [page]


@given(st.data())
def test_page_xml_is_read_again_equal(facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject) -> None:
    """But for the identifiers of what had none: PAGE demands one."""
    facsimile = data.draw(facsimiles)
    for page in facsimile.pages:
        root = etree.fromstring(to_page_xml(page, NOW, facsimile.engine).encode())
        assert engine_of_page_xml(root) == facsimile.engine
        assert [_named_as(page, one) for one in pages_of_page_xml(root)] == [page]


Named = TypeVar("Named", Page, PageBlock, PageLine, PageWord)


def _named_as(made: Named, read: Named) -> Named:
    """What was read without the identifiers that were made up for it."""
    parts: dict[str, Any] = {}
    for name in ("blocks", "lines", "words"):
        if name in {field.name for field in fields(made)}:
            pairs = zip(getattr(made, name), getattr(read, name), strict=True)
            parts[name] = tuple(_named_as(one, other) for one, other in pairs)
    return replace(read, id=read.id if made.id else "", **parts)
