"""What was learned from aligned texts; ``tools/fit_alignment.py`` writes it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from align.alignment.graph import Gaps


@dataclass(frozen=True)
class Calibration:
    """Log-odds of being right, from those of the posterior (Platt, 1999) and from the cosine.

    The posterior compares the candidates with each other; the cosine says whether the best of them
    is any good. ``null``, ``pair``: constants; ``cosine``: for pairs only.
    """

    slope: float
    null: float
    pair: float
    cosine: float

    def confidence(self, posterior: NDArray[np.float64], cosine: NDArray[np.float64]) -> NDArray[np.float64]:
        """Fractions 0-1 of beads; ``cosine`` is NaN for nulls."""
        inside = np.clip(posterior, 1e-6, 1 - 1e-6)
        own = np.where(np.isnan(cosine), self.null, self.pair + self.cosine * np.nan_to_num(cosine))
        return np.asarray(1 / (1 + np.exp(-self.slope * np.log(inside / (1 - inside)) - own)))


@dataclass(frozen=True, eq=False)
class Weights:
    """Weights of the features, by name; log-odds a unit.

    ``coarse``: of the first pass, on pooled vectors. ``fine``: of the second. ``gaps``: of nulls
    that follow a null. ``calibration``: of the logistic that turns posteriors into confidence.
    """

    coarse: dict[str, float]
    fine: dict[str, float]
    gaps: Gaps
    calibration: Calibration

    @classmethod
    @cache
    def fitted(cls) -> Weights:
        """Those that come with the package."""
        return cls.read(files("align.alignment").joinpath("weights.json").read_text(encoding="utf-8"))

    @classmethod
    def read(cls, text: str) -> Weights:
        """From JSON."""
        held = json.loads(text)
        return cls(held["coarse"], held["fine"], Gaps(**held["gaps"]), Calibration(**held["calibration"]))
