"""Log-sums over all paths of a banded lattice, row by row (the forward algorithm).

Every edge of the lattice is a bead: a *pair* of ``a`` source and ``b`` target sentences, or a *null* of one
sentence. Between two pairs, source nulls come before target nulls, so that every alignment is exactly one
path; therefore each cell has two sums, before and after the nulls that come last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Band, Block

Floats = NDArray[np.float64]
Shapes = tuple[tuple[int, int], ...]


class Scores(Protocol):
    """Log-scores of all edges (natural logarithm, up to a constant)."""

    @property
    def shapes(self) -> Shapes:
        """Sentences of source and target in each shape of pair."""
        ...

    @property
    def source_null(self) -> Floats:
        """Of leaving each source sentence unpaired, shape ``(n,)``."""
        ...

    @property
    def target_null(self) -> Floats:
        """Of leaving each target sentence unpaired, shape ``(m,)``."""
        ...

    def pairs(self, block: Block) -> NDArray[np.float32]:
        """Of the pairs that end at each cell, shape ``(shapes, rows, columns)``; ``-inf`` where none fits."""
        ...

    def backwards(self) -> Scores:
        """Of the same text, the sentences of both sides in reverse order."""
        ...


@dataclass(frozen=True, eq=False)
class ForwardTable:
    """Log-sums over all paths from the first cell to each cell; rows are ragged like the band.

    Attributes:
        band: the cells.
        before: ``before[i][j - band.low[i]]`` is the sum without the nulls that come last at the cell:
            target nulls in a forward pass, source nulls in a backward one.
        after: the same with those nulls.
    """

    band: Band
    before: list[Floats]
    after: list[Floats]

    @property
    def total(self) -> float:
        """Log-sum over all paths to the last cell."""
        return float(self.after[-1][-1])

    def rows(self, block: Block, values: list[Floats]) -> Floats:
        """A rectangle of ``before`` or ``after``; ``-inf`` outside the band and the text."""
        rectangle = np.full((len(block.rows), len(block.columns)), -np.inf)
        for line, row in zip(rectangle, block.rows, strict=True):
            if 0 <= row < len(values):
                copy_overlap(line, block.columns.start, values[row], int(self.band.low[row]))
        return rectangle


def forward_table(band: Band, scores: Scores, *, source_nulls_first: bool = True) -> ForwardTable:
    """The log-sum over all paths to every cell of the band."""
    table = ForwardTable(band, [], [])
    skipped = np.concatenate([[0.0], np.cumsum(scores.target_null)])
    for block in band.blocks():
        _fill(table, block, scores, skipped, source_nulls_first=source_nulls_first)
    return table


def _fill(
    table: ForwardTable, block: Block, scores: Scores, skipped: Floats, *, source_nulls_first: bool
) -> None:
    """Append the rows of one block; ``skipped``: log-score of the first *j* target sentences as nulls."""
    shapes = np.array(scores.shapes)
    tall, wide = (int(size) for size in shapes.max(axis=0))
    first, width = block.columns.start - wide, wide + len(block.columns)
    context = Block(range(block.rows.start - tall, block.rows.stop), range(first, first + width))
    values = table.rows(context, table.after)
    begin = np.arange(len(block.columns)) + wide - shapes[:, 1, None] + (tall - shapes[:, 0, None]) * width
    pairs = scores.pairs(block)
    for line, row in enumerate(block.rows):
        low, high = int(table.band.low[row]), int(table.band.high[row])
        inside = slice(low - block.columns.start, high + 1 - block.columns.start)
        by_shape = values.ravel().take(begin[:, inside] + line * width) + pairs[:, line, inside]
        by_pairs = log_sum(by_shape) if row else np.where(np.arange(high + 1), -np.inf, 0.0)
        add_nulls = _source_nulls_first if source_nulls_first else _target_nulls_first
        before, after = add_nulls(table, scores, skipped[low : high + 1], by_pairs)
        table.before.append(before)
        table.after.append(after)
        values[line + tall, low - first : high + 1 - first] = after


def _source_nulls_first(
    table: ForwardTable, scores: Scores, skipped: Floats, by_pairs: Floats
) -> tuple[Floats, Floats]:
    """The next row before and after its target nulls; ``by_pairs``: of the paths that end in a pair."""
    before = np.logaddexp(by_pairs, _by_source_null(table, table.before, scores, len(by_pairs)))
    return before, np.logaddexp.accumulate(before - skipped) + skipped


def _target_nulls_first(
    table: ForwardTable, scores: Scores, skipped: Floats, by_pairs: Floats
) -> tuple[Floats, Floats]:
    """The next row before and after its source nulls; ``by_pairs``: of the paths that end in a pair."""
    before = np.logaddexp.accumulate(by_pairs - skipped) + skipped
    return before, np.logaddexp(before, _by_source_null(table, table.after, scores, len(by_pairs)))


def _by_source_null(table: ForwardTable, values: list[Floats], scores: Scores, width: int) -> Floats:
    """Of each cell of the next row, the paths whose last edge is a source null; ``-inf`` where none is."""
    row = len(values)
    line = np.full(width, -np.inf)
    if row:
        copy_overlap(line, int(table.band.low[row]), values[row - 1], int(table.band.low[row - 1]))
        line += scores.source_null[row - 1]
    return line


def log_sum(values: Floats) -> Floats:
    """``log(sum(exp(values)))`` over the first axis (three times faster than ``logaddexp.reduce``)."""
    top = values.max(axis=0)
    top[~np.isfinite(top)] = 0.0
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(np.exp(values - top).sum(axis=0)) + top)


def copy_overlap(line: Floats, first: int, values: Floats, low: int) -> None:
    """Copy ``values``, which begin at column ``low``, into ``line``, which begins at column ``first``."""
    start, stop = max(low, first), min(low + len(values), first + len(line))
    if start < stop:
        line[start - first : stop - first] = values[start - low : stop - low]
