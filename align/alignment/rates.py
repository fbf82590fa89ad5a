"""How often each type of bead occurs in a document and in each region of it.

The fitted weights hold for the rates of the texts that they were fitted on. A close translation has few
nulls, a free one many merges, an excerpt long gaps. So the rates are estimated on the text itself: the
expected counts of the decided beads of a first run over all alignments, drawn towards those of the fitted
texts (a Dirichlet prior), then those of a region, drawn towards those of the document. One such step of
expectation and maximisation is taken: more of them let a small excess of nulls grow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges

DOCUMENT_STRENGTH = 60.0
"""Beads that the rates of the fitted texts count as much as, in the rates of a document."""

REGION_STRENGTH = 40.0
"""Beads that the rates of the document count as much as, in the rates of a region."""

REGION_RADIUS = 60
"""Sentences of both sides together, before and after a bead, that are its region."""

DECIDED = 0.1
"""Posterior (fraction 0-1) of the beads that are counted: where a text repeats itself, every bead is possible
a little, nulls among them, and their sum says nothing of the text."""

Floats = NDArray[np.float64]

TYPES = ("1-1", "1-0", "0-1", "n-1", "1-n", "n-m")
"""Types of beads by their numbers of sentences; ``n`` and ``m`` are 2 or more."""


def bead_types(edges: Edges) -> NDArray[np.int64]:
    """Of each edge, the index in :data:`TYPES`, shape ``(k,)``."""
    source, target = edges.sizes.T
    kinds = [target == 0, source == 0, (source == 1) & (target == 1), target == 1, source == 1]
    return np.select(kinds, [1, 2, 0, 3, 4], default=5)


@dataclass(frozen=True, eq=False)
class BeadRates:
    """The rates of the fitted texts.

    Attributes:
        fitted: fraction of the beads of each type, in the order of :data:`TYPES`; they sum to 1.
    """

    fitted: Floats

    def log_ratios(self, edges: Edges, posterior: Floats) -> Floats:
        """Of each edge, the logarithm of its type's rate where it stands, over the rate in the fitted texts.

        Args:
            edges: the candidate beads of a text.
            posterior: of each, from a first run over all alignments; fraction 0-1, shape ``(k,)``.

        Returns:
            Nats, shape ``(k,)``.
        """
        types, place = bead_types(edges), edges.start.sum(axis=1)
        counts = np.zeros((int(place.max()) + 2, len(TYPES)))
        np.add.at(counts, (place + 1, types), np.where(posterior >= DECIDED, posterior, 0.0))
        before = np.cumsum(counts, axis=0)
        document = _drawn(before[-1], self.fitted, DOCUMENT_STRENGTH)
        places = np.arange(len(counts) - 1)
        last = np.minimum(places + REGION_RADIUS + 1, len(counts) - 1)
        regions = before[last] - before[np.maximum(places - REGION_RADIUS, 0)]
        rates = _drawn(regions, document, REGION_STRENGTH)
        return np.asarray(np.log(rates / self.fitted)[place, types])


def _drawn(counts: Floats, prior: Floats, strength: float) -> Floats:
    """Rates from counts (last axis: types) and from prior rates that count as ``strength`` beads."""
    return np.asarray((counts + strength * prior) / (counts.sum(axis=-1, keepdims=True) + strength))
