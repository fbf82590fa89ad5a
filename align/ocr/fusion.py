"""All evidence -> one probability per reading.

The readings of a place compete: the probability of each is the softmax of a weighted sum of its evidence
(a conditional logit, McFadden 1974). What was read has the sum 0, so ``1 - P(as read)`` is the probability
that something is wrong. The weights are fitted by ``tools/fit_ocr.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Fusion:
    """``weights``: by name of the evidence."""

    weights: Mapping[str, float]

    def scores(self, evidence: Mapping[str, Values]) -> Values:
        """Log odds of each reading against what was read, shape ``(n_readings,)``."""
        weighted = [weight * evidence[name] for name, weight in self.weights.items()]
        return np.asarray(np.sum(weighted, axis=0), dtype=np.float64)


def softmax(scores: Values, starts: NDArray[np.int64]) -> Values:
    """Probabilities that sum to 1 within each site; ``starts``: where each begins, and the end."""
    site_of = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    top = np.maximum.reduceat(scores, starts[:-1])
    odds = np.exp(scores - top[site_of])
    shares: Values = odds / np.add.reduceat(odds, starts[:-1])[site_of]
    return shares


def load(stage: str) -> Fusion:
    """The fitted weights of a stage."""
    data = json.loads(files("align.ocr").joinpath("data/fusion.json").read_text("utf-8"))
    return Fusion(data[stage]["weights"])
