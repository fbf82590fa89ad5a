"""What is written is read again, equal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from align.facsimile.facsimile import Facsimile
from align.facsimile.hocr import engine_of_hocr, pages_of_hocr
from align.facsimile.hocr_writer import to_hocr


@given(st.data())
def test_hocr_is_read_again_equal(facsimiles: st.SearchStrategy[Facsimile], data: st.DataObject) -> None:
    """All pages, boxes, confidences, characters, alternatives, identifiers, and who corrected a word."""
    facsimile = data.draw(facsimiles)
    root = etree.fromstring(to_hocr(facsimile, "a letter").encode())
    assert Facsimile(pages_of_hocr(root), engine_of_hocr(root)) == facsimile
