"""The table that Tesseract writes (``tesseract page.png page tsv``) -> pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from align.facsimile.box import Box
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.facsimile.page_frame import Edges, PageFrame, fraction
from align.facsimile.page_words import words_of
from align.facsimile.reading_tally import ReadingTally

COLUMNS = (
    "level",
    "page_num",
    "block_num",
    "par_num",
    "line_num",
    "word_num",
    "left",
    "top",
    "width",
    "height",
    "conf",
    "text",
)
HEAD = "\t".join(COLUMNS)
"""How the table begins."""

PAGE, PARAGRAPH, LINE, WORD = 1, 3, 4, 5
"""Levels of rows; 2 is a block of paragraphs."""


@dataclass(frozen=True)
class _Row:
    """``numbers``: of page, block, paragraph, line and word."""

    level: int
    numbers: tuple[int, ...]
    edges: Edges
    confidence: float
    text: str


def pages_of_tesseract_tsv(text: str, tally: ReadingTally | None = None) -> tuple[Page, ...]:
    r"""The pages of the table. A block is a paragraph; the table does not name the picture.

    Args:
        text: The table with its head.
        tally: Counts what is left out or cut.

    Raises:
        ValueError: A row is not one of the table's; the message names its line.

    Example:
        >>> size, word = "1\t1\t0\t0\t0\t0\t0\t0\t90\t50\t-1\t", "5\t1\t1\t1\t1\t1\t5\t5\t30\t9\t96.1\tБаш"
        >>> [page.text for page in pages_of_tesseract_tsv(f"{HEAD}\n{size}\n{word}\n")]
        ['Баш']
    """
    tally = ReadingTally() if tally is None else tally
    pages = groupby(_rows(text), lambda row: row.numbers[0])
    return tuple(_page(list(rows), tally) for _, rows in pages)


def _rows(text: str) -> Iterator[_Row]:
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        row = line.removesuffix("\r")
        if row.strip() and row != HEAD:
            yield _row(row.split("\t"), number)


def _row(cells: Sequence[str], line: int) -> _Row:
    given = [*cells, ""] if len(cells) == len(COLUMNS) - 1 else cells  # an editor cut the empty text
    if len(given) != len(COLUMNS):
        raise ValueError(f"line {line}: expected {len(COLUMNS)} columns, found {len(cells)}")
    try:
        level, *numbers = map(int, given[:6])
        left, top, width, height, confidence = map(float, given[6:11])
    except ValueError:
        raise ValueError(f"line {line}: expected numbers before the text, found {given[:11]}") from None
    edges = left, top, left + width, top + height
    return _Row(level, tuple(numbers), edges, confidence, given[11])


def _page(rows: Sequence[_Row], tally: ReadingTally) -> Page:
    sizes = [row.edges[2:] for row in rows if row.level == PAGE]
    frame = PageFrame.of(sizes[0] if sizes else (None, None), (row.edges for row in rows), tally)
    found = [row for row in rows if row.level in (PARAGRAPH, LINE, WORD)]
    blocks = groupby(found, lambda row: row.numbers[1:3])
    read = (_block(list(group), frame) for _, group in blocks)
    return Page(frame.width, frame.height, tuple(block for block in read if block is not None))


def _block(rows: Sequence[_Row], frame: PageFrame) -> PageBlock | None:
    inner = [row for row in rows if row.level in (LINE, WORD)]
    groups = groupby(inner, lambda row: row.numbers[1:4])
    lines = tuple(line for _, group in groups if (line := _line(list(group), frame)) is not None)
    return PageBlock(lines, _place(rows, PARAGRAPH, frame)) if lines else None


def _line(rows: Sequence[_Row], frame: PageFrame) -> PageLine | None:
    words = tuple(word for row in rows if row.level == WORD for word in _words(row, frame))
    return PageLine(words, _place(rows, LINE, frame)) if words else None


def _place(rows: Iterable[_Row], level: int, frame: PageFrame) -> Box | None:
    return frame.box(next((row.edges for row in rows if row.level == level), None))


def _words(row: _Row, frame: PageFrame) -> tuple[PageWord, ...]:
    sure = fraction(row.confidence, 100) if row.confidence >= 0 else None
    return words_of(row.text, frame.tally, frame.box(row.edges), sure)
