"""Which beads are worth a closer look: the first pass over a whole text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.alignment.anchors import band
from align.alignment.edges import Edges
from align.alignment.evidence.material import Material
from align.alignment.posterior import likely_edges
from align.alignment.scoring import PooledScores, shapes_up_to

LEAST = 1e-3
"""Beads less probable than this (fraction 0-1) are not candidates."""

SURE = 0.99
"""A bead of one sentence a side that is this probable is taken; what contradicts it is dropped."""


def candidates(material: Material, coarse: dict[str, float], max_bead: int) -> Edges:
    """The beads with a posterior of at least :data:`LEAST`, among which at least one whole path."""
    source, target = material.source.side, material.target.side
    scores = PooledScores(source, target, shapes_up_to(max_bead), material.ratio, coarse)
    edges = likely_edges(band(source.weighted, target.weighted), scores, LEAST)
    return edges.but_for(sure(edges))


def sure(edges: Edges) -> NDArray[np.bool_]:
    """Which beads need no second look."""
    return np.asarray((edges.posterior >= SURE) & (edges.sizes == 1).all(axis=1))
