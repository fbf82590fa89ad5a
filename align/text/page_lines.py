"""Lines that are full on their page: the next word would not have fitted between them and the margin."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from align.facsimile.facsimile import Facsimile, PlacedLine

MIN_LINES = 3
"""Lines of a block from which its right margin is found; that of a shorter one may be far to its left."""


def full_line_ends(facsimile: Facsimile) -> frozenset[int]:
    """The offsets behind the lines that go on in the next line of their block, by their places on the page.

    Args:
        facsimile: The pages; lines without a place are left out.

    Example:
        >>> from align.facsimile.box import Box
        >>> from align.facsimile.page import Page, PageBlock, PageLine, PageWord
        >>> lines = [PageLine((PageWord("слово"),), Box(0, 9 * at, right, 9 * at + 8))
        ...     for at, right in enumerate((90, 60, 91))]
        >>> sorted(full_line_ends(Facsimile((Page(100, 100, (PageBlock(tuple(lines)),)),))))
        [5]
    """
    blocks = groupby(facsimile.lines, key=lambda line: (line.page, line.block))
    return frozenset(end for _, lines in blocks for end in _full_ends(list(lines)))


def _full_ends(lines: list[PlacedLine]) -> Iterator[int]:
    rights = [line.line.box.right for line in lines if line.line.box is not None]
    if len(rights) < MIN_LINES:
        return
    margin = max(rights)
    for before, after in pairwise(lines):
        if before.line.box is not None and before.line.box.right + _first_word(after) > margin:
            yield before.stop


def _first_word(line: PlacedLine) -> float:
    """The width of the first word of a line, as a share of that of its letters."""
    if line.line.box is None:
        return 0.0
    return line.line.box.width * (len(line.line.words[0].text) + 1) / max(len(line.line.text), 1)
