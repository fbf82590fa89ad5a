"""How much each group of features adds to the score of a suggestion, with labels for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter

from align.ocr.features.group import FeatureGroup
from align.ocr.features.matrix import FeatureMatrix
from align.ocr.features.registry import group_of
from align.ocr.reranker import LogLinearReranker

MIN_SHOWN = 0.05
"""Nats below which a contribution is not shown."""
MIN_NAMED = 1.0
"""Nats from which a reason names a group."""


def contributions(reranker: LogLinearReranker, matrix: FeatureMatrix, row: int) -> Mapping[str, float]:
    """What supports a candidate against the observed text, and what opposes it.

    Returns:
        By the label of a feature group the nats that its features add to the score of the candidate, the
        largest first; they sum to the score but for those too small to be shown.
    """
    found = _summed(reranker.contributions(matrix, row), attrgetter("label"))
    ranked = sorted(found.items(), key=lambda item: -item[1])
    return {label: round(value, 3) for label, value in ranked if abs(value) >= MIN_SHOWN}


def phrases(
    reranker: LogLinearReranker, matrix: FeatureMatrix, row: int, aligned_word: str | None
) -> tuple[str, ...]:
    """The phrases of the feature groups that support a candidate, the strongest first, for a reason."""
    by_phrase = _summed(reranker.contributions(matrix, row), attrgetter("phrase"))
    ranked = sorted(by_phrase, key=lambda phrase: -by_phrase[phrase])
    named = [phrase for phrase in ranked if phrase and by_phrase[phrase] >= MIN_NAMED]
    if aligned_word is None:
        named = [phrase for phrase in named if "{aligned}" not in phrase]
    return tuple(phrase.format(aligned=aligned_word) for phrase in named)


def _summed(values: Mapping[str, float], key: Callable[[FeatureGroup], str]) -> dict[str, float]:
    """The values of features, summed over the groups with the same key."""
    found: dict[str, float] = {}
    for feature, value in values.items():
        name = key(group_of(feature))
        found[name] = found.get(name, 0.0) + value
    return found
