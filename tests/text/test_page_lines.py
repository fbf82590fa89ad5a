"""Lines of a page that are full go on in the next, whatever their letters look like."""

from __future__ import annotations

from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.text.clean import clean
from align.text.document import Document, Section
from align.text.page_lines import LineEnds, line_ends
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


def typed(*lines: tuple[int, str], cut: int = 0) -> Facsimile:
    """Lines with their indents in letters; the first ``cut`` of them in a block of their own."""
    made = [
        PageLine(
            tuple(map(PageWord, text.split())),
            Box(50 + WIDTH * indent, 20 * at, 50 + WIDTH * (indent + len(text)), 20 * at + 15),
        )
        for at, (indent, text) in enumerate(lines)
    ]
    blocks = [PageBlock(tuple(part)) for part in (made[:cut], made[cut:]) if part]
    return Facsimile((Page(600, 200, tuple(blocks)),))


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
    assert not line_ends(pages(300, 100, 90, 60, 50)).full - {len(LINES[0])}


def test_without_places_there_are_none() -> None:
    """Nor with too few lines to see a margin."""
    assert line_ends(pages(0, 0, 0, 0, 0)) == LineEnds()
    assert line_ends(pages(300, 290, 0, 0, 0)) == LineEnds()


HEADED = (
    (5, "Землетрясение на острове"),
    (5, "Первыми его жертвами стали гости"),
    (0, "пляжного фестиваля в этом городе."),
    (5, "Власти закрыли берег, и волны до"),
    (0, "него не дошли."),
)


def test_a_paragraph_begins_where_a_line_is_indented() -> None:
    """A headline without a stop is no part of the sentence behind it, though it fills its line."""
    assert paragraphs(typed(*HEADED), placed=True)[:2] == [
        "Землетрясение на острове",
        "Первыми его жертвами стали гости пляжного фестиваля в этом городе.",
    ]


def test_lines_that_hang_are_no_paragraphs() -> None:
    """In a list whose items begin at the margin all the other lines are indented."""
    hung = [
        (0, "Иванов Пётр, родился в Москве, где"),
        (4, "Работал на Путиловском заводе"),
        (4, "Токарем до самой войны."),
        (0, "Петров Иван, родился в Туле, где"),
        (4, "Потом служил и командовал."),
    ]
    assert not line_ends(typed(*hung)).indented


def test_a_blank_line_inside_a_paragraph_is_closed() -> None:
    """An engine begins another block behind a speck; the lines stand as those of one paragraph."""
    broken = [(5, "Мы говорили с представителем города"), (0, "Нугрохо и его отцом, который знал"),
              (0, "Ивана."), (5, "Потом мы ушли оттуда.")]  # fmt: skip
    assert len(paragraphs(typed(*broken, cut=1), placed=True)) == 2
    assert len(paragraphs(typed(*broken, cut=1), placed=False)) > 2


def test_a_block_far_below_is_another_paragraph() -> None:
    """What stands two lines lower is not joined, though the line before it is full."""
    above, below = typed(*HEADED[1:3]), typed(*HEADED[1:3])
    lines = [line for facsimile in (above, below) for line in facsimile.pages[0].blocks[0].lines]
    boxes = [Box(50, top, 390, top + 15) for top in (0, 20, 80, 100)]
    moved = [PageLine(line.words, box) for line, box in zip(lines, boxes, strict=True)]
    page = Page(600, 200, (PageBlock(tuple(moved[:2])), PageBlock(tuple(moved[2:]))))
    assert not line_ends(Facsimile((page,))).wrapped
