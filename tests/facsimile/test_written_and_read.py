"""What is written is read again, equal."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from align.facsimile.alto import pages_of_alto
from align.facsimile.alto_file import engine_of_alto
from align.facsimile.alto_writer import to_alto
from align.facsimile.facsimile import Facsimile
from align.facsimile.hocr import engine_of_hocr, pages_of_hocr
from align.facsimile.hocr_writer import to_hocr
from align.facsimile.page import Page


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


def _named_as(page: Page, read: Page) -> Page:
    """A page that was read without the identifiers that were made up for it."""
    pairs = zip(page.blocks, read.blocks, strict=True)
    blocks = tuple(replace(other, id=other.id if one.id else "") for one, other in pairs)
    return replace(read, blocks=blocks, id=read.id if page.id else "")
