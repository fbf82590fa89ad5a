"""The first pass over a whole text: which beads are candidates, and which are already certain."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair
from align.alignment.features.numbers import same_numbers
from align.alignment.gap_edges import with_excerpt, with_gaps
from align.alignment.length_scores import first_scores, search_band_of
from align.alignment.posterior import likely_edges

MIN_POSTERIOR = 2e-3
"""Posterior (fraction 0-1) that a candidate has in the first pass."""

RELAXATION = 30
"""Factor by which the least posterior is lowered until the candidates contain a whole path."""

CERTAIN = 0.985
"""Posterior (fraction 0-1) from which a bead of one sentence a side with the same numbers is taken."""


def candidates(pair: DocumentPair, coarse: dict[str, float], max_bead: int) -> Edges:
    """The candidate beads of a text, without those that contradict a certain bead.

    Their posterior is at least :data:`MIN_POSTERIOR`, or as much less as a whole path needs: where
    thousands of positions are equally good, none of them is likely. ``coarse``: ``Weights.coarse``.
    """
    source, target = pair.source.pooled, pair.target.pooled
    scores = first_scores(pair, coarse, max_bead)
    band, least = search_band_of(pair, coarse), MIN_POSTERIOR
    edges = likely_edges(band, scores, least)
    while not edges.is_connected(len(source), len(target)):
        least /= RELAXATION
        edges = likely_edges(band, scores, least)
    kept = edges.compatible_with(certain(pair, edges))
    kept = kept if kept.is_connected(len(source), len(target)) else edges
    end = len(source), len(target)
    found = with_excerpt(with_gaps(kept, certain(pair, kept), end), end)
    return found.compatible_with(certain(pair, found))


def certain(pair: DocumentPair, edges: Edges) -> NDArray[np.bool_]:
    """Which beads the first pass decides: one sentence a side, :data:`CERTAIN`, and the same numbers.

    Articles, list items and dates follow each other in like words: their vectors alone would pair them
    across an omission.
    """
    found = (edges.posterior >= CERTAIN) & (edges.sizes == 1).all(axis=1)
    for at in np.flatnonzero(found):
        i, j = edges.start[at].tolist()
        found[at] = same_numbers(pair.source.sentences[i], pair.target.sentences[j])
    return np.asarray(found)
