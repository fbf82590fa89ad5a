"""Cosines of all windows of both sides, from vectors of single sentences.

The vector of several sentences is approximated by the sum of their vectors, each weighted by the square root
of its length. The dot product of two windows is then a sum over a rectangle of the matrix of products of
single sentences, which an integral image (summed-area table) gives in constant time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Block

Matrix = NDArray[np.float32]


def unit_rows(vectors: Matrix) -> Matrix:
    """The vectors divided by their lengths; a vector of zeros stays."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))


@dataclass(frozen=True, eq=False)
class PooledSide:
    """One side of the text, prepared for windows of up to ``max_bead`` sentences.

    Attributes:
        weighted: sentence vectors times their weights, float32, shape ``(n, dim)``.
        norms: lengths of the window sums, shape ``(max_bead + 1, n + 1)``; ``[k, i]`` is that of the ``k``
            sentences before position ``i``.
        characters: total length of the first *i* sentences, shape ``(n + 1,)``.
    """

    weighted: Matrix
    norms: NDArray[np.float64]
    characters: NDArray[np.int64]

    @classmethod
    def of(cls, vectors: Matrix, characters: NDArray[np.int64], max_bead: int) -> PooledSide:
        """``vectors``: unit rows, shape ``(n, dim)``; ``characters``: of each sentence, shape ``(n,)``."""
        weighted = vectors * np.sqrt(np.maximum(characters, 1))[:, None].astype(np.float32)
        norms = np.sqrt(np.maximum(_squared_norms(weighted, max_bead), 1e-12))
        return cls(weighted, norms, np.concatenate([[0], np.cumsum(characters)]))

    def __len__(self) -> int:
        return len(self.weighted)

    def backwards(self) -> PooledSide:
        """The same sentences in reverse order."""
        norms = np.ones_like(self.norms)
        for size in range(1, len(norms)):
            norms[size, size:] = self.norms[size, size:][::-1]
        return PooledSide(
            np.ascontiguousarray(self.weighted[::-1]), norms, self.characters[-1] - self.characters[::-1]
        )


def _squared_norms(weighted: Matrix, max_bead: int) -> NDArray[np.float64]:
    """Squared lengths of the window sums, shaped as ``PooledSide.norms``."""
    n = len(weighted)
    products = [np.einsum("nd,nd->n", weighted[: n - k], weighted[k:]) for k in range(min(max_bead, n))]
    squares = np.zeros((max_bead + 1, n + 1))
    for size in range(1, len(products) + 1):
        count = n + 1 - size  # windows of this size, by their first sentence
        added = products[0][:count] + 2 * sum(products[k][:count] for k in range(1, size))
        squares[size, size:] = squares[size - 1, size:] + added
    return squares


@dataclass(frozen=True, eq=False)
class WindowCosines:
    """Cosines of the windows that end in a block's cells.

    ``reach``: sentences before the block that ``integral`` (the integral image) covers as well.
    """

    source: PooledSide
    target: PooledSide
    block: Block
    reach: int
    integral: NDArray[np.float64]

    @classmethod
    def of(cls, source: PooledSide, target: PooledSide, block: Block, max_bead: int) -> WindowCosines:
        """One matrix product for the block and the sentences around it."""
        reach = max_bead + 1
        rows = _padded(source.weighted, block.rows, reach)
        columns = _padded(target.weighted, block.columns, reach)
        integral = np.zeros((len(rows) + 1, len(columns) + 1))
        np.cumsum(rows @ columns.T, axis=0, out=integral[1:, 1:], dtype=np.float64)
        np.cumsum(integral[1:, 1:], axis=1, out=integral[1:, 1:])
        return cls(source, target, block, reach, integral)

    def window(self, tall: int, wide: int) -> NDArray[np.float64]:
        """Cosine of the windows of ``tall`` by ``wide`` sentences that end at each cell."""
        return self._cosine((tall, wide), self.block.rows, self.block.columns)

    def beside(self, tall: int, wide: int) -> NDArray[np.float64]:
        """Mean cosine of each window with the sentences before and after its partner; 0 outside the text."""
        source, target, reach = self._source_strips[tall], self._target_strips[wide], self.reach
        rows, columns = len(self.block.rows), len(self.block.columns)
        before = source[:, reach - 1 - wide :][:, :columns] + target[reach - 1 - tall :][:rows]
        return np.asarray((before + source[:, reach:][:, :columns] + target[reach:][:rows]) / 4)

    @cached_property
    def _source_strips(self) -> list[NDArray[np.float64]]:
        """Cosines of source windows with single sentences, ``reach - 1`` columns before to one after."""
        start, stop = self.block.columns.start - self.reach + 1, self.block.columns.stop + 1
        return [self._cosine((size, 1), self.block.rows, range(start, stop)) for size in range(self.reach)]

    @cached_property
    def _target_strips(self) -> list[NDArray[np.float64]]:
        """Cosines of target windows with single sentences, ``reach - 1`` rows before to one after."""
        start, stop = self.block.rows.start - self.reach + 1, self.block.rows.stop + 1
        return [self._cosine((1, size), range(start, stop), self.block.columns) for size in range(self.reach)]

    def _cosine(self, size: tuple[int, int], ends: range, target_ends: range) -> NDArray[np.float64]:
        """Cosines of the windows of this size that end at these positions."""
        rows, row_norms = self._axis(ends, self.block.rows.start, self.source, size[0])
        columns, column_norms = self._axis(target_ends, self.block.columns.start, self.target, size[1])
        integral, (tall, wide) = self.integral, size
        up = slice(rows.start - tall, rows.stop - tall)
        left = slice(columns.start - wide, columns.stop - wide)
        total = integral[rows, columns] - integral[up, columns] - integral[rows, left] + integral[up, left]
        return np.asarray(total * row_norms[:, None] * column_norms)

    def _axis(
        self, positions: range, origin: int, side: PooledSide, size: int
    ) -> tuple[slice, NDArray[np.float64]]:
        """Where the windows end in the integral image, and one over their norms (0 where none fits)."""
        ends = np.arange(positions.start, positions.stop)
        fits = (ends >= size) & (ends <= len(side))
        inverse = np.where(fits, 1 / side.norms[size, np.clip(ends, 0, len(side))], 0.0)
        first = self.reach + positions.start - origin
        return slice(first, first + len(positions)), inverse


def _padded(weighted: Matrix, positions: range, reach: int) -> Matrix:
    """The sentences from ``reach`` before the first position to one after the last; zeros outside."""
    start, stop = positions.start - reach, positions.stop
    inside = weighted[max(start, 0) : min(stop, len(weighted))]
    before, after = max(-start, 0), stop - start - max(-start, 0) - len(inside)
    return np.pad(inside, ((before, after), (0, 0)))
