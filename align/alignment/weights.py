"""The fitted weights of the aligner; ``tools/fit_alignment.py`` writes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from align.alignment.confidence import ConfidenceModel
from align.alignment.graph import Gaps
from align.alignment.rates import TYPES, BeadRates


@dataclass(frozen=True, eq=False)
class RunWeights:
    """Weights of one run over all alignments.

    Attributes:
        features: of the features, by their names.
        gaps: of nulls that follow a null.
    """

    features: dict[str, float]
    gaps: Gaps

    @classmethod
    def read(cls, found: dict[str, dict[str, float]]) -> RunWeights:
        """From an object of JSON."""
        return cls(found["features"], Gaps(**found["gaps"]))


@dataclass(frozen=True, eq=False)
class Weights:
    """Weights of the features, by the features' names; nats for each unit of a feature.

    Attributes:
        coarse: of the first pass, on pooled vectors.
        first: of the first run of the second pass (:mod:`align.alignment.features.registry`), which estimates
            the rates of the beads' types.
        fine: of its second run, which knows them.
        rates: of the types of beads in the texts that the weights were fitted on.
        calibration: turns posteriors of the second pass into confidence.
    """

    coarse: dict[str, float]
    first: RunWeights
    fine: RunWeights
    rates: BeadRates
    calibration: ConfidenceModel

    @property
    def groups(self) -> frozenset[str]:
        """The groups of features that have weights in the second pass."""
        return frozenset(name.partition(".")[0] for name in self.fine.features)

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
    def load(cls, path: Path) -> Weights:
        """From a JSON file."""
        return cls.read(path.read_text(encoding="utf-8"))

    @classmethod
    def read(cls, text: str) -> Weights:
        """From JSON."""
        read = json.loads(text)
        return cls(
            read["coarse"],
            RunWeights.read(read["first"]),
            RunWeights.read(read["fine"]),
            BeadRates(np.array([read["rates"][name] for name in TYPES])),
            ConfidenceModel(read["calibration"]),
        )
