"""How long a translation is, measured in characters."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MAX_SENTENCE_RATIO = 1.5
"""Sentences of one side to one of the other that differing styles of translation explain."""

SMOOTHING = 5
"""Characters added to both sides before their ratio is taken, so that short sentences vary less."""

VARIANCE_PER_CHARACTER = 10
"""Of the difference of two translations in length."""

Floats = NDArray[np.float64]


def length_ratio(characters: tuple[int, int], sentences: tuple[int, int]) -> float:
    """Characters of the target for one of the source, as translation explains them; 1 where a side is empty.

    It is the ratio of the whole texts. But where one side has many more sentences than the other, text is
    missing, and only :data:`MAX_SENTENCE_RATIO` of the difference is attributed to translation.

    Args:
        characters: of all source sentences and of all target sentences.
        sentences: number of source and of target sentences.
    """
    if not all(characters):
        return 1.0
    found = sentences[1] / sentences[0]
    explained = min(max(found, 1 / MAX_SENTENCE_RATIO), MAX_SENTENCE_RATIO)
    return characters[1] / characters[0] / found * explained


def log_length_difference(source: NDArray[np.number], target: NDArray[np.number], ratio: float) -> Floats:
    """Absolute log-ratio of the target's characters to those expected for the source's; arrays broadcast."""
    return np.asarray(np.abs(np.log(target + SMOOTHING) - np.log(source * ratio + SMOOTHING)))


def normal_difference(source: NDArray[np.number], target: NDArray[np.number], ratio: float) -> Floats:
    """Square of the difference of lengths by its variance, which grows with them; arrays broadcast.

    As in a normal distribution (Gale and Church, 1993).
    """
    expected = source * ratio
    square = (target - expected) ** 2 / ((target + expected) / 2 + 1)
    return np.asarray(square / VARIANCE_PER_CHARACTER)
