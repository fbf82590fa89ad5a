"""Beads that compete for the same sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Edges:
    """Edges of the lattice, each from cell ``start`` to cell ``stop`` (int64, shape ``(k, 2)`` each).

    ``posterior``: fraction 0-1, shape ``(k,)``, among all alignments looked at so far. Ordered by
    ``stop``, so that every edge comes after those it continues.
    """

    start: Cells
    stop: Cells
    posterior: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.start)

    @classmethod
    def ordered(cls, start: Cells, stop: Cells, posterior: NDArray[np.float64]) -> Edges:
        """The same edges in the order that the class asks for."""
        order = np.lexsort((start[:, 1], start[:, 0], stop[:, 1], stop[:, 0]))
        return cls(start[order], stop[order], posterior[order])

    @property
    def sizes(self) -> Cells:
        """Sentences of source and target in each."""
        return self.stop - self.start

    @property
    def pairs(self) -> NDArray[np.bool_]:
        """Which are no nulls."""
        return np.asarray((self.sizes > 0).all(axis=1))

    def is_connected(self, n_source: int, n_target: int) -> bool:
        """Whether a path over them leads from ``(0, 0)`` to ``(n_source, n_target)``."""
        reached = {(0, 0)}
        for start, stop in zip(map(tuple, self.start.tolist()), map(tuple, self.stop.tolist()), strict=True):
            if start in reached:
                reached.add(stop)
        return (n_source, n_target) in reached

    def where(self, keep: NDArray[np.bool_]) -> Edges:
        """Some of them, in the same order."""
        return Edges(self.start[keep], self.stop[keep], self.posterior[keep])

    def compatible_with(self, sure: NDArray[np.bool_]) -> Edges:
        """Without those that contradict an edge that is sure (which do not contradict each other)."""
        keep = sure.copy()
        stops = np.concatenate([[[0, 0]], self.stop[sure]])
        starts = np.concatenate([self.start[sure], [[np.iinfo(np.int64).max] * 2]])
        gap = np.searchsorted(stops[:, 0], self.start[:, 0], side="right") - 1
        # several sure edges may end in one row; the right gap is the last whose column fits as well
        gap = np.minimum(gap, np.searchsorted(stops[:, 1], self.start[:, 1], side="right") - 1)
        keep |= (self.start >= stops[gap]).all(axis=1) & (self.stop <= starts[gap]).all(axis=1)
        return self.where(keep)


def windows(side: int, edges: Edges) -> Sequence[tuple[int, int]]:
    """The stretches of sentences (start, stop) of one side (0 source, 1 target) that edges hold."""
    return list(zip(edges.start[:, side].tolist(), edges.stop[:, side].tolist(), strict=True))
