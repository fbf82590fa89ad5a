"""Ways past passages that have nothing to do with each other.

The first pass knows no runs: to leave ten sentences alone on both sides costs it twenty nulls, so it
would sooner pair what does not belong together, and drops the way round. Here that way is added to the
candidates: from the end of each likely pair down its column, and to the start of each along its row, so
that every two of them are linked, as far as :data:`REACH`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Cells, Edges

LIKELY = 0.1
"""Posterior (fraction 0-1) of pairs of the first pass that a gap may follow or end at."""

REACH = 48
"""Sentences of a side that a gap may hold."""

UNSEEN = 1e-9
"""Posterior of an edge that the first pass did not give."""


def with_gaps(edges: Edges, sure: NDArray[np.bool_], last: tuple[int, int]) -> Edges:
    """The edges and the nulls of the gaps that link their pairs, none of them past a pair that is ``sure``.

    ``last``: sentences of source and target.
    """
    likely = edges.pairs & (edges.posterior >= LIKELY)
    ends = np.concatenate([[(0, 0)], edges.stop[likely]])
    starts = np.concatenate([edges.start[likely], [last]])
    below = np.concatenate([edges.start[sure], [last]])
    above = np.concatenate([[(0, 0)], edges.stop[sure]])
    next_sure = below[np.searchsorted(below[:, 0], ends[:, 0])]
    last_sure = above[np.searchsorted(above[:, 1], starts[:, 1], side="right") - 1]
    rows = _chain(ends, next_sure[:, 0] - ends[:, 0], np.array([1, 0]))
    columns = _chain(starts, starts[:, 1] - last_sure[:, 1], np.array([0, -1]))
    every = np.concatenate([np.hstack([edges.start, edges.stop]), rows, columns[:, [2, 3, 0, 1]]])
    found, first = np.unique(every, axis=0, return_index=True)
    seen = np.append(edges.posterior, UNSEEN)[np.minimum(first, len(edges))]
    return Edges.ordered(found[:, :2], found[:, 2:], seen)


def _chain(cells: Cells, lengths: Cells, step: Cells) -> Cells:
    """From each cell so many steps, :data:`REACH` at most: start and stop of each, shape ``(k, 4)``."""
    held = np.clip(lengths, 0, REACH)
    number = np.arange(held.sum()) - np.repeat(np.cumsum(held) - held, held)
    starts = np.repeat(cells, held, axis=0) + number[:, None] * step
    return np.hstack([starts, starts + step])
