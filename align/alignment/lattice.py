"""Sums and maxima over all paths of a banded lattice, row by row.

Every edge of the lattice is a bead: a *pair* of ``a`` source and ``b`` target sentences, or a
*null* of one sentence. Between two pairs, source nulls come before target nulls, so that every
alignment is exactly one path; hence two values a cell: *open* (a source null may follow) and
*closed* (it may not).
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
    """Log-scores of all edges (natural logarithm, any base line)."""

    @property
    def shapes(self) -> Shapes:
        """Sentences of source and target in each shape of pair."""
        ...

    @property
    def source_null(self) -> Floats:
        """Of leaving each source sentence alone, shape ``(n,)``."""
        ...

    @property
    def target_null(self) -> Floats:
        """Of leaving each target sentence alone, shape ``(m,)``."""
        ...

    def pairs(self, block: Block) -> NDArray[np.float32]:
        """Of the pairs that end at each cell, shape ``(shapes, rows, columns)``; ``-inf`` where none can."""
        ...

    def backwards(self) -> Scores:
        """Of the same text read from its end."""
        ...


@dataclass(frozen=True, eq=False)
class ForwardTable:
    """Log-sums over all paths from the first cell to each cell; rows are ragged like the band.

    ``before[i][j - band.low[i]]``: without the nulls that come last at this cell (of a pass
    forwards, target nulls; of one backwards, source nulls). ``after``: with them.
    """

    band: Band
    before: list[Floats]
    after: list[Floats]

    @property
    def total(self) -> float:
        """Of all paths to the last cell."""
        return float(self.after[-1][-1])

    def rows(self, block: Block, values: list[Floats]) -> Floats:
        """A rectangle of ``before`` or ``after``; ``-inf`` outside the band and the text."""
        picture = np.full((len(block.rows), len(block.columns)), -np.inf)
        for line, row in zip(picture, block.rows, strict=True):
            if 0 <= row < len(values):
                _paste(line, block.columns.start, values[row], int(self.band.low[row]))
        return picture


def sweep(band: Band, scores: Scores, *, source_nulls_first: bool = True) -> ForwardTable:
    """The log-sum over all paths to every cell of the band."""
    result = ForwardTable(band, [], [])
    along = np.concatenate([[0.0], np.cumsum(scores.target_null)])
    for block in band.blocks():
        _fill(result, block, scores, along, source_nulls_first=source_nulls_first)
    return result


def _fill(
    result: ForwardTable, block: Block, scores: Scores, along: Floats, *, source_nulls_first: bool
) -> None:
    """The rows of one block; ``along``: log-score of leaving the first *j* target sentences alone."""
    shapes = np.array(scores.shapes)
    tall, wide = (int(size) for size in shapes.max(axis=0))
    first, width = block.columns.start - wide, wide + len(block.columns)
    context = Block(range(block.rows.start - tall, block.rows.stop), range(first, first + width))
    values = result.rows(context, result.after)
    entry = np.arange(len(block.columns)) + wide - shapes[:, 1, None] + (tall - shapes[:, 0, None]) * width
    pairs = scores.pairs(block)
    for line, row in enumerate(block.rows):
        low, high = int(result.band.low[row]), int(result.band.high[row])
        inside = slice(low - block.columns.start, high + 1 - block.columns.start)
        entered = values.ravel().take(entry[:, inside] + line * width) + pairs[:, line, inside]
        entered = log_sum(entered) if row else np.where(np.arange(high + 1), -np.inf, 0.0)
        before, after = _nulls(
            result, scores, along[low : high + 1], row, entered, source_nulls_first=source_nulls_first
        )
        result.before.append(before)
        result.after.append(after)
        values[line + tall, low - first : high + 1 - first] = after


def _nulls(
    result: ForwardTable,
    scores: Scores,
    along: Floats,
    row: int,
    entered: Floats,
    *,
    source_nulls_first: bool,
) -> tuple[Floats, Floats]:
    """Add the ways into one row's cells by nulls: those that come first, then those that come last."""

    def down(values: list[Floats]) -> Floats:
        line = np.full(len(entered), -np.inf)
        if row:
            low = int(result.band.low[row])
            _paste(line, low, values[row - 1], int(result.band.low[row - 1]))
            line += scores.source_null[row - 1]
        return line

    if source_nulls_first:
        before = np.logaddexp(entered, down(result.before))
        return before, np.logaddexp.accumulate(before - along) + along
    before = np.logaddexp.accumulate(entered - along) + along
    return before, np.logaddexp(before, down(result.after))


def log_sum(values: Floats) -> Floats:
    """``log(sum(exp(values)))`` over the first axis (three times faster than ``logaddexp.reduce``)."""
    top = values.max(axis=0)
    top[~np.isfinite(top)] = 0.0
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(np.exp(values - top).sum(axis=0)) + top)


def _paste(line: Floats, first: int, values: Floats, low: int) -> None:
    """Copy what stands at columns ``low…`` into a line whose first column is ``first``."""
    start, stop = max(low, first), min(low + len(values), first + len(line))
    if start < stop:
        line[start - first : stop - first] = values[start - low : stop - low]
