"""Whether a chosen bead is right: a logistic model of its posterior and of what speaks against it.

The posterior compares the candidates with each other. It does not show whether the best of them is good,
whether a sentence stands in a bead only because nothing better was left for it, or how far the posteriors of
a text can be trusted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.alignment.cosines import leads, pooled_cosines
from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.features.matrix import weighted_sums
from align.alignment.rates import Floats

MAX_LOG_ODDS = float(np.log(1e6))
"""Log-odds of a posterior that count at most."""

OF_MERGES = ("similarity.least", "words.least-mean")
"""Features of candidates (:mod:`align.alignment.features.registry`) that the confidence of merges depends on.
Beads that are certain after the first pass are no merges, and have no features."""

FEW = 20
"""Beads by which the rates of a short text are drawn towards few merges and nulls."""

MIN_SHARE = 0.01
"""Least share of merges and of nulls: that a long text has still fewer of them says no more."""

SURE = 6.0
"""Log-odds (nats) up to which a bead counts in the mean of its text: more of them say no more of the text."""


@dataclass(frozen=True, eq=False)
class ConfidenceModel:
    """A logistic model (Platt, 1999).

    Attributes:
        weights: of the columns of :func:`confidence_columns`, in nats for each unit.
    """

    weights: dict[str, float]

    def confidence(self, columns: Columns) -> Floats:
        """Probability that each bead is right, fraction 0-1, shape ``(k,)``."""
        return np.asarray(1 / (1 + np.exp(-weighted_sums(columns, self.weights))))


def confidence_columns(pair: DocumentPair, chosen: Edges, posterior: Floats, features: Columns) -> Columns:
    """What the confidence of the beads of a path is computed from.

    Args:
        pair: the text.
        chosen: the beads, in order.
        posterior: of each, fraction 0-1, shape ``(k,)``.
        features: of each bead, by name, shape ``(k,)``; 0 where a bead has none.

    Returns:
        By name, shape ``(k,)`` each. ``posterior``: log-odds; ``unlikely``: these where they are negative;
        ``null``, ``pair``, ``merge``: 1 for such beads; ``cosine``: of pairs; ``lead``: of pairs
        (:func:`align.alignment.cosines.leads`); ``merges``, ``nulls``: log of the fraction of merges and of
        nulls among the beads; ``text``: mean log-odds of all beads, where a bead counts up to :data:`SURE`;
        and :data:`OF_MERGES`, 0 for other beads.
    """
    null, merge = ~chosen.pairs, chosen.pairs & (chosen.sizes.sum(axis=1) > 2)
    inside = np.clip(np.log(posterior + 1e-12) - np.log1p(1e-12 - posterior), -MAX_LOG_ODDS, MAX_LOG_ODDS)
    columns = {
        "posterior": inside,
        "unlikely": np.minimum(inside, 0.0),
        "null": null.astype(np.float64),
        "pair": chosen.pairs.astype(np.float64),
        "merge": merge.astype(np.float64),
        "cosine": np.nan_to_num(pooled_cosines(pair, chosen)),
        "lead": leads(pair, chosen),
        "merges": np.full(len(chosen), _log_share(merge, 2)),
        "nulls": np.full(len(chosen), _log_share(null, 1)),
        "text": np.full(len(chosen), np.minimum(inside, SURE).mean()),
    }
    return columns | {name: features[name] * merge for name in OF_MERGES if name in features}


def _log_share(beads: NDArray[np.bool_], usual: int) -> float:
    """Log of the fraction of some beads in a text, drawn towards ``usual`` ones of :data:`FEW`."""
    return float(np.log(max((beads.sum() + usual) / (len(beads) + FEW), MIN_SHARE)))
