"""Find the part of the lattice that is worth searching where lengths carry the alignment.

The best path of small beads is searched around the diagonal, where as large a share of both texts has been
read, in characters. Where the path comes near the border of what was searched, twice as much is searched. So
time grows little faster than linearly with the text, unless a large part of one side has no partner.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Band
from align.alignment.lattice import Scores, copy_overlap
from align.alignment.pooling import PooledSide
from align.alignment.search_band import MAX_FULL_CELLS

MIN_WIDTH, WIDTH_SHARE = 150, 0.03
"""Cells searched on each side of the diagonal: so many, and this share of the longer side."""

BORDER = 0.2
"""Share of these cells by which a path must stay away from the border."""

BEAD_RADIUS = 24
"""Cells that beads of all shapes may be away from the path."""

SOURCE_NULL, TARGET_NULL = -1, -2

Values = NDArray[np.float64]
Moves = NDArray[np.int8]


def length_band(source: PooledSide, target: PooledSide, scores: Scores) -> Band:
    """The cells to search; ``scores``: of small beads."""
    n, m = len(source), len(target)
    if (n + 1) * (m + 1) <= MAX_FULL_CELLS:
        return Band.full(n, m)
    diagonal = _diagonal(source, target)
    width = MIN_WIDTH + int(WIDTH_SHARE * max(n, m))
    while True:
        band = Band.around(diagonal, width) if width < max(n, m) else Band.full(n, m)
        path = viterbi_path(band, scores)
        if width >= max(n, m) or not _touches_border(path, band, int(width * BORDER)):
            return Band.around(path, BEAD_RADIUS)
        width *= 2


def _diagonal(source: PooledSide, target: PooledSide) -> NDArray[np.int64]:
    """For each position in the source that in the target at which as large a share has been read."""
    shares = [side.characters / max(int(side.characters[-1]), 1) for side in (source, target)]
    columns = np.minimum(np.searchsorted(shares[1], shares[0]), len(target))
    columns[0], columns[-1] = 0, len(target)
    return np.stack([np.arange(len(source) + 1), columns], axis=1)


def _touches_border(path: NDArray[np.int64], band: Band, distance: int) -> bool:
    """Whether a path comes nearer to the border than ``distance`` columns, but for the text's ends."""
    low, high = band.low[path[:, 0]], band.high[path[:, 0]]
    left, right = path[:, 1] - low < distance, high - path[:, 1] < distance
    return bool(((left & (low > 0)) | (right & (high < band.n_target))).any())


def viterbi_path(band: Band, scores: Scores) -> NDArray[np.int64]:
    """The cells of the likeliest path, from the first to the last; int64, shape ``(steps, 2)``."""
    skipped = np.concatenate([[0.0], np.cumsum(scores.target_null)])
    tallest = max(tall for tall, _ in scores.shapes)
    rows: list[Values] = []
    moves: list[Moves] = []
    for block in band.blocks():
        pairs = scores.pairs(block)
        for line, row in enumerate(block.rows):
            low, high = int(band.low[row]), int(band.high[row])
            gains = pairs[:, line, low - block.columns.start : high + 1 - block.columns.start]
            value, move = _entered(rows, band, row, scores, gains)
            before = value - skipped[low : high + 1]
            passed = np.maximum.accumulate(before)
            moves.append(np.where(passed > before, np.int8(TARGET_NULL), move))
            rows.append(passed + skipped[low : high + 1])
            if row > tallest:
                rows[row - tallest - 1] = passed[:0]  # no longer needed
    return _traced(moves, band, scores.shapes)


def _entered(
    rows: Sequence[Values], band: Band, row: int, scores: Scores, gains: NDArray[np.float32]
) -> tuple[Values, Moves]:
    """Best values of a row's cells by pairs and source nulls, and the moves that enter them."""
    low, width = int(band.low[row]), gains.shape[1]
    if not row:
        return np.where(np.arange(width), -np.inf, 0.0), np.zeros(width, dtype=np.int8)
    best = _shifted(rows[row - 1], int(band.low[row - 1]), low, width) + scores.source_null[row - 1]
    move = np.full(width, SOURCE_NULL, dtype=np.int8)
    for number, (tall, wide) in enumerate(scores.shapes):
        if tall <= row:
            value = _shifted(rows[row - tall], int(band.low[row - tall]), low - wide, width) + gains[number]
            move[value > best] = number
            np.maximum(best, value, out=best)
    return best, move


def _shifted(values: Values, first: int, start: int, width: int) -> Values:
    """``width`` values from column ``start`` of a row that begins at column ``first``; else ``-inf``."""
    line = np.full(width, -np.inf)
    copy_overlap(line, start, values, first)
    return line


def _traced(moves: Sequence[Moves], band: Band, shapes: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """The cells of the best path."""
    row, column = band.n_source, band.n_target
    path = [(row, column)]
    while row or column:
        move = int(moves[row][column - int(band.low[row])])
        down, left = {SOURCE_NULL: (1, 0), TARGET_NULL: (0, 1)}.get(move) or shapes[move]
        row, column = row - down, column - left
        path.append((row, column))
    return np.array(path[::-1], dtype=np.int64)
