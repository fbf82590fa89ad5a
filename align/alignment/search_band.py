"""Find the part of the lattice that is worth searching, from coarse to fine.

Adjacent sentences are pooled two by two until the whole matrix of similarities is small. The best path of
each level, at twice the resolution, is the middle of the next level's band (after FastDTW, Salvador and
Chan, 2007, and Vecalign, Thompson and Koehn, 2019). So time and memory grow linearly with the text.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Band, Block
from align.alignment.pooling import Matrix, unit_rows

MAX_FULL_CELLS = 1 << 17
"""Most cells of a matrix that is searched completely."""

RADIUS = 24
"""Cells that the path of a level may be away from that of the level above it."""

BEAD_RADIUS = 12
"""Cells that beads of all shapes may be away from the path of the finest level."""

PAIR_QUANTILE = 0.98
"""Quantile of the similarities in the band, half of which a pair must exceed to be better than two nulls."""

QUANTILE_SAMPLE = 1 << 20
"""Similarities that the quantile is estimated from."""

BY_PAIR, FROM_ABOVE, FROM_LEFT = 0, 1, 2

Moves = NDArray[np.int8]
Values = NDArray[np.float32]


def search_band(source: Matrix, target: Matrix, path: NDArray[np.int64] | None = None) -> Band:
    """The cells to search.

    Args:
        source: weighted vectors, a row a sentence.
        target: the same of the other side.
        path: their :func:`best_path`, where it is known already.
    """
    if (len(source) + 1) * (len(target) + 1) <= MAX_FULL_CELLS:
        return Band.full(len(source), len(target))
    return Band.around(best_path(source, target) if path is None else path, BEAD_RADIUS)


def best_path(source: Matrix, target: Matrix) -> NDArray[np.int64]:
    """The best monotone path of 1-1 steps and nulls, as cells; int64, shape ``(steps, 2)``."""
    return _path(source - source.mean(axis=0), target - target.mean(axis=0))


def _path(source: Matrix, target: Matrix) -> NDArray[np.int64]:
    """A monotone path of 1-1 steps and nulls through centred vectors; int64, shape ``(steps, 2)``."""
    n, m = len(source), len(target)
    if (n + 1) * (m + 1) <= MAX_FULL_CELLS:
        return _best_path(source, target, Band.full(n, m))
    above = _path(_halved(source), _halved(target)) * 2
    above = np.minimum(above, (n, m))
    if (above[-1] != (n, m)).any():
        above = np.concatenate([above, [[n, m]]])
    return _best_path(source, target, Band.around(above, RADIUS))


def _halved(vectors: Matrix) -> Matrix:
    """Sums of adjacent rows, two by two; an odd last row stays as it is."""
    even = np.pad(vectors, ((0, len(vectors) % 2), (0, 0)))
    return np.asarray(even[::2] + even[1::2])


def _best_path(source: Matrix, target: Matrix, band: Band) -> NDArray[np.int64]:
    """The path through a band with the greatest sum of similarities of the pairs on it."""
    units = unit_rows(source), unit_rows(target)
    blocks = [(block, _similarities(*units, block)) for block in band.blocks()]
    threshold = _pair_threshold([similarities for _, similarities in blocks])
    values: list[Values] = []
    moves: list[Moves] = []
    for block, similarities in blocks:
        for line, row in zip(similarities, block.rows, strict=True):
            low, high = int(band.low[row]), int(band.high[row])
            gain = line[low - block.columns.start : high + 1 - block.columns.start] - threshold
            value, move = _row(values[-1] if row else None, int(band.low[max(row - 1, 0)]), low, gain)
            values.append(value)
            moves.append(move)
    return _traced(moves, band)


def _pair_threshold(similarities: list[Matrix]) -> float:
    """The similarity that a pair must exceed; high, because most cells of the band pair nothing."""
    sample = np.concatenate([block.ravel() for block in similarities])
    return float(np.quantile(sample[:: 1 + len(sample) // QUANTILE_SAMPLE], PAIR_QUANTILE)) / 2


def _similarities(source: Matrix, target: Matrix, block: Block) -> Matrix:
    """Of the two sentences before each cell, shape ``(rows, columns)``; 0 where there is none."""
    rows, columns = block.rows, block.columns
    similarities = np.zeros((len(rows), len(columns)), dtype=np.float32)
    top, left = int(rows.start == 0), int(columns.start == 0)
    similarities[top:, left:] = (
        source[rows.start + top - 1 : rows.stop - 1] @ target[columns.start + left - 1 : columns.stop - 1].T
    )
    return similarities


def _row(above: Values | None, low_above: int, low: int, gain: Values) -> tuple[Values, Moves]:
    """Best values of one row's cells and the moves that enter them; ``gain``: of a pair that ends there."""
    if above is None:
        return np.zeros(len(gain), dtype=np.float32), np.full(len(gain), FROM_LEFT, dtype=np.int8)
    known = np.full(len(gain) + 1, -np.inf, dtype=np.float32)  # from column low - 1
    first = max(low - 1, low_above)
    overlap = above[first - low_above : first - low_above + len(known) - (first - low + 1)]
    known[first - low + 1 : first - low + 1 + len(overlap)] = overlap
    pair, down = known[:-1] + gain, known[1:]
    entered = np.maximum(pair, down)
    value = np.maximum.accumulate(entered)
    vertical = np.where(pair > down, BY_PAIR, FROM_ABOVE)
    return value, np.where(value > entered, FROM_LEFT, vertical).astype(np.int8)


def _traced(moves: list[Moves], band: Band) -> NDArray[np.int64]:
    """The cells of the best path, from the first to the last."""
    row, column = band.n_source, band.n_target
    path = [(row, column)]
    while row or column:
        move = int(moves[row][column - int(band.low[row])])
        row, column = row - (move != FROM_LEFT), column - (move != FROM_ABOVE)
        path.append((row, column))
    return np.array(path[::-1], dtype=np.int64)
