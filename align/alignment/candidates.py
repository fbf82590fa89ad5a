"""Which beads are worth a closer look: the first pass over a whole text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.alignment.anchors import band
from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair
from align.alignment.features.numbers import same_numbers
from align.alignment.gap_edges import with_gaps
from align.alignment.posterior import likely_edges
from align.alignment.scoring import PooledScores, shapes_up_to

LEAST = 1e-3
"""Beads less probable than this (fraction 0-1) are not candidates."""

SURE = 0.99
"""A bead of one sentence a side and the same numbers that is this probable is taken; what contradicts it is
dropped."""


def candidates(material: DocumentPair, coarse: dict[str, float], max_bead: int) -> Edges:
    """The beads with a posterior of at least :data:`LEAST`, or less until there is a whole path."""
    source, target = material.source.side, material.target.side
    scores = PooledScores(source, target, shapes_up_to(max_bead), material.ratio, coarse)
    cells, least = band(source.weighted, target.weighted), LEAST
    edges = likely_edges(cells, scores, least)
    while not edges.is_connected(len(source), len(target)):  # as when thousands of places are equally good
        least /= 30
        edges = likely_edges(cells, scores, least)
    kept = edges.compatible_with(sure(material, edges))
    kept = kept if kept.is_connected(len(source), len(target)) else edges
    return with_gaps(kept, sure(material, kept), (len(source), len(target)))


def sure(material: DocumentPair, edges: Edges) -> NDArray[np.bool_]:
    """Which beads need no second look: one sentence a side, as good as certain, and of the same numbers.

    Articles, points and dates follow each other in words alike: vectors alone would pair them across a gap.
    """
    likely = (edges.posterior >= SURE) & (edges.sizes == 1).all(axis=1)
    for at in np.flatnonzero(likely):
        i, j = edges.start[at].tolist()
        likely[at] = same_numbers(material.source.sentences[i], material.target.sentences[j])
    return np.asarray(likely)
