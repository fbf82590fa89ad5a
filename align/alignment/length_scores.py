"""Log-scores of the first pass where lengths carry the alignment: pooled vectors and a normal model."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Band, Block
from align.alignment.features.document_pair import DocumentPair
from align.alignment.lattice import Floats, Scores, Shapes
from align.alignment.length_band import length_band
from align.alignment.lengths import normal_difference
from align.alignment.scoring import PooledScores, characters_before, shapes_up_to
from align.alignment.search_band import search_band

NORMAL = "normal"
"""Name of the weight that only the scores with a normal model of the lengths have."""

MAX_NORMAL = 25.0
"""Greatest value of the normal term: longer differences do not count more."""


SMALL_BEAD = 2
"""Sentences of a side in the beads that the cells to search are found with."""


@dataclass(frozen=True, eq=False)
class LengthScores:
    """The scores of pooled vectors, and the difference of lengths as in a normal distribution.

    Its variance grows with the length (Gale and Church, 1993).

    Attributes:
        pooled: the scores of the first pass on pooled vectors and on the logarithm of the lengths' ratio.
    """

    pooled: PooledScores

    @property
    def shapes(self) -> Shapes:
        """The shapes of pairs that are scored."""
        return self.pooled.shapes

    @property
    def source_null(self) -> Floats:
        """Of leaving each source sentence unpaired, shape ``(n,)``."""
        return self.pooled.source_null

    @property
    def target_null(self) -> Floats:
        """Of leaving each target sentence unpaired, shape ``(m,)``."""
        return self.pooled.target_null

    def backwards(self) -> LengthScores:
        """Of the same text, the sentences of both sides in reverse order."""
        return replace(self, pooled=self.pooled.backwards())

    def pairs(self, block: Block) -> NDArray[np.float32]:
        """Of the pairs that end at each cell, shape ``(shapes, rows, columns)``; ``-inf`` where none fits."""
        scores = self.pooled.pairs(block)
        rows, columns = np.array(block.rows), np.array(block.columns)
        weight = self.pooled.weights[NORMAL]
        for number, (a, b) in enumerate(self.shapes):
            source = characters_before(self.pooled.source, rows, a)[:, None]
            target = characters_before(self.pooled.target, columns, b)
            scores[number] += weight * capped_difference(source, target, self.pooled.ratio)
        return scores


def first_scores(pair: DocumentPair, coarse: dict[str, float], max_bead: int) -> Scores:
    """The scores of the first pass that ``coarse`` has weights for."""
    sides = pair.source.pooled, pair.target.pooled
    scores = PooledScores(*sides, shapes_up_to(max_bead), pair.ratio, coarse)
    return LengthScores(scores) if NORMAL in coarse else scores


def search_band_of(pair: DocumentPair, coarse: dict[str, float]) -> Band:
    """The cells to search with these scores."""
    sides = pair.source.pooled, pair.target.pooled
    if NORMAL in coarse:
        return length_band(*sides, first_scores(pair, coarse, SMALL_BEAD))
    return search_band(sides[0].weighted, sides[1].weighted, pair.best_path)


def capped_difference(source: NDArray[np.number], target: NDArray[np.number], ratio: float) -> Floats:
    """The normal term of two lengths, at most :data:`MAX_NORMAL`; arrays broadcast."""
    return np.asarray(np.minimum(normal_difference(source, target, ratio), MAX_NORMAL))
