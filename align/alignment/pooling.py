"""Cosines of all windows of both sides, from vectors of single sentences.

The vector of several sentences is taken to be the sum of their vectors, each weighted by the
square root of its length; the cosine of two windows is then a sum over a rectangle of the matrix
of sentence cosines, which an integral image gives at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Block

Matrix = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Side:
    """One side of the text.

    ``weighted``: sentence vectors times their weights, float32, shape ``(n, dim)``.
    ``norms``: lengths of the window sums, shape ``(max_bead + 1, n + 1)``; ``[k, i]`` is the
    window of ``k`` sentences that ends at position ``i``.
    ``characters``: in the first *i* sentences, shape ``(n + 1,)``.
    """

    weighted: Matrix
    norms: NDArray[np.float64]
    characters: NDArray[np.int64]

    @classmethod
    def of(cls, vectors: Matrix, characters: NDArray[np.int64], max_bead: int) -> Side:
        """``vectors``: unit rows, shape ``(n, dim)``; ``characters``: of each sentence, shape ``(n,)``."""
        weighted = vectors * np.sqrt(np.maximum(characters, 1))[:, None].astype(np.float32)
        sums = np.concatenate(
            [np.zeros((1, vectors.shape[1])), np.cumsum(weighted, axis=0, dtype=np.float64)]
        )
        norms = np.ones((max_bead + 1, len(sums)))
        for size in range(1, min(max_bead, len(vectors)) + 1):
            norms[size, size:] = np.maximum(np.linalg.norm(sums[size:] - sums[:-size], axis=1), 1e-9)
        return cls(weighted, norms, np.concatenate([[0], np.cumsum(characters)]))

    def __len__(self) -> int:
        return len(self.weighted)

    def backwards(self) -> Side:
        """The same text read from its end."""
        norms = np.ones_like(self.norms)
        for size in range(1, len(norms)):
            norms[size, size:] = self.norms[size, size:][::-1]
        return Side(self.weighted[::-1], norms, self.characters[-1] - self.characters[::-1])


@dataclass(frozen=True, eq=False)
class Cosines:
    """Cosines of the windows that end in a block's cells."""

    source: Side
    target: Side
    block: Block
    reach: int
    integral: NDArray[np.float64]

    @classmethod
    def of(cls, source: Side, target: Side, block: Block, max_bead: int) -> Cosines:
        """One matrix product for the block and the sentences about it."""
        reach = max_bead + 1
        left = _padded(source.weighted, block.rows, reach)
        right = _padded(target.weighted, block.columns, reach)
        integral = np.zeros((len(left) + 1, len(right) + 1))
        np.cumsum(left @ right.T, axis=0, out=integral[1:, 1:], dtype=np.float64)
        np.cumsum(integral[1:, 1:], axis=1, out=integral[1:, 1:])
        return cls(source, target, block, reach, integral)

    def window(self, size: tuple[int, int], shift: tuple[int, int] = (0, 0)) -> NDArray[np.float64]:
        """Cosine of the windows of ``size`` that end ``shift`` after each cell; 0 outside the text."""
        rows, row_norms = self._axis(self.block.rows, self.source, size[0], shift[0])
        columns, column_norms = self._axis(self.block.columns, self.target, size[1], shift[1])
        image, (tall, wide) = self.integral, size
        up = slice(rows.start - tall, rows.stop - tall)
        left = slice(columns.start - wide, columns.stop - wide)
        total = image[rows, columns] - image[up, columns] - image[rows, left] + image[up, left]
        return np.asarray(total * row_norms[:, None] * column_norms)

    def _axis(self, positions: range, side: Side, size: int, shift: int) -> tuple[slice, NDArray[np.float64]]:
        """Where the windows end in the image, and one over their lengths (0 where there is no window)."""
        ends = np.arange(positions.start, positions.stop) + shift
        there = (ends >= size) & (ends <= len(side))
        inverse = np.where(there, 1 / side.norms[size, np.clip(ends, 0, len(side))], 0.0)
        return slice(self.reach + shift, self.reach + shift + len(positions)), inverse


def _padded(weighted: Matrix, positions: range, reach: int) -> Matrix:
    """The sentences from ``reach`` before the first position to one after the last; zeros outside."""
    start, stop = positions.start - reach, positions.stop
    inside = weighted[max(start, 0) : min(stop, len(weighted))]
    before, after = max(-start, 0), stop - start - max(-start, 0) - len(inside)
    return np.pad(inside, ((before, after), (0, 0)))
