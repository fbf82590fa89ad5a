"""Log-scores of all pairs of a short text, computed once for both directions of a search."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import BLOCK_CELLS, Band, Block
from align.alignment.lattice import Floats, Scores, Shapes


@dataclass(frozen=True, eq=False)
class KnownScores:
    """Scores that are looked up.

    Attributes:
        shapes: the shapes of pairs.
        source_null: of leaving each source sentence unpaired, shape ``(n,)``.
        target_null: of leaving each target sentence unpaired, shape ``(m,)``.
        values: of the pairs that end at each cell, shape ``(shapes, n + 1, m + 1)``; ``-inf`` if none fits.
    """

    shapes: Shapes
    source_null: Floats
    target_null: Floats
    values: NDArray[np.float32]

    @classmethod
    def of(cls, scores: Scores, band: Band) -> KnownScores:
        """The scores of a whole text."""
        block = Block(range(band.n_source + 1), range(band.n_target + 1))
        return cls(scores.shapes, scores.source_null, scores.target_null, scores.pairs(block))

    def pairs(self, block: Block) -> NDArray[np.float32]:
        """Those that end at each cell of a block, shape ``(shapes, rows, columns)``."""
        rows, columns = block.rows, block.columns
        return self.values[:, rows.start : rows.stop, columns.start : columns.stop]

    def backwards(self) -> KnownScores:
        """Of the same text, the sentences of both sides in reverse order: a pair ends where it began."""
        mirrored = np.full_like(self.values, -np.inf)
        for own, values, (a, b) in zip(mirrored, self.values, self.shapes, strict=True):
            own[a:, b:] = values[a:, b:][::-1, ::-1]
        return KnownScores(self.shapes, self.source_null[::-1], self.target_null[::-1], mirrored)


def known_if_small(scores: Scores, band: Band) -> Scores:
    """The scores, looked up where the whole lattice is searched and is small."""
    size = (band.n_source + 1) * (band.n_target + 1)
    return KnownScores.of(scores, band) if band.cells == size <= BLOCK_CELLS else scores
