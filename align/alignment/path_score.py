"""How well an alignment agrees with a model: the log-score of its path."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from align.alignment.bead import Bead
from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair
from align.alignment.features.matrix import feature_matrix, weighted_sums
from align.alignment.weights import Weights


def path_score(pair: DocumentPair, beads: Sequence[Bead], weights: Weights) -> float:
    """The log-score (nats) of all beads of a text together, up to a constant of the text."""
    start = np.array([(bead.source.start, bead.target.start) for bead in beads], dtype=np.int64)
    stop = np.array([(bead.source.stop, bead.target.stop) for bead in beads], dtype=np.int64)
    edges = Edges(start, stop, np.ones(len(beads)))
    columns = feature_matrix(pair, edges, weights.groups)
    total = float(weighted_sums(columns, weights.fine.features).sum())
    for one, other in pairwise(beads):
        if not (one.source and one.target) and not (other.source and other.target):
            total += _gap(one, other, weights)
    return total


def _gap(one: Bead, other: Bead, weights: Weights) -> float:
    """What is added to a null that follows a null."""
    if bool(one.source) == bool(other.source):
        return weights.fine.gaps.extend
    return weights.fine.gaps.switch if one.source else 0.0
