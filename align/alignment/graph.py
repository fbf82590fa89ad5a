"""Posteriors over all paths of a few candidate beads, with affine gap scores.

As in :mod:`align.alignment.lattice`, source nulls come before target nulls between two pairs. A null that
follows a null of its side may cost less than one that begins a gap (Gotoh, 1982), and a target null after a
source null has a score of its own (a free translation, or two unrelated passages). So the kind of the last
edge is part of the state: a pair (or the beginning), a source null, a target null.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges

PAIR, SOURCE_NULL, TARGET_NULL = 0, 1, 2
STATES = 3
"""Kinds of the last edge into a cell. Lists of sums have those of one cell side by side: a list for each cell
would be searched for garbage again and again, which takes more than linear time."""

PATH_WEIGHT = 1.0
"""One nat of a path's log-probability counts as much as this many sentences expected in right beads."""

IMPOSSIBLE = -1e30
"""Log-score of an impossible path: finite, so that the difference of two of them is a number."""


@dataclass(frozen=True, eq=False)
class Posterior:
    """Sums over all paths.

    Attributes:
        total: log-sum of their scores.
        edges: probability of each edge, fraction 0-1, shape ``(k,)``.
        extensions: expected number of nulls that follow a null of the same side.
        switches: expected number of target nulls that follow a source null.
    """

    total: float
    edges: NDArray[np.float64]
    extensions: float
    switches: float


@dataclass(frozen=True)
class Gaps:
    """Log-scores that are added to a null that follows a null.

    Attributes:
        extend: added to a null that follows a null of its own side.
        switch: added to a target null that follows a source null.
    """

    extend: float = 0.0
    switch: float = 0.0


@dataclass(frozen=True, eq=False)
class Graph:
    """All paths over ``edges`` from ``(0, 0)`` to the last cell."""

    edges: Edges

    @cached_property
    def links(self) -> list[tuple[int, int, int]]:
        """Of each edge: number of its first cell, number of its last cell, kind."""
        numbers: dict[tuple[int, int], int] = {(0, 0): 0}
        links = []
        for start, stop in zip(self.edges.start.tolist(), self.edges.stop.tolist(), strict=True):
            kind = SOURCE_NULL if start[1] == stop[1] else TARGET_NULL if start[0] == stop[0] else PAIR
            first = numbers.setdefault((start[0], start[1]), len(numbers))
            links.append((first, numbers.setdefault((stop[0], stop[1]), len(numbers)), kind))
        return links

    @cached_property
    def kinds(self) -> NDArray[np.int64]:
        """Of each edge: a pair, a source null or a target null."""
        return np.array([kind for _, _, kind in self.links], dtype=np.int64)

    def posterior(self, scores: NDArray[np.float64], gaps: Gaps) -> Posterior:
        """``scores``: log-score of each edge, shape ``(k,)``; ``gaps``: added to nulls that follow a null."""
        values = scores.tolist()
        forwards, into = self._forwards(values, gaps)
        backwards = self._backwards(values, gaps)
        total = backwards[PAIR]
        posterior, extensions, switches = np.zeros(len(values)), 0.0, 0.0
        for number, ((first, last, kind), score) in enumerate(zip(self.links, values, strict=True)):
            rest = backwards[STATES * last + kind] + score - total
            posterior[number] = math.exp(min(into[number] + rest, 0.0))
            if kind != PAIR:
                extensions += math.exp(min(forwards[STATES * first + kind] + gaps.extend + rest, 0.0))
            if kind == TARGET_NULL:
                switches += math.exp(min(forwards[STATES * first + SOURCE_NULL] + gaps.switch + rest, 0.0))
        return Posterior(total, posterior, extensions, switches)

    def _forwards(self, values: list[float], gaps: Gaps) -> tuple[list[float], list[float]]:
        """Log-sum of all paths from the first cell into each state of each cell, and into each edge."""
        sums = self._impossible_sums()
        sums[PAIR] = 0.0
        any_state = dict[int, float]()
        into = list[float]()
        for (first, last, kind), score in zip(self.links, values, strict=True):
            states = slice(STATES * first, STATES * (first + 1))
            if kind != PAIR:
                entry = _into_null(sums[states], kind, gaps)
            elif first in any_state:  # many pairs begin at one cell, and all edges into it came before them
                entry = any_state[first]
            else:
                entry = any_state[first] = _log_sum(*sums[states])
            into.append(entry)
            sums[STATES * last + kind] = _log_add(sums[STATES * last + kind], entry + score)
        return sums, into

    def _backwards(self, values: list[float], gaps: Gaps) -> list[float]:
        """Log-sum of all paths from each state of each cell to the last cell."""
        sums = self._impossible_sums()
        leaving = self._impossible_sums()  # log-sums of the paths that begin with an edge of each kind
        end = self.links[-1][1]
        sums[STATES * end : STATES * (end + 1)] = [0.0] * STATES
        waiting = end
        for (first, last, kind), score in zip(reversed(self.links), reversed(values), strict=True):
            if last != waiting:  # the edges into a cell are adjacent, and all that leave it came before them
                states = slice(STATES * last, STATES * (last + 1))
                sums[states] = _states(leaving[states], gaps)
                waiting = last
            own = STATES * first + kind
            leaving[own] = _log_add(leaving[own], sums[STATES * last + kind] + score)
        sums[:STATES] = _states(leaving[:STATES], gaps)
        return sums

    def _impossible_sums(self) -> list[float]:
        """For each state of each cell, one cell after the other, the log-sum of no path."""
        return [IMPOSSIBLE] * (STATES * self._cells)

    @cached_property
    def _cells(self) -> int:
        """Number of the cells that the edges touch."""
        return 1 + max(max(link[:2]) for link in self.links)

    def bead_posterior(self, posterior: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probability of each edge as a bead: nulls of one sentence are one bead, wherever they stand."""
        beads = posterior.copy()
        for kind, side in ((SOURCE_NULL, 0), (TARGET_NULL, 1)):
            nulls = self.kinds == kind
            sentence = self.edges.start[nulls, side]
            beads[nulls] = np.bincount(sentence, posterior[nulls])[sentence] if nulls.any() else 0.0
        return np.minimum(beads, 1.0)

    def decode(self, posterior: NDArray[np.float64]) -> list[int]:
        """The edges of the path with the most sentences expected in right beads.

        The log-probability of the path is added with :data:`PATH_WEIGHT`: where many paths are about
        equally good, it keeps the decision consistent along the text.
        """
        sentences = self.edges.sizes.sum(axis=1)
        return self.best_path(posterior * sentences + PATH_WEIGHT * np.log(posterior + 1e-9))

    def best_path(self, gains: NDArray[np.float64]) -> list[int]:
        """The edges, in order, of the path with the greatest sum of ``gains`` (shape ``(k,)``)."""
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


def _into_null(states: list[float], kind: int, gaps: Gaps) -> float:
    """Log-sum of the paths into a null from the states of its first cell."""
    after_pair, after_source, after_target = states
    if kind == SOURCE_NULL:
        return _log_add(after_pair, after_source + gaps.extend)
    return _log_sum(after_pair, after_source + gaps.switch, after_target + gaps.extend)


def _states(leaving: list[float], gaps: Gaps) -> list[float]:
    """Log-sums from each state of a cell on, from those of the edges of each kind that leave it."""
    pair, source_null, target_null = leaving
    return [
        _log_sum(pair, source_null, target_null),
        _log_sum(pair, source_null + gaps.extend, target_null + gaps.switch),
        _log_add(pair, target_null + gaps.extend),
    ]


def _log_sum(one: float, other: float, third: float) -> float:
    """``log(exp(one) + exp(other) + exp(third))``."""
    return _log_add(_log_add(one, other), third)


def _log_add(one: float, other: float) -> float:
    """``log(exp(one) + exp(other))``."""
    high, low = (one, other) if one > other else (other, one)
    return high + math.log1p(math.exp(low - high)) if low > IMPOSSIBLE / 2 else high
