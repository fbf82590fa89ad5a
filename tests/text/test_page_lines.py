"""Lines of a page that are full go on in the next, whatever their letters look like."""

from __future__ import annotations

from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.text.clean import clean
from align.text.document import Document, Section
from align.text.page_lines import full_line_ends
from align.text.span import Span

LINES = (
    "Мы говорили с тем же человеком",
    "Иваном Петровым из",
    "Москвы и его отцом, который",
    "уехал.",
    "Потом",
)
WIDTH = 10
"""Pixels of a letter."""


def pages(*rights: int) -> Facsimile:
    """The lines as a block, each as wide as given; without a place where it is 0."""
    lines = (
        PageLine(tuple(map(PageWord, text.split())), Box(0, 20 * at, right, 20 * at + 15) if right else None)
        for at, (text, right) in enumerate(zip(LINES, rights, strict=True))
    )
    return Facsimile((Page(400, 200, (PageBlock(tuple(lines)),)),))


def paragraphs(facsimile: Facsimile, *, placed: bool) -> list[str]:
    """Its paragraphs, with the places of its lines or by the letters alone."""
    raw = facsimile.text
    document = Document(
        "page", raw, (Section("source", Span(0, len(raw))),), facsimile=facsimile if placed else None
    )
    return clean(document, "source", language="ru").text.text.split("\n")


def test_a_sentence_goes_on_behind_a_full_line() -> None:
    """Though the next begins with a capital, and too few lines show the width of the text."""
    facsimile = pages(300, 290, 285, 60, 50)
    assert paragraphs(facsimile, placed=True) == [" ".join(LINES[:4]), "Потом"]
    assert len(paragraphs(facsimile, placed=False)) > 2


def test_short_lines_are_not_joined() -> None:
    """As in the head of a letter: there the next word would have fitted."""
    assert not full_line_ends(pages(300, 100, 90, 60, 50)) - {len(LINES[0])}


def test_without_places_there_are_none() -> None:
    """Nor with too few lines to see a margin."""
    assert full_line_ends(pages(0, 0, 0, 0, 0)) == frozenset()
    assert full_line_ends(pages(300, 290, 0, 0, 0)) == frozenset()
