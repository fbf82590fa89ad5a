"""Where to look in a long text: a coarse path first, then finer ones in a band about it.

Neighbouring sentences are pooled two by two until the whole matrix is small. The best path of each
level, drawn at twice the resolution, is the middle of the next level's band (after Salvador and Chan,
2007, and Thompson and Koehn, 2019), so time and memory grow with the number of sentences.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Band, Block
from align.alignment.pooling import Matrix

SMALL = 1 << 17
"""Cells of a matrix that is searched whole."""

RADIUS = 24
"""Cells that a level may move away from the path of the level above it."""

FINE_RADIUS = 12
"""The same, for the search among all shapes of bead."""

QUANTILE = 0.98
"""Of the similarities in the band: what a step must be worth more than, to pair and not to pass."""


def band(source: Matrix, target: Matrix) -> Band:
    """The cells worth looking at; ``source``, ``target``: weighted vectors, a row a sentence."""
    if (len(source) + 1) * (len(target) + 1) <= SMALL:
        return Band.full(len(source), len(target))
    middle = source.mean(axis=0), target.mean(axis=0)
    path = _path(source - middle[0], target - middle[1])
    return Band.around(path, FINE_RADIUS)


def _path(source: Matrix, target: Matrix) -> NDArray[np.int64]:
    """A monotone path of 1-1 steps and nulls through centred vectors; int64, shape ``(steps, 2)``."""
    n, m = len(source), len(target)
    if (n + 1) * (m + 1) <= SMALL:
        return _best_path(source, target, Band.full(n, m))
    above = _path(_halved(source), _halved(target)) * 2
    above = np.minimum(above, (n, m))
    if (above[-1] != (n, m)).any():
        above = np.concatenate([above, [[n, m]]])
    return _best_path(source, target, Band.around(above, RADIUS))


def _halved(vectors: Matrix) -> Matrix:
    """Sums of neighbours, two by two."""
    even = np.pad(vectors, ((0, len(vectors) % 2), (0, 0)))
    return np.asarray(even[::2] + even[1::2])


def _best_path(source: Matrix, target: Matrix, cells: Band) -> NDArray[np.int64]:
    """The path through a band on which the similarity of what it pairs is greatest."""
    units = [
        side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9) for side in (source, target)
    ]
    pictures = [(block, _similarities(units[0], units[1], block)) for block in cells.blocks()]
    price = _price(pictures)
    values: list[NDArray[np.float32]] = []
    moves: list[NDArray[np.int8]] = []
    for block, picture in pictures:
        for line, row in zip(picture, block.rows, strict=True):
            low, high = int(cells.low[row]), int(cells.high[row])
            gain = line[low - block.columns.start : high + 1 - block.columns.start] - price
            value, move = _row(values[-1] if row else None, int(cells.low[max(row - 1, 0)]), low, gain)
            values.append(value)
            moves.append(move)
    return _traced(moves, cells)


def _price(pictures: list[tuple[Block, Matrix]]) -> float:
    """What a pair has to be worth: a high percentile of all similarities, most of which pair nothing."""
    sample = np.concatenate([picture.ravel() for _, picture in pictures])
    return float(np.quantile(sample[:: 1 + len(sample) // (1 << 20)], QUANTILE)) / 2


def _similarities(source: Matrix, target: Matrix, block: Block) -> Matrix:
    """Of the sentences before each cell, shape ``(rows, columns)``; 0 at the edge of the text."""
    rows, columns = block.rows, block.columns
    picture = np.zeros((len(rows), len(columns)), dtype=np.float32)
    top, left = int(rows.start == 0), int(columns.start == 0)
    found = (
        source[rows.start + top - 1 : rows.stop - 1] @ target[columns.start + left - 1 : columns.stop - 1].T
    )
    picture[top:, left:] = found
    return picture


def _row(
    above: NDArray[np.float32] | None, low_above: int, low: int, gain: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """Best values of one row's cells and how they are entered: 0 by a pair, 1 from above, 2 from the left."""
    if above is None:
        return np.zeros(len(gain), dtype=np.float32), np.full(len(gain), 2, dtype=np.int8)
    known = np.full(len(gain) + 1, -np.inf, dtype=np.float32)  # columns low - 1 and on
    first = max(low - 1, low_above)
    piece = above[first - low_above : first - low_above + len(known) - (first - low + 1)]
    known[first - low + 1 : first - low + 1 + len(piece)] = piece
    pair, down = known[:-1] + gain, known[1:]
    entered = np.maximum(pair, down)
    value = np.maximum.accumulate(entered)
    return value, np.where(value > entered, 2, np.where(pair > down, 0, 1)).astype(np.int8)


def _traced(moves: list[NDArray[np.int8]], cells: Band) -> NDArray[np.int64]:
    """The cells of the best path, from the first to the last."""
    row, column = cells.n_source, cells.n_target
    path = [(row, column)]
    while row or column:
        move = int(moves[row][column - int(cells.low[row])])
        row, column = row - (move != 2), column - (move != 1)
        path.append((row, column))
    return np.array(path[::-1], dtype=np.int64)
