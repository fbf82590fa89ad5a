"""Add the nulls of long gaps to the candidates.

The first pass has no affine gap scores: leaving ten sentences unpaired on both sides costs it twenty nulls,
so it prefers to pair sentences that do not belong together, and the path around them is not among its
candidates. Here that path is added: nulls from the end of each likely pair down its column, and to the start
of each along its row. Any two likely pairs are then connected by nulls, up to :data:`MAX_GAP` sentences. Of
an excerpt and the whole text, which are small together, every pair of sentences is added as well.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Cells, Edges

MIN_POSTERIOR = 0.1
"""Posterior (fraction 0-1) in the first pass of pairs that an added gap may follow or precede."""

MAX_GAP = 48
"""Sentences of a side in an added gap."""

EXCERPT = 3
"""How many times as many sentences as the other side the whole text of an excerpt has at least."""

MAX_CELLS = 2000
"""Pairs of sentences of an excerpt and the whole text up to which all of them are added."""

ADDED_POSTERIOR = 1e-9
"""Posterior of an edge that is not among those of the first pass."""


def with_gaps(edges: Edges, certain: NDArray[np.bool_], end: tuple[int, int]) -> Edges:
    """The edges, and nulls that connect their likely pairs without passing a ``certain`` one.

    ``end``: number of source and of target sentences.
    """
    likely = edges.pairs & (edges.posterior >= MIN_POSTERIOR)
    stops = np.concatenate([[(0, 0)], edges.stop[likely]])
    starts = np.concatenate([edges.start[likely], [end]])
    certain_starts = np.concatenate([edges.start[certain], [end]])
    certain_stops = np.concatenate([[(0, 0)], edges.stop[certain]])
    next_certain = certain_starts[np.searchsorted(certain_starts[:, 0], stops[:, 0])]
    last_certain = certain_stops[np.searchsorted(certain_stops[:, 1], starts[:, 1], side="right") - 1]
    down = _chains(stops, next_certain[:, 0] - stops[:, 0], np.array([1, 0]))
    back = _chains(starts, starts[:, 1] - last_certain[:, 1], np.array([0, -1]))
    return _with(edges, np.concatenate([down, back[:, [2, 3, 0, 1]]]))


def with_excerpt(edges: Edges, end: tuple[int, int]) -> Edges:
    """The edges, and where one side is a short excerpt of the other, every null and every pair of sentences.

    The first pass would merge most of what the excerpt leaves out with it: merges cost less than nulls.
    """
    n, m = end
    if max(end) < EXCERPT * min(end) or n * m > MAX_CELLS:
        return edges
    cells = np.argwhere(np.ones((n + 1, m + 1)))
    added = np.concatenate([np.hstack([cells, cells + step]) for step in ((0, 1), (1, 0), (1, 1))])
    return _with(edges, added[(added[:, 2:] <= end).all(axis=1)])


def _with(edges: Edges, added: Cells) -> Edges:
    """The edges and others, each given by its start and stop, shape ``(k, 4)``."""
    every = np.concatenate([np.hstack([edges.start, edges.stop]), added])
    distinct, first = np.unique(every, axis=0, return_index=True)
    posterior = np.append(edges.posterior, ADDED_POSTERIOR)[np.minimum(first, len(edges))]
    return Edges.ordered(distinct[:, :2], distinct[:, 2:], posterior)


def _chains(cells: Cells, lengths: Cells, step: Cells) -> Cells:
    """From each cell ``lengths`` steps, at most :data:`MAX_GAP`: start and stop of each, shape ``(k, 4)``."""
    counts = np.clip(lengths, 0, MAX_GAP)
    number = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    starts = np.repeat(cells, counts, axis=0) + number[:, None] * step
    return np.hstack([starts, starts + step])
