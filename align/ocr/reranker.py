"""Features of candidates -> one probability for each candidate.

The candidates of a slot compete: their probabilities are the softmax of a score (a conditional logit,
McFadden 1974; the log-linear models of Och & Ney 2002). The score is a weighted sum of the features and,
beside it, a layer of tanh units for interactions of features. The observed text has the features 0 and
the score 0, so that ``1 - P(observed)`` is the probability of an error. Fitted by ``tools/fit_ocr.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray

from align.ocr.features.matrix import FeatureMatrix, Values
from align.ocr.runtime.data import read

ROWS = 10_000
"""Candidates whose features are put side by side at a time."""


@dataclass(frozen=True, eq=False)
class LogLinearReranker:
    """``weights``: by name of the feature. ``hidden``: by name, its weights to the units, ``(n_units,)``.

    ``bias``: of each unit; ``out``: the weight of each unit in the score. Both ``(n_units,)``.
    """

    weights: Mapping[str, float]
    hidden: Mapping[str, Values]
    bias: Values
    out: Values

    @classmethod
    def linear(cls, weights: Mapping[str, float]) -> Self:
        """A weighted sum alone."""
        return cls(weights, {}, np.zeros(0), np.zeros(0))

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """From what :meth:`to_json` gives; without ``hidden`` a weighted sum."""
        hidden = {name: np.array(row, dtype=np.float64) for name, row in data.get("hidden", {}).items()}
        bias, out = (np.array(data.get(key, ()), dtype=np.float64) for key in ("bias", "out"))
        return cls(data["weights"], hidden, bias, out)

    def to_json(self) -> dict[str, Any]:
        """Values for ``json.dumps``; numbers are rounded to four decimals."""
        data: dict[str, Any] = {"weights": {name: round(w, 4) for name, w in self.weights.items()}}
        if len(self.out):
            data["hidden"] = {name: np.round(row, 4).tolist() for name, row in self.hidden.items()}
            data |= {"bias": np.round(self.bias, 4).tolist(), "out": np.round(self.out, 4).tolist()}
        return data

    def score(self, matrix: FeatureMatrix, rows: NDArray[np.int64] | None = None) -> Values:
        """Log odds of each candidate against the observed text, in nats, shape ``(n_candidates,)``.

        Args:
            matrix: The features.
            rows: The candidates that are scored, the features of others being 0; all by default.
        """
        total = np.zeros(matrix.n_candidates)
        scored = np.arange(matrix.n_candidates) if rows is None else rows
        names = [name for name in self.hidden if name in matrix]
        layer = np.array([self.hidden[name] for name in names]).T
        bias = self.bias[:, None]
        for part in np.array_split(scored, -(-len(scored) // ROWS) or 1):
            for name, weight in self.weights.items():
                if name in matrix:
                    total[part] += weight * matrix[name][part]
            if names:
                table = np.array([matrix[name][part] for name in names])
                total[part] += self.out @ (np.tanh(layer @ table + bias) - np.tanh(bias))
        return total

    def contributions(self, matrix: FeatureMatrix, row: int) -> dict[str, float]:
        """How much each feature adds to the score of one candidate, in nats; they sum to its score.

        Integrated gradients (Sundararajan, Taly & Yan 2017) along the straight line from the observed text,
        whose features are all 0; for tanh units the integral has a closed form.
        """
        found = {name: w * float(matrix[name][row]) for name, w in self.weights.items() if name in matrix}
        if len(self.out):
            values = np.array([float(matrix.column(name)[row]) for name in self.hidden])
            inner = values @ self._layer
            gain = np.tanh(inner + self.bias) - np.tanh(self.bias)
            slope = np.where(
                np.abs(inner) > 1e-9, gain / np.where(inner == 0, 1, inner), 1 - np.tanh(self.bias) ** 2
            )
            shares = values * (self._layer @ (slope * self.out))
            for name, share in zip(self.hidden, shares.tolist(), strict=True):
                found[name] = found.get(name, 0.0) + share
        return found

    @cached_property
    def _layer(self) -> Values:
        """Weights to the units, shape ``(n_features, n_units)``."""
        return np.stack(list(self.hidden.values()))


def softmax(scores: Values, starts: NDArray[np.int64]) -> Values:
    """Probabilities that sum to 1 within each slot; ``starts``: the first row of each, and the end."""
    slot_of = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    top = np.maximum.reduceat(scores, starts[:-1])
    odds = np.exp(scores - top[slot_of])
    shares: Values = odds / np.add.reduceat(odds, starts[:-1])[slot_of]
    return shares


Kind = Literal["with grammar", "without grammar", "degraded print"]
"""What weights are for: languages with a grammar and a cloze model, others, old or badly read print of the
others. In the last readings are looked for that no word list has."""


@cache
def load(stage: str, kind: Kind) -> LogLinearReranker:
    """The shipped weights of a stage (``first``, ``draft``, ``final``) for a kind of text.

    Among them are those of what the engine thought of its reading (``tools/fit_engine_doubt.py``), the same
    for every kind of text and for the last stage alone; without pages their features are not computed.
    """
    doubt = json.loads(read("engine_doubt.json")).get(stage, {}).get("weights", {})
    return with_weights(LogLinearReranker.from_json(_shipped()[kind][stage]), doubt)


def with_weights(reranker: LogLinearReranker, weights: Mapping[str, float]) -> LogLinearReranker:
    """The same with more weights in its sum."""
    return LogLinearReranker({**reranker.weights, **weights}, reranker.hidden, reranker.bias, reranker.out)


@cache
def _shipped() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(read("reranker.json"))
    return data
