"""Log-scores of every bead in a band, from pooled vectors and lengths."""

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
    """Cosine against the cosines of the neighbours, less what differs in length; nulls at one price."""

    source: Side
    target: Side
    max_bead: int
    ratio: float

    @classmethod
    def of(cls, source: Side, target: Side, max_bead: int) -> PooledScores:
        """``ratio``: characters of the target to one of the source, over the whole text."""
        return cls(source, target, max_bead, target.characters[-1] / max(source.characters[-1], 1))

    @property
    def shapes(self) -> Shapes:
        return shapes_up_to(self.max_bead)

    @property
    def source_null(self) -> Floats:
        return np.full(len(self.source), -1.4)

    @property
    def target_null(self) -> Floats:
        return np.full(len(self.target), -1.4)

    def backwards(self) -> PooledScores:
        return replace(self, source=self.source.backwards(), target=self.target.backwards())

    def pairs(self, block: Block) -> NDArray[np.float32]:
        cosines = Cosines.of(self.source, self.target, block, self.max_bead)
        scores = np.full((len(self.shapes), len(block.rows), len(block.columns)), -np.inf, dtype=np.float32)
        rows, columns = np.array(block.rows), np.array(block.columns)
        for picture, (a, b) in zip(scores, self.shapes, strict=True):
            neighbours = (
                cosines.window((a, 1), (0, 1))
                + cosines.window((a, 1), (0, -b))
                + cosines.window((1, b), (1, 0))
                + cosines.window((1, b), (-a, 0))
            ) / 4
            source = self.source.characters[rows] - self.source.characters[np.maximum(rows - a, 0)]
            target = self.target.characters[columns] - self.target.characters[np.maximum(columns - b, 0)]
            length = np.abs(np.log((target + 1)[None] / (source * self.ratio + 1)[:, None]))
            size = (a + b) / 2
            score = size * (cosines.window((a, b)) - 0.3 * neighbours - 0.06 * length) - 0.2 * (a + b - 2)
            inside = np.ix_(rows >= a, columns >= b)
            picture[inside] = 20 * score[inside]
        return scores
