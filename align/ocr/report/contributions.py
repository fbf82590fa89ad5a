"""How much each group of features adds to the score of a suggestion, with labels for people."""

from __future__ import annotations

from collections.abc import Mapping

from align.ocr.features.matrix import FeatureMatrix
from align.ocr.features.registry import group_of
from align.ocr.reranker import LogLinearReranker

MIN_SHOWN = 0.05
"""Nats below which a contribution is not shown."""
MIN_NAMED = 1.0
"""Nats from which a reason names a group."""
MAX_NAMED = 3


def contributions(reranker: LogLinearReranker, matrix: FeatureMatrix, row: int) -> Mapping[str, float]:
    """What supports a candidate against the observed text, and what opposes it.

    Returns:
        By the label of a feature group the nats that its features add to the score of the candidate, the
        largest first; they sum to the score but for those too small to be shown.
    """
    found: dict[str, float] = {}
    for feature, value in reranker.contributions(matrix, row).items():
        label = group_of(feature).label
        found[label] = found.get(label, 0.0) + value
    ranked = sorted(found.items(), key=lambda item: -item[1])
    return {label: round(value, 3) for label, value in ranked if abs(value) >= MIN_SHOWN}


def phrases(
    reranker: LogLinearReranker, matrix: FeatureMatrix, row: int, aligned_word: str | None
) -> tuple[str, ...]:
    """The phrases of the feature groups that support a candidate most, the strongest first, for a reason."""
    by_phrase: dict[str, float] = {}
    for feature, value in reranker.contributions(matrix, row).items():
        phrase = group_of(feature).phrase
        by_phrase[phrase] = by_phrase.get(phrase, 0.0) + value
    ranked = sorted(by_phrase, key=lambda phrase: -by_phrase[phrase])
    named = [phrase for phrase in ranked if phrase and by_phrase[phrase] >= MIN_NAMED]
    if aligned_word is None:
        named = [phrase for phrase in named if "{aligned}" not in phrase]
    return tuple(phrase.format(aligned=aligned_word) for phrase in named[:MAX_NAMED])
