"""Pages made up at random."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

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


SHAPES = st.sampled_from(
    [(), (), ((0, 9), (50, 7)), ((3, 9), (20, 10), (900, 0)), ((0, 0), (9, 0), (9, 5), (0, 5))]
)
OTHERS = st.sampled_from(
    [
        (),
        (Alternative("Ваш", 0.57),),
        (Alternative('a"b;c%', 0.123), Alternative("Наш", None, "second; reading, 50%")),
        (Alternative("Баш", 0.0, "corrected by"),),
    ]
)
GLYPH_OTHERS = st.sampled_from([(), (), (Alternative("б", 0.3), Alternative(";")), (Alternative("rn", 1.0),)])
CORRECTORS = st.sampled_from(
    ["", "", "anna", "a reviewer, retired", "Анна; Б.", "anna, 2026-11-27T10:00:00+00:00"]
)
"""Empty: nobody corrected the word."""


@st.composite
def page_words(draw: st.DrawFn) -> PageWord:
    """A word with or without a box, a confidence, glyphs and alternatives; some of them corrected."""
    text, others, by = draw(WORDS), draw(OTHERS), draw(CORRECTORS)
    if by:
        others = (Alternative(text, source=f"corrected by {by}"), *others)
    box = draw(st.none() | boxes())
    glyphs: tuple[Glyph, ...] = ()
    if draw(st.booleans()):
        sure, readings = draw(CONFIDENCES), draw(GLYPH_OTHERS)
        glyphs = tuple(
            Glyph(letter, box if at % 2 else None, sure, readings) for at, letter in enumerate(text)
        )
    return PageWord(text, box, draw(CONFIDENCES), glyphs, others)


LINES = st.builds(
    PageLine, st.lists(page_words(), min_size=1, max_size=5).map(tuple), st.none() | boxes(), SHAPES, SHAPES
)
KINDS = st.sampled_from(
    [
        "",
        "",
        "heading",
        "marginalia",
        "MarginTextZone:note",
        "stamp",
        "page-number",
        "MainZone:column#1",
        "two words; {odd}",
    ]
)
BLOCKS = st.builds(
    PageBlock, st.lists(LINES, min_size=1, max_size=3).map(tuple), st.none() | boxes(), KINDS, SHAPES
)
PICTURES = st.none() | st.builds(
    Picture,
    st.sampled_from(
        [
            "page.png",
            "scans/it's; page 1.tif",
            "страница.pdf",
            'a "b"; c.png',
            "https://a.example/iiif/p%201.jpg",
        ]
    ),
    st.integers(0, 3),
    st.none() | boxes(),
    st.sampled_from([0, 90, 180, 270]),
)
PAGES = st.builds(
    Page,
    st.just(1000),
    st.just(1000),
    st.lists(BLOCKS, max_size=3).map(tuple),
    PICTURES,
    st.sampled_from([300.0, 96.5, None]),
)
FACSIMILES = st.builds(Facsimile, st.lists(PAGES, min_size=1, max_size=3).map(tuple), st.just("engine 1.0"))


def named(facsimile: Facsimile) -> Facsimile:
    """The same with an identifier for each page, block, line and word."""
    numbers = count()

    def name(made: Any, **parts: Any) -> Any:
        return replace(made, id=f"id_{next(numbers)}", **parts)

    pages = tuple(
        name(
            page,
            blocks=tuple(
                name(
                    block,
                    lines=tuple(name(line, words=tuple(map(name, line.words))) for line in block.lines),
                )
                for block in page.blocks
            ),
        )
        for page in facsimile.pages
    )
    return replace(facsimile, pages=pages)
