"""All evidence -> one probability per reading.

The readings of a place compete: the probability of each is the softmax of a score of its evidence (a
conditional logit, McFadden 1974). The score is a weighted sum and, beside it, a small layer of units that
see how witnesses go together (a letter's habit says more on a worn page). What was read has the score 0, so
``1 - P(as read)`` is the probability that something is wrong. Fitted by ``tools/fit_ocr.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
ROWS = 50_000
"""Readings whose evidence is put side by side at a time."""


@dataclass(frozen=True, eq=False)
class LogLinearReranker:
    """``weights``: by name of the evidence. ``hidden``: by name, what it says to each unit, ``(n_units,)``.

    ``bias``, ``out``: of each unit, where it stands without evidence, and its weight in the sum.
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
        """As :meth:`to_json` gives it; without ``hidden`` a weighted sum."""
        hidden = {name: np.array(row, dtype=np.float64) for name, row in data.get("hidden", {}).items()}
        bias, out = (np.array(data.get(key, ()), dtype=np.float64) for key in ("bias", "out"))
        return cls(data["weights"], hidden, bias, out)

    def to_json(self) -> dict[str, Any]:
        """Numbers to four decimals."""
        data: dict[str, Any] = {"weights": {name: round(w, 4) for name, w in self.weights.items()}}
        if len(self.out):
            data["hidden"] = {name: np.round(row, 4).tolist() for name, row in self.hidden.items()}
            data |= {"bias": np.round(self.bias, 4).tolist(), "out": np.round(self.out, 4).tolist()}
        return data

    def score(self, evidence: Mapping[str, Values]) -> Values:
        """Log odds of each reading against what was read, shape ``(n_readings,)``."""
        total = np.zeros(len(next(iter(evidence.values()))))
        for name, weight in self.weights.items():
            total += weight * evidence[name]
        for start in range(0, len(total) if len(self.out) else 0, ROWS):
            rows = slice(start, start + ROWS)
            table = np.stack([evidence[name][rows] for name in self.hidden], axis=1)
            units = table @ np.stack(list(self.hidden.values())) + self.bias
            total[rows] += (np.tanh(units) - np.tanh(self.bias)) @ self.out
        return total


def softmax(scores: Values, starts: NDArray[np.int64]) -> Values:
    """Probabilities that sum to 1 within each site; ``starts``: where each begins, and the end."""
    site_of = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    top = np.maximum.reduceat(scores, starts[:-1])
    odds = np.exp(scores - top[site_of])
    shares: Values = odds / np.add.reduceat(odds, starts[:-1])[site_of]
    return shares


@cache
def _shipped() -> dict[str, Any]:
    text = files("align.ocr").joinpath("data/fusion.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


def load(stage: str) -> LogLinearReranker:
    """The fitted weights of a stage."""
    return LogLinearReranker.from_json(_shipped()[stage])
