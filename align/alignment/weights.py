"""What was learned from aligned texts; ``tools/fit_alignment.py`` writes it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Weights:
    """Weights of the features, by name; log-odds a unit.

    ``coarse``: of the first pass, on pooled vectors. ``fine``: of the second. ``run``: of a null
    that follows a null. ``slope``, ``offset``: of the logistic that turns the log-odds of a
    posterior into those of being right (Platt, 1999).
    """

    coarse: dict[str, float]
    fine: dict[str, float]
    run: float
    slope: float
    offset: float

    @classmethod
    @cache
    def fitted(cls) -> Weights:
        """Those that come with the package."""
        return cls.read(files("align.alignment").joinpath("weights.json").read_text(encoding="utf-8"))

    @classmethod
    def read(cls, text: str) -> Weights:
        """From JSON."""
        held = json.loads(text)
        return cls(held["coarse"], held["fine"], held["run"], **held["calibration"])

    def calibrated(self, posterior: NDArray[np.float64]) -> NDArray[np.float64]:
        """Confidence (fraction 0-1) for each posterior."""
        inside = np.clip(posterior, 1e-6, 1 - 1e-6)
        odds = self.slope * np.log(inside / (1 - inside)) + self.offset
        return np.asarray(1 / (1 + np.exp(-odds)))
