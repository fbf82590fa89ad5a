"""Which words translate which, learned from parallel text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

STEP = 0.03
"""Nats: how finely a probability is kept in one byte."""


@dataclass(frozen=True, eq=False)
class BilingualLexicon:
    """``pairs``: for a source lemma, target lemmas with the probability that they translate each other.

    The probability is the geometric mean of IBM model 1 (Brown et al. 1993) in both directions.
    """

    pairs: Mapping[str, Mapping[str, float]]
    signature: Mapping[str, object]

    @classmethod
    def load(cls, path: Path, languages: tuple[str, str]) -> Self | None:
        """From the shipped file, whichever way round it was learned; ``None`` for other languages."""
        with np.load(path) as arrays:
            signature = json.loads(arrays["signature"].tobytes())
            learned = tuple(signature["languages"])
            if set(languages) != set(learned):
                return None
            names = [arrays[key].tobytes().decode().split("\n") for key in ("source", "target")]
            first = np.repeat(np.arange(len(names[0])), arrays["degrees"])
            second, values = arrays["partners"], np.exp(-STEP * arrays["values"].astype(np.float64))
        if languages != learned:
            names, first, second = names[::-1], second, first
        pairs: dict[str, dict[str, float]] = {}
        for one, other, value in zip(first.tolist(), second.tolist(), values.tolist(), strict=True):
            pairs.setdefault(names[0][one], {})[names[1][other]] = value
        return cls(pairs, signature)
