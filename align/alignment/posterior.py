"""How probable each bead is, over all alignments: forward-backward on the banded lattice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.alignment.band import Band, Block
from align.alignment.edges import Edges
from align.alignment.lattice import ForwardTable, Scores, sweep


def likely_edges(band: Band, scores: Scores, threshold: float) -> Edges:
    """The beads of the band with a posterior of at least ``threshold``."""
    forwards = sweep(band, scores)
    backwards = sweep(band.backwards(), scores.backwards(), source_nulls_first=False)
    found = [_block_edges(forwards, backwards, block, scores, threshold) for block in band.blocks()]
    start, stop, posterior = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Edges.ordered(start, stop, posterior)


def _block_edges(
    forwards: ForwardTable, backwards: ForwardTable, block: Block, scores: Scores, threshold: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Start, stop and posterior of the likely beads that end in a block."""
    n, m = forwards.band.n_source, forwards.band.n_target
    tall, wide = (max(sizes) for sizes in zip(*scores.shapes, strict=True))
    rows, columns = block.rows, block.columns
    context = Block(range(rows.start - tall, rows.stop), range(columns.start - wide, columns.stop))
    mirror = Block(
        range(n + 1 - rows.stop, n + 1 - rows.start), range(m + 1 - columns.stop, m + 1 - columns.start)
    )
    left = forwards.rows(context, forwards.after)
    left_open = forwards.rows(context, forwards.before)
    right_open = backwards.rows(mirror, backwards.after)[::-1, ::-1]
    right = backwards.rows(mirror, backwards.before)[::-1, ::-1]
    kinds = [
        (shape, left, score + right_open)
        for shape, score in zip(scores.shapes, scores.pairs(block), strict=True)
    ]
    by_row, by_column = _at(scores.source_null, rows), _at(scores.target_null, columns)
    kinds += [((1, 0), left_open, by_row[:, None] + right_open), ((0, 1), left, by_column + right)]
    starts, stops, posteriors = [], [], []
    for (a, b), begin, rest in kinds:
        log = (
            begin[tall - a : tall - a + len(rows), wide - b : wide - b + len(columns)] + rest - forwards.total
        )
        found = np.argwhere(log >= np.log(threshold))
        stop = found + np.array([rows.start, columns.start])
        starts.append(stop - np.array([a, b]))
        stops.append(stop)
        posteriors.append(np.minimum(np.exp(log[found[:, 0], found[:, 1]]), 1.0))
    return np.concatenate(starts), np.concatenate(stops), np.concatenate(posteriors)


def _at(nulls: NDArray[np.float64], positions: range) -> NDArray[np.float64]:
    """The score of the sentence before each position; ``-inf`` at position 0."""
    return np.concatenate([[-np.inf], nulls])[positions.start : positions.stop]
