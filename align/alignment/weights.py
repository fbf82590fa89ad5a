"""The fitted weights of the aligner; ``tools/fit_alignment.py`` writes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from align.alignment.graph import Gaps


@dataclass(frozen=True)
class ConfidenceModel:
    """A logistic model of whether a bead is right, from its posterior (Platt, 1999) and its cosine.

    The posterior compares the candidates with each other; the cosine shows whether the best of them is good.

    Attributes:
        slope: weight of the log-odds of the posterior.
        null: constant for nulls.
        pair: constant for pairs.
        cosine: weight of the cosine, for pairs only.
    """

    slope: float
    null: float
    pair: float
    cosine: float

    def confidence(self, posterior: NDArray[np.float64], cosine: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probability that each bead is right, fraction 0-1; ``cosine`` is NaN for nulls."""
        inside = np.clip(posterior, 1e-6, 1 - 1e-6)
        own = np.where(np.isnan(cosine), self.null, self.pair + self.cosine * np.nan_to_num(cosine))
        return np.asarray(1 / (1 + np.exp(-self.slope * np.log(inside / (1 - inside)) - own)))


@dataclass(frozen=True, eq=False)
class Weights:
    """Weights of the features, by the features' names; nats for each unit of a feature.

    Attributes:
        coarse: of the first pass, on pooled vectors.
        fine: of the second pass (:mod:`align.alignment.features.registry`).
        gaps: of nulls that follow a null, in the second pass.
        calibration: turns posteriors of the second pass into confidence.
    """

    coarse: dict[str, float]
    fine: dict[str, float]
    gaps: Gaps
    calibration: ConfidenceModel

    @classmethod
    @cache
    def fitted(cls) -> Weights:
        """The weights that come with the package, for the vectors of an encoder."""
        return cls._shipped("weights.json")

    @classmethod
    @cache
    def of_spelling(cls) -> Weights:
        """Those for the vectors of :mod:`align.alignment.spelling`."""
        return cls._shipped("weights_spelling.json")

    @classmethod
    def _shipped(cls, name: str) -> Weights:
        return cls.read(files("align.alignment").joinpath(name).read_text(encoding="utf-8"))

    @classmethod
    def read(cls, text: str) -> Weights:
        """From JSON."""
        read = json.loads(text)
        return cls(read["coarse"], read["fine"], Gaps(**read["gaps"]), ConfidenceModel(**read["calibration"]))
