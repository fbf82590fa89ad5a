"""Posteriors over paths of a few competing beads, with a memory of one bead.

As in :mod:`align.alignment.lattice`, source nulls come before target nulls between two pairs. A
null that follows a null of its side may cost less than one that begins a gap (Gotoh, 1982), and a
gap of both sides at one place is a thing of its own (free translation, or two passages that have
nothing to do with each other), so what came last is part of the state: a pair (or the beginning), a
source null, a target null.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges

PAIR, SOURCE_NULL, TARGET_NULL = 0, 1, 2
WHOLE = 0.5
"""Sentences that a factor e in the probability of a path is worth."""

NEVER = -1e30
"""Log-score of what cannot be: a number, so that differences of two such stay numbers."""


@dataclass(frozen=True, eq=False)
class Posterior:
    """What all paths together say.

    ``total``: their log-sum. ``edges``: probability of each edge, shape ``(k,)``. ``runs``: expected
    number of nulls that follow a null of the same side. ``turns``: of target nulls that follow a source
    null.
    """

    total: float
    edges: NDArray[np.float64]
    runs: float
    turns: float


@dataclass(frozen=True)
class Gaps:
    """Log-scores that are added to a null after another.

    ``run``: after a null of its own side; ``turn``: to a target null after a source null.
    """

    extend: float = 0.0
    switch: float = 0.0


@dataclass(frozen=True, eq=False)
class Graph:
    """Paths from ``(0, 0)`` to the last cell over ``edges``."""

    edges: Edges

    @cached_property
    def links(self) -> list[tuple[int, int, int]]:
        """Of each edge: number of its first cell, number of its last, kind."""
        numbers: dict[tuple[int, int], int] = {(0, 0): 0}
        found = []
        for start, stop in zip(self.edges.start.tolist(), self.edges.stop.tolist(), strict=True):
            kind = SOURCE_NULL if start[1] == stop[1] else TARGET_NULL if start[0] == stop[0] else PAIR
            first = numbers.setdefault((start[0], start[1]), len(numbers))
            found.append((first, numbers.setdefault((stop[0], stop[1]), len(numbers)), kind))
        return found

    def posterior(self, scores: NDArray[np.float64], gaps: Gaps) -> Posterior:
        """``scores``: log-score of each edge; ``gaps``: added to nulls that follow a null."""
        values = scores.tolist()
        forwards = self._forwards(values, gaps)
        backwards = self._backwards(values, gaps)
        total = backwards[0][PAIR]
        posterior, runs, turns = np.zeros(len(values)), 0.0, 0.0
        for number, ((first, last, kind), score) in enumerate(zip(self.links, values, strict=True)):
            rest = backwards[last][kind] + score - total
            ways = [math.exp(min(way + rest, 0.0)) for way in _ways(forwards[first], kind, gaps)]
            posterior[number] = min(sum(ways), 1.0)
            runs += ways[kind] if kind != PAIR else 0.0
            turns += ways[SOURCE_NULL] if kind == TARGET_NULL else 0.0
        return Posterior(total, posterior, runs, turns)

    def _forwards(self, values: list[float], gaps: Gaps) -> list[list[float]]:
        """Log-sum of all paths from the first cell into each state of each cell."""
        sums = [[NEVER] * 3 for _ in range(1 + max(max(link[:2]) for link in self.links))]
        sums[0][PAIR] = 0.0
        for (first, last, kind), score in zip(self.links, values, strict=True):
            for way in _ways(sums[first], kind, gaps):
                sums[last][kind] = _log_add(sums[last][kind], way + score)
        return sums

    def _backwards(self, values: list[float], gaps: Gaps) -> list[list[float]]:
        """Log-sum of all paths from each state of each cell to the last cell."""
        sums = [[NEVER] * 3 for _ in range(1 + max(max(link[:2]) for link in self.links))]
        sums[self.links[-1][1]] = [0.0, 0.0, 0.0]
        for (first, last, kind), score in zip(reversed(self.links), reversed(values), strict=True):
            for state, way in enumerate(_ways([0.0] * 3, kind, gaps)):
                sums[first][state] = _log_add(sums[first][state], sums[last][kind] + score + way)
        return sums

    def of_beads(self, posterior: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probability of each edge as a bead: a null is one bead wherever it stands."""
        beads = posterior.copy()
        for kind, side in ((SOURCE_NULL, 0), (TARGET_NULL, 1)):
            held = np.array([link[2] == kind for link in self.links])
            sentence = self.edges.start[held, side]
            beads[held] = np.bincount(sentence, posterior[held])[sentence] if held.any() else 0.0
        return np.minimum(beads, 1.0)

    def decoded(self, posterior: NDArray[np.float64]) -> list[int]:
        """The path with most sentences expected in right beads, and likely as a whole (:data:`WHOLE`).

        The second part matters where many paths are about as good: it keeps to one of them.
        """
        sentences = self.edges.sizes.sum(axis=1)
        return self.best_path(posterior * sentences + WHOLE * np.log(posterior + 1e-9))

    def best_path(self, gains: NDArray[np.float64]) -> list[int]:
        """The edges, in order, of the path with the greatest sum of ``gains``."""
        best: dict[int, tuple[float, int]] = {0: (0.0, -1)}
        for number, ((first, last, _), gain) in enumerate(zip(self.links, gains.tolist(), strict=True)):
            if first in best:
                value = best[first][0] + gain
                if last not in best or value > best[last][0]:
                    best[last] = value, number
        path: list[int] = []
        cell = self.links[-1][1]
        while cell:
            path.append(best[cell][1])
            cell = self.links[path[-1]][0]
        return path[::-1]


def _ways(states: list[float], kind: int, gaps: Gaps) -> tuple[float, ...]:
    """The log-scores of coming to an edge of this kind from each state that allows it, a pair first."""
    after_pair, after_source, after_target = states
    if kind == PAIR:
        return after_pair, after_source, after_target
    if kind == SOURCE_NULL:
        return after_pair, after_source + gaps.extend
    return after_pair, after_source + gaps.switch, after_target + gaps.extend


def _log_add(one: float, other: float) -> float:
    """``log(exp(one) + exp(other))``."""
    high, low = (one, other) if one > other else (other, one)
    return high + math.log1p(math.exp(low - high)) if low > NEVER / 2 else high
