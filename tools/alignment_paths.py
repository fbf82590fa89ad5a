"""Sums over all paths of a text's candidates, compiled: the fit needs them some thousand times.

The same as ``align.alignment.graph.Graph.posterior``, which the package uses without a compiler; a test
holds the two together.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from align.alignment.graph import IMPOSSIBLE, PAIR, SOURCE_NULL, TARGET_NULL, Gaps, Graph, Posterior

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NEGLIGIBLE = -25.0
"""Difference of two log-scores from which the smaller one changes nothing."""


def links(graph: Graph) -> Ints:
    """Of each edge: first cell, last cell, kind; int64, shape ``(k, 3)``."""
    return np.array(graph.links, dtype=np.int64).reshape(-1, 3)


def posterior(of: Ints, scores: Floats, gaps: Gaps) -> Posterior:
    """As ``Graph.posterior``; ``of``: the links of the graph."""
    total, edges, extensions, switches = _posterior(of, scores, gaps.extend, gaps.switch)
    return Posterior(total, edges, extensions, switches)


@njit(cache=True)
def _log_add(one: float, other: float) -> float:
    high, low = (one, other) if one > other else (other, one)
    return high + np.log1p(np.exp(low - high)) if low - high > NEGLIGIBLE else high


@njit(cache=True)
def _posterior(of: Ints, scores: Floats, extend: float, switch: float) -> tuple[float, Floats, float, float]:
    forwards, into = _forwards(of, scores, extend, switch)
    backwards = _backwards(of, scores, extend, switch)
    total = backwards[0, PAIR]
    edges, extensions, switches = np.zeros(len(of)), 0.0, 0.0
    for at in range(len(of)):
        first, last, kind = of[at]
        rest = backwards[last, kind] + scores[at] - total
        edges[at] = min(np.exp(min(into[at] + rest, 0.0)), 1.0)
        if kind != PAIR:
            extensions += np.exp(min(forwards[first, kind] + extend + rest, 0.0))
        if kind == TARGET_NULL:
            switches += np.exp(min(forwards[first, SOURCE_NULL] + switch + rest, 0.0))
    return total, edges, extensions, switches


@njit(cache=True)
def _forwards(of: Ints, scores: Floats, extend: float, switch: float) -> tuple[Floats, Floats]:
    """Log-sums into each state of each cell, and into each edge."""
    sums = np.full((of[:, :2].max() + 1, 3), IMPOSSIBLE)
    sums[0, PAIR] = 0.0
    into = np.zeros(len(of))
    for at in range(len(of)):
        first, last, kind = of[at]
        after_pair, after_source, after_target = sums[first]
        if kind == PAIR:
            into[at] = _log_add(_log_add(after_pair, after_source), after_target)
        elif kind == SOURCE_NULL:
            into[at] = _log_add(after_pair, after_source + extend)
        else:
            into[at] = _log_add(_log_add(after_pair, after_source + switch), after_target + extend)
        sums[last, kind] = _log_add(sums[last, kind], into[at] + scores[at])
    return sums, into


@njit(cache=True)
def _backwards(of: Ints, scores: Floats, extend: float, switch: float) -> Floats:
    """Log-sums from each state of each cell to the last cell."""
    sums = np.full((of[:, :2].max() + 1, 3), IMPOSSIBLE)
    sums[of[-1, 1]] = 0.0
    for at in range(len(of) - 1, -1, -1):
        first, last, kind = of[at]
        rest = sums[last, kind] + scores[at]
        sums[first, PAIR] = _log_add(sums[first, PAIR], rest)
        if kind == SOURCE_NULL:
            sums[first, SOURCE_NULL] = _log_add(sums[first, SOURCE_NULL], rest + extend)
        elif kind == TARGET_NULL:
            sums[first, SOURCE_NULL] = _log_add(sums[first, SOURCE_NULL], rest + switch)
            sums[first, TARGET_NULL] = _log_add(sums[first, TARGET_NULL], rest + extend)
        else:
            sums[first, SOURCE_NULL] = _log_add(sums[first, SOURCE_NULL], rest)
            sums[first, TARGET_NULL] = _log_add(sums[first, TARGET_NULL], rest)
    return sums
