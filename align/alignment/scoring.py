"""Log-scores of every bead in a band, from pooled vectors and lengths: the first pass."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Block
from align.alignment.lattice import Floats, Shapes
from align.alignment.pooling import Cosines, Side


def shapes_up_to(max_bead: int) -> Shapes:
    """All shapes of pairs with at most ``max_bead`` sentences on a side and ``max_bead + 1`` in all."""
    sizes = range(1, max_bead + 1)
    return tuple((a, b) for a in sizes for b in sizes if a + b <= max_bead + 1)


@dataclass(frozen=True, eq=False)
class PooledScores:
    """Cosine, cosine with the neighbours and difference of length, weighted; nulls at one price.

    ``ratio``: characters of the target to one of the source. ``weights``: ``Weights.coarse``.
    """

    source: Side
    target: Side
    shapes: Shapes
    ratio: float
    weights: dict[str, float]

    @property
    def source_null(self) -> Floats:
        """Of leaving each source sentence alone, shape ``(n,)``."""
        return np.full(len(self.source), self.weights["null"])

    @property
    def target_null(self) -> Floats:
        """Of leaving each target sentence alone, shape ``(m,)``."""
        return np.full(len(self.target), self.weights["null"])

    def backwards(self) -> PooledScores:
        """Of the same text read from its end."""
        return replace(self, source=self.source.backwards(), target=self.target.backwards())

    def pairs(self, block: Block) -> NDArray[np.float32]:
        """Of the pairs that end at each cell, shape ``(shapes, rows, columns)``."""
        cosines = Cosines.of(self.source, self.target, block, max(max(shape) for shape in self.shapes))
        scores = np.full((len(self.shapes), len(block.rows), len(block.columns)), -np.inf, dtype=np.float32)
        rows, columns = np.array(block.rows), np.array(block.columns)
        for picture, (a, b) in zip(scores, self.shapes, strict=True):
            inside = np.ix_(rows >= a, columns >= b)
            picture[inside] = self._of_shape(cosines, a, b)[inside]
        return scores

    def _of_shape(self, cosines: Cosines, a: int, b: int) -> Floats:
        """Of one shape of pair, shape ``(rows, columns)``; meaningless where it does not fit."""
        weights, size = self.weights, (a + b) / 2
        constant = weights["extra"] * (a + b - 2) + weights["both"] * (min(a, b) - 1)
        return np.asarray(
            size * weights["cosine.sized"] * cosines.window(a, b)
            + size * weights["beside.sized"] * cosines.beside(a, b)
            + size * weights["length.sized"] * self._length(cosines.block, a, b)
            + constant
        )

    def _length(self, block: Block, a: int, b: int) -> Floats:
        """Absolute logarithm of the ratio of the lengths, as the document leads to expect it."""
        source = _characters(self.source, np.array(block.rows), a) * self.ratio
        target = _characters(self.target, np.array(block.columns), b)
        return np.asarray(np.abs(np.log(target + 5) - np.log(source + 5)[:, None]))


def _characters(side: Side, ends: NDArray[np.int64], size: int) -> Floats:
    """Characters of the windows that end at ``ends``."""
    return np.asarray(side.characters[ends] - side.characters[np.maximum(ends - size, 0)], dtype=np.float64)
