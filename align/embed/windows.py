"""Vectors of runs of consecutive sentences, from the vectors of single ones.

A run's vector is the mean of its sentences' vectors, each weighted by the square root of its length (the
embedded encoder itself divides a text's sum by the root of its length). For a long text with beads of up to 8
sentences, all windows would be 8 times the vectors; kept are only their prefix sums, and a window is one
difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from align.errors import InvariantError


@dataclass(frozen=True, eq=False)
class Windows:
    """All windows of a text.

    ``sums``: float64, shape ``(n + 1, dim)``; row *i* is the weighted sum of the first *i* sentences. (In
    float32 the difference of two sums of 20,000 rows would lose three digits.)
    """

    sums: NDArray[np.float64]

    def __len__(self) -> int:
        """Sentences, not windows."""
        return len(self.sums) - 1

    def vectors(self, starts: ArrayLike, stops: ArrayLike) -> NDArray[np.float32]:
        """Of the windows ``[start, stop)``, none of them empty: shape ``(m, dim)``, unit rows."""
        first, last = np.asarray(starts), np.asarray(stops)
        if np.any(first < 0) or np.any(first >= last) or np.any(last > len(self)):
            msg = (
                f"expected windows of at least one of {len(self)} sentences, got starts {first}, stops {last}"
            )
            raise InvariantError(msg)
        rows = self.sums[last] - self.sums[first]
        return np.asarray(rows / np.linalg.norm(rows, axis=-1, keepdims=True), dtype=np.float32)

    def of_size(self, size: int) -> NDArray[np.float32]:
        """Of all windows of ``size`` sentences, by start: shape ``(n - size + 1, dim)``, unit rows."""
        starts = np.arange(max(len(self) - size + 1, 0))
        return self.vectors(starts, starts + size)


def pool(vectors: NDArray[np.float32], lengths: Sequence[int] | NDArray[np.int64]) -> Windows:
    """``vectors``: shape ``(n, dim)``, unit rows; ``lengths``: code points of each sentence, at least one."""
    weights = np.sqrt(np.asarray(lengths, dtype=np.float64))
    if weights.shape != vectors.shape[:1] or not np.all(weights > 0):
        msg = f"expected a positive length for each of {len(vectors)} vectors, got {lengths}"
        raise InvariantError(msg)
    sums = np.zeros((len(vectors) + 1, vectors.shape[1]))
    np.cumsum(vectors * weights[:, None], axis=0, out=sums[1:])
    return Windows(sums)
