"""Log-scores of every bead in a band, from pooled vectors and lengths: the first pass."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Block
from align.alignment.lattice import Floats, Shapes
from align.alignment.lengths import log_length_difference
from align.alignment.pooling import PooledSide, WindowCosines


def shapes_up_to(max_bead: int) -> Shapes:
    """All shapes of pairs with at most ``max_bead`` sentences on a side and ``max_bead + 1`` in all."""
    sizes = range(1, max_bead + 1)
    return tuple((a, b) for a in sizes for b in sizes if a + b <= max_bead + 1)


@dataclass(frozen=True, eq=False)
class PooledScores:
    """Log-scores of the first pass: a weighted sum of three features; every null has the same score.

    The features are the cosine of the two sides, their mean cosine with the adjacent sentences, and the
    difference of their lengths.

    Attributes:
        source: pooled vectors and lengths of the source.
        target: the same of the target.
        shapes: the shapes of pairs that are scored.
        ratio: characters of the target for one of the source.
        weights: ``Weights.coarse``.
    """

    source: PooledSide
    target: PooledSide
    shapes: Shapes
    ratio: float
    weights: dict[str, float]

    @property
    def source_null(self) -> Floats:
        """Of leaving each source sentence unpaired, shape ``(n,)``."""
        return np.full(len(self.source), self.weights["null"])

    @property
    def target_null(self) -> Floats:
        """Of leaving each target sentence unpaired, shape ``(m,)``."""
        return np.full(len(self.target), self.weights["null"])

    def backwards(self) -> PooledScores:
        """Of the same text, the sentences of both sides in reverse order."""
        return replace(self, source=self.source.backwards(), target=self.target.backwards())

    def pairs(self, block: Block) -> NDArray[np.float32]:
        """Of the pairs that end at each cell, shape ``(shapes, rows, columns)``; ``-inf`` where none fits."""
        max_bead = max(max(shape) for shape in self.shapes)
        cosines = WindowCosines.of(self.source, self.target, block, max_bead)
        scores = np.full((len(self.shapes), len(block.rows), len(block.columns)), -np.inf, dtype=np.float32)
        rows, columns = np.array(block.rows), np.array(block.columns)
        for of_shape, (a, b) in zip(scores, self.shapes, strict=True):
            fits = np.ix_(rows >= a, columns >= b)
            of_shape[fits] = self._of_shape(cosines, a, b)[fits]
        return scores

    def _of_shape(self, cosines: WindowCosines, a: int, b: int) -> Floats:
        """Of one shape of pair, shape ``(rows, columns)``; without meaning where it does not fit."""
        weights, size = self.weights, (a + b) / 2
        constant = weights["extra"] * (a + b - 2) + weights["both"] * (min(a, b) - 1)
        return np.asarray(
            size * weights["cosine.sized"] * cosines.window(a, b)
            + size * weights["beside.sized"] * cosines.beside(a, b)
            + size * weights["length.sized"] * self._length_difference(cosines.block, a, b)
            + constant
        )

    def _length_difference(self, block: Block, a: int, b: int) -> Floats:
        """Of the windows of ``a`` by ``b`` sentences that end at each cell, shape ``(rows, columns)``."""
        source = characters_before(self.source, np.array(block.rows), a)
        target = characters_before(self.target, np.array(block.columns), b)
        return log_length_difference(source[:, None], target, self.ratio)


def characters_before(side: PooledSide, ends: NDArray[np.int64], size: int) -> Floats:
    """Characters of the windows of ``size`` sentences that end at ``ends``."""
    return np.asarray(side.characters[ends] - side.characters[np.maximum(ends - size, 0)], dtype=np.float64)
