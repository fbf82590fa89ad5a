"""Lines of one column that the engine broke at a stamp or a stroke across them, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from align.facsimile.box import Box, box_around
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.scan.layout.margin import margin_groups

FULL = 0.7
"""Width of a line that takes the whole column, in widths of the text, at least."""
MOST = 0.5
"""The part of the letters that stands in such lines where the page is of one column, at least."""
SAME = 0.5
"""How far apart the middles of the pieces of a line are, in heights of a line, at most."""
TOUCHING = 5
"""Pixels by which the boxes of two words of a line may overlap."""
APART = 1.6
"""The step from line to line, in usual steps, from which a new block begins."""


@dataclass(frozen=True)
class _Piece:
    """A line as the engine gave it: its middle and height by its words, and the number of its block."""

    line: PageLine
    box: Box
    middle: float
    height: float
    block: int


def is_broken(page: Page) -> bool:
    """Whether lines of a page are broken, notes in its margins apart."""
    aside = {at for group in margin_groups(page) for at in group}
    blocks = [block for at, block in enumerate(page.blocks) if at not in aside]
    return rejoined(blocks) != blocks


def rejoined(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The blocks of running text of a page, those with parts of the same lines made one.

    On a page of one column, blocks side by side are pieces of its lines: what stands across the text, such as
    a stamp, was taken for a gap between columns. Elsewhere the blocks stay.

    Args:
        blocks: With their lines level.
    """
    pieces = [_piece(line, at) for at, block in enumerate(blocks) for line in block.lines]
    known = [piece for piece in pieces if piece is not None]
    if not known or len(known) < len(pieces) or not _one_column(known):
        return list(blocks)
    rows = _rows(known)
    broken = {piece.block for row in rows for piece in row if len({one.block for one in row}) > 1}
    if not broken:
        return list(blocks)
    spans = [box for at in broken if (box := box_around(piece.box for piece in known if piece.block == at))]
    touched = broken | {
        piece.block for piece in known if any(box.top < piece.middle < box.bottom for box in spans)
    }
    made = _blocks([row for row in rows if row[0].block in touched])
    first = min(touched)
    before = [block for at, block in enumerate(blocks) if at < first]
    return [*before, *made, *(block for at, block in enumerate(blocks) if at > first and at not in touched)]


def _piece(line: PageLine, block: int) -> _Piece | None:
    """``None`` where a word or the line has no place."""
    boxes = [word.box for word in line.words if word.box is not None]
    if line.box is None or not boxes or len(boxes) < len(line.words):
        return None
    middle = median((box.top + box.bottom) / 2 for box in boxes)
    return _Piece(line, line.box, middle, median(box.height for box in boxes), block)


def _one_column(pieces: Sequence[_Piece]) -> bool:
    whole = box_around(piece.box for piece in pieces)
    letters = [(len(piece.line.text), piece.box.width) for piece in pieces]
    wide = sum(count for count, width in letters if whole and width >= whole.width * FULL)
    return wide >= MOST * sum(count for count, _ in letters)


def _rows(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """The pieces of each line from left to right, the lines downwards."""
    near = SAME * median(piece.height for piece in pieces)
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda one: one.middle):
        row = next((row for row in rows[-2:] if _continues(row, piece, near)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return [sorted(row, key=lambda one: one.box.left) for row in rows]


def _continues(row: Sequence[_Piece], piece: _Piece, near: float) -> bool:
    """Whether a piece stands at the height of a row, its words beside all words in it."""
    return abs(median(one.middle for one in row) - piece.middle) <= near and all(
        _beside(one.line, piece.line) for one in row
    )


def _beside(one: PageLine, other: PageLine) -> bool:
    """Whether no word of a line stands above or below one of the other."""
    edges = sorted(
        (word.box.left, word.box.right) for word in (*one.words, *other.words) if word.box is not None
    )
    return all(before[1] <= after[0] + TOUCHING for before, after in pairwise(edges))


def _blocks(rows: Sequence[Sequence[_Piece]]) -> list[PageBlock]:
    """Blocks of lines, a new one behind each large gap."""
    middles = [median(piece.middle for piece in row) for row in rows]
    steps = [after - before for before, after in pairwise(middles)]
    usual = median(steps) if steps else 0.0
    groups: list[list[PageLine]] = []
    for row, step in zip(rows, [usual * APART + 1, *steps], strict=True):
        if step > usual * APART:
            groups.append([])
        groups[-1].append(_joined([piece.line for piece in row]))
    return [PageBlock(tuple(group), box_around(line.box for line in group)) for group in groups]


def _joined(lines: Sequence[PageLine]) -> PageLine:
    """Pieces of one line, from left to right."""
    if len(lines) == 1:
        return lines[0]
    words = sorted((word for line in lines for word in line.words), key=_left)
    baseline = tuple(point for line in lines for point in line.baseline)
    return replace(
        lines[0],
        words=tuple(words),
        box=box_around(line.box for line in lines),
        baseline=baseline,
        outline=(),
    )


def _left(word: PageWord) -> int:
    return word.box.left if word.box else 0
