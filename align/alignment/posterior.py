"""The posterior of each bead over all alignments: forward-backward on the banded lattice."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Band, Block
from align.alignment.edges import Edges
from align.alignment.known_scores import known_if_small
from align.alignment.lattice import Floats, ForwardTable, Scores, forward_table

LikelyEdges = tuple[NDArray[np.int64], NDArray[np.int64], Floats]
"""Start, stop and posterior of some edges."""


def likely_edges(band: Band, scores: Scores, threshold: float) -> Edges:
    """The beads of the band with a posterior of at least ``threshold`` (fraction 0-1)."""
    scores = known_if_small(scores, band)
    forwards = forward_table(band, scores)
    backwards = forward_table(band.backwards(), scores.backwards(), source_nulls_first=False)
    found = [
        edges for block in band.blocks() for edges in _in_block(forwards, backwards, block, scores, threshold)
    ]
    start, stop, posterior = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Edges.ordered(start, stop, posterior)


def _in_block(
    forwards: ForwardTable, backwards: ForwardTable, block: Block, scores: Scores, threshold: float
) -> Iterator[LikelyEdges]:
    """The likely beads that end in a block, shape by shape."""
    rows, columns = block.rows, block.columns
    tall, wide = (max(sizes) for sizes in zip(*scores.shapes, strict=True))
    context = Block(range(rows.start - tall, rows.stop), range(columns.start - wide, columns.stop))
    for (a, b), before, rest in _shapes(forwards, backwards, block, context, scores):
        top, left = tall - a, wide - b
        begin = before[top : top + len(rows), left : left + len(columns)]
        log_posterior = begin + rest - forwards.total
        likely = np.argwhere(log_posterior >= np.log(threshold))
        stop = likely + np.array([rows.start, columns.start])
        posterior = np.exp(log_posterior[likely[:, 0], likely[:, 1]])
        yield stop - np.array([a, b]), stop, np.minimum(posterior, 1.0)


def _shapes(
    forwards: ForwardTable, backwards: ForwardTable, block: Block, context: Block, scores: Scores
) -> Iterator[tuple[tuple[int, int], Floats, Floats]]:
    """Of each shape: log-sums of the paths to where it may begin, and of it with what follows.

    The former are of the cells of ``context``, the latter of those of ``block``, where it ends.
    """
    mirror = _mirrored(block, forwards.band)
    any_to, pair_to = forwards.rows(context, forwards.after), forwards.rows(context, forwards.before)
    any_from = backwards.rows(mirror, backwards.after)[::-1, ::-1]
    pair_from = backwards.rows(mirror, backwards.before)[::-1, ::-1]
    for shape, score in zip(scores.shapes, scores.pairs(block), strict=True):
        yield shape, any_to, score + any_from
    yield (1, 0), pair_to, _before(scores.source_null, block.rows)[:, None] + any_from
    yield (0, 1), any_to, _before(scores.target_null, block.columns) + pair_from


def _mirrored(block: Block, band: Band) -> Block:
    """The block in the lattice of the reversed text."""
    rows, columns = block.rows, block.columns
    n, m = band.n_source + 1, band.n_target + 1
    return Block(range(n - rows.stop, n - rows.start), range(m - columns.stop, m - columns.start))


def _before(nulls: Floats, positions: range) -> Floats:
    """The score of the sentence before each position; ``-inf`` at position 0."""
    return np.concatenate([[-np.inf], nulls])[positions.start : positions.stop]
