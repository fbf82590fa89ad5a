"""Candidate beads as edges of a lattice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Edges:
    """Edges of the lattice (see :mod:`align.alignment.band`), one for each candidate bead.

    Attributes:
        start: cell where each edge begins, int64, shape ``(k, 2)``.
        stop: cell where it ends. The edges are ordered by ``stop``, so that every edge comes after those
            it can follow on a path.
        posterior: probability among all alignments considered so far, fraction 0-1, shape ``(k,)``.
    """

    start: Cells
    stop: Cells
    posterior: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.start)

    @classmethod
    def ordered(cls, start: Cells, stop: Cells, posterior: NDArray[np.float64]) -> Edges:
        """Edges given in any order, sorted by ``stop``."""
        order = np.lexsort((start[:, 1], start[:, 0], stop[:, 1], stop[:, 0]))
        return cls(start[order], stop[order], posterior[order])

    @property
    def sizes(self) -> Cells:
        """Sentences of source and target in each, shape ``(k, 2)``."""
        return self.stop - self.start

    @property
    def pairs(self) -> NDArray[np.bool_]:
        """Which have sentences on both sides, shape ``(k,)``; the others are nulls."""
        return np.asarray((self.sizes > 0).all(axis=1))

    def is_connected(self, n_source: int, n_target: int) -> bool:
        """Whether a path over them leads from ``(0, 0)`` to ``(n_source, n_target)``."""
        reached = {(0, 0)}
        for start, stop in zip(map(tuple, self.start.tolist()), map(tuple, self.stop.tolist()), strict=True):
            if start in reached:
                reached.add(stop)
        return (n_source, n_target) in reached

    def where(self, keep: NDArray[np.bool_] | NDArray[np.int64]) -> Edges:
        """Those where ``keep`` (shape ``(k,)``) is true, or those of these numbers, in the same order."""
        return Edges(self.start[keep], self.stop[keep], self.posterior[keep])

    def compatible_with(self, certain: NDArray[np.bool_]) -> Edges:
        """Without those that contradict a certain edge; the certain ones do not contradict each other."""
        keep = certain.copy()
        stops = np.concatenate([[[0, 0]], self.stop[certain]])
        starts = np.concatenate([self.start[certain], [[np.iinfo(np.int64).max] * 2]])
        gap = np.searchsorted(stops[:, 0], self.start[:, 0], side="right") - 1
        # several certain edges may end in one row: take the last gap whose first column fits as well
        gap = np.minimum(gap, np.searchsorted(stops[:, 1], self.start[:, 1], side="right") - 1)
        keep |= (self.start >= stops[gap]).all(axis=1) & (self.stop <= starts[gap]).all(axis=1)
        return self.where(keep)


def windows(side: int, edges: Edges) -> Sequence[tuple[int, int]]:
    """Of each edge the sentences of one side (0 source, 1 target): first, and one after the last."""
    return list(zip(edges.start[:, side].tolist(), edges.stop[:, side].tolist(), strict=True))
