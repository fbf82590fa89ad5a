"""What the places of lines on a page show of its paragraphs: which lines are full, which are indented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

import numpy as np

from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile, PlacedLine
from align.facsimile.kinds import reason_aside

MIN_LINES = 3
"""Lines of a column from which its margins are found; those of a shorter one may be far from its lines."""

MIN_LETTERS = 2
"""Letters of a line; with fewer it is a speck."""

NEAREST, FARTHEST = 0.5, 1.45
"""Distances to the next line of a paragraph, as shares of the usual one."""

MARGIN_LINES = 6
"""Lines above and below a line from which its left margin is found, as a page may be askew."""

MARGIN_SHARE = 0.25
"""Share of those lines that begin to the left of the margin, as stray marks there make them."""

MIN_INDENT, MAX_INDENT = 1.5, 12.0
"""Widths of a letter by which the first line of a paragraph begins to the right of the others."""

MIN_ENDED = 2 / 3
"""Share of the indented lines that stand behind the end of a paragraph, where they are first lines."""

END_MARKS = frozenset('.!?…:;»”")')
"""What the last line of a paragraph ends with where it happens to be full."""


@dataclass(frozen=True)
class LineEnds:
    """What a page shows of the ends and beginnings of its lines; offsets in code points of its text.

    Attributes:
        full: Behind the lines after which the next word would not have fitted.
        wrapped: Behind those of them that go on in another block, by the place of its first line.
        indented: Of the first lines of paragraphs, where these are indented.
    """

    full: frozenset[int] = frozenset()
    wrapped: frozenset[int] = frozenset()
    indented: frozenset[int] = frozenset()


@dataclass(frozen=True, eq=False)
class _Line:
    """A line with a place, and by how many widths of a letter it is indented."""

    placed: PlacedLine
    box: Box
    indent: float = 0.0

    @property
    def letter(self) -> float:
        """The width of a letter."""
        return self.box.width / max(len(self.placed.line.text), 1)

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def is_indented(self) -> bool:
        """Whether it begins as the first line of a paragraph."""
        return MIN_INDENT <= self.indent <= MAX_INDENT

    def is_full(self, after: _Line, margin: float) -> bool:
        """Whether the first word of the next line would not have fitted before the right margin."""
        words = (word.text for word in after.placed.line.words)
        first = next(word for word in words if any(map(str.isalnum, word)))
        return self.box.right + after.letter * (len(first) + 1) > margin


def line_ends(facsimile: Facsimile) -> LineEnds:
    """What the places of the lines show.

    Args:
        facsimile: The pages; lines without a place, of other kinds than running text, and specks are left
            out.

    Example:
        >>> from align.facsimile.box import Box
        >>> from align.facsimile.page import Page, PageBlock, PageLine, PageWord
        >>> lines = [PageLine((PageWord("слово"),), Box(left, 9 * at, right, 9 * at + 8))
        ...     for at, (left, right) in enumerate(((0, 90), (0, 60), (40, 91)))]
        >>> found = line_ends(Facsimile((Page(100, 100, (PageBlock(tuple(lines)),)),)))
        >>> sorted(found.full), sorted(found.indented)
        ([5], [12])
    """
    columns = [_with_indents(column) for column in _columns(_text_lines(facsimile))]
    pairs = [pair for column in columns for pair in _pairs(column)]
    full = [(before, after) for before, after, is_full in pairs if is_full]
    indented = [line for column in columns for line in column if line.is_indented]
    first_lines = _are_first_lines(pairs)
    return LineEnds(
        frozenset(before.placed.stop for before, _ in full),
        frozenset(before.placed.stop for before, after in full if _is_wrapped(before, after)),
        frozenset(line.placed.start for line in indented) if first_lines else frozenset(),
    )


def _text_lines(facsimile: Facsimile) -> Iterator[_Line]:
    for line in facsimile.lines:
        kind = facsimile.pages[line.page].blocks[line.block].kind
        letters = sum(map(str.isalpha, line.line.text))
        if line.line.box is not None and letters >= MIN_LETTERS and reason_aside(kind) is None:
            yield _Line(line, line.line.box)


def _columns(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Lines that stand below one another on a page, at the usual distance."""
    for _, page in groupby(lines, key=lambda line: line.placed.page):
        inside = list(page)
        steps = [after.middle - before.middle for before, after in pairwise(inside)]
        usual = median([step for step in steps if step > 0] or [0.0])
        column = inside[:1]
        for (before, after), step in zip(pairwise(inside), steps, strict=True):
            if not NEAREST * usual <= step <= FARTHEST * usual or not _overlap(before.box, after.box):
                yield column
                column = []
            column.append(after)
        yield column


def _overlap(one: Box, other: Box) -> bool:
    """Whether half of the narrower box stands above or below the other."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared * 2 >= min(one.width, other.width)


def _with_indents(column: Sequence[_Line]) -> list[_Line]:
    """The lines of a column with their indents; none where its margin cannot be found."""
    if len(column) < MIN_LINES:
        return list(column)
    letter = median(line.letter for line in column)
    lefts = np.array([line.box.left for line in column])
    margins = (
        np.quantile(lefts[max(at - MARGIN_LINES, 0) : at + MARGIN_LINES + 1], MARGIN_SHARE)
        for at in range(len(column))
    )
    indents = [(left - margin) / max(letter, 1e-9) for left, margin in zip(lefts, margins, strict=True)]
    return [_Line(line.placed, line.box, float(indent)) for line, indent in zip(column, indents, strict=True)]


def _pairs(column: Sequence[_Line]) -> list[tuple[_Line, _Line, bool]]:
    """Lines that follow each other in a column, and whether the first is full."""
    if len(column) < MIN_LINES:
        return []
    margin = max(line.box.right for line in column)
    return [(before, after, before.is_full(after, margin)) for before, after in pairwise(column)]


def _is_wrapped(before: _Line, after: _Line) -> bool:
    """Whether a line goes on in another block, which does not begin as a paragraph does."""
    return before.placed.block != after.placed.block and after.indent < MIN_INDENT


def _are_first_lines(pairs: Iterable[tuple[_Line, _Line, bool]]) -> bool:
    """Whether the first lines of paragraphs are indented, and not all the others as in a list of items."""
    behind = [
        not is_full or before.placed.line.text[-1] in END_MARKS
        for before, after, is_full in pairs
        if after.is_indented
    ]
    return sum(behind) >= len(behind) * MIN_ENDED
