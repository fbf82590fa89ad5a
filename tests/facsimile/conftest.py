"""Pages made up at random."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Alternative, Glyph, Page, PageBlock, PageLine, PageWord, Picture

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cn", "Co"))
WORDS = st.one_of(
    st.sampled_from(["Баш", "ответ", "получил.", "япон-", "ского", "«Нет!»", "1950", "I", "left."]),
    st.text(LETTERS, min_size=1, max_size=5).filter(lambda text: text.split() == [text]),
)
CONFIDENCES = st.none() | st.integers(0, 100).map(lambda percent: percent / 100)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """A box on a page of 1,000 x 1,000 pixels."""
    left, top = draw(st.integers(0, 900)), draw(st.integers(0, 900))
    return Box(left, top, left + draw(st.integers(1, 99)), top + draw(st.integers(1, 99)))


@st.composite
def page_words(draw: st.DrawFn) -> PageWord:
    """A word with or without a box, a confidence, glyphs and alternatives."""
    text = draw(WORDS)
    others = st.lists(st.builds(Alternative, WORDS, CONFIDENCES, st.just("")), max_size=2).map(tuple)
    glyphs = tuple(Glyph(letter, draw(boxes()), draw(CONFIDENCES)) for letter in text)
    given = draw(st.sampled_from([(), glyphs]))
    return PageWord(text, draw(st.none() | boxes()), draw(CONFIDENCES), given, draw(others))


LINES = st.builds(PageLine, st.lists(page_words(), min_size=1, max_size=5).map(tuple), st.none() | boxes())
KINDS = st.sampled_from(["", "heading", "marginalia", "MarginTextZone:note", "page-number", "stamp", "noise"])
BLOCKS = st.builds(PageBlock, st.lists(LINES, min_size=1, max_size=3).map(tuple), st.none() | boxes(), KINDS)
PICTURES = st.none() | st.builds(Picture, st.just("page.png"), st.integers(0, 3))
PAGES = st.builds(
    Page, st.just(1000), st.just(1000), st.lists(BLOCKS, max_size=3).map(tuple), PICTURES, st.just(300.0)
)
FACSIMILES = st.builds(Facsimile, st.lists(PAGES, min_size=1, max_size=3).map(tuple), st.just("engine 1.0"))


@pytest.fixture(scope="session")
def facsimiles() -> st.SearchStrategy[Facsimile]:
    """Facsimiles of one to three pages."""
    return FACSIMILES
