"""What supports a candidate, in words a translator understands."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.ocr.features.matrix import FeatureMatrix
from align.ocr.features.registry import GROUPS, TRANSLATION, group_of
from align.ocr.report.contributions import MIN_NAMED, MIN_SHOWN, contributions, phrases
from align.ocr.reranker import LogLinearReranker

FEATURES = [feature for group in GROUPS for feature in group.features]
VALUES = st.dictionaries(st.sampled_from(FEATURES), st.floats(-6, 6), max_size=12)
ALL_ONE = LogLinearReranker.linear(dict.fromkeys(FEATURES, 1.0))
"""Each feature contributes its own value."""


def matrix_of(values: dict[str, float]) -> FeatureMatrix:
    """The observed text and one candidate with these features."""
    return FeatureMatrix(2, {name: np.array([0.0, value]) for name, value in values.items()})


@given(VALUES)
@settings(deadline=None)
def test_contributions_are_those_of_the_groups_largest_first(values: dict[str, float]) -> None:
    """By label, in nats; what is too small is left out, so that the rest sums nearly to the score."""
    matrix = matrix_of(values)
    found = contributions(ALL_ONE, matrix, 1)
    assert list(found.values()) == sorted(found.values(), reverse=True)
    sums: dict[str, float] = {}
    for name, value in values.items():
        sums[group_of(name).label] = sums.get(group_of(name).label, 0.0) + value
    assert found == {
        label: pytest.approx(value, abs=1e-3) for label, value in sums.items() if abs(value) >= MIN_SHOWN
    }
    left_out = MIN_SHOWN * (len(sums) - len(found)) + 1e-3 * len(found)
    assert sum(found.values()) == pytest.approx(ALL_ONE.score(matrix)[1], abs=left_out + 1e-6)


def test_nothing_supports_the_observed_text() -> None:
    """Neither a contribution nor a phrase."""
    matrix = matrix_of({"channel": -3.0, "ngram": 5.0})
    assert contributions(ALL_ONE, matrix, 0) == {}
    assert phrases(ALL_ONE, matrix, 0, "ally") == ()


@given(VALUES, st.sampled_from([None, "ally"]))
@settings(deadline=None)
def test_phrases_name_the_strongest_support_first(values: dict[str, float], word: str | None) -> None:
    """Each phrase once, none for weak support."""
    sums: dict[str, float] = {}
    for name, value in values.items():
        phrase = group_of(name).phrase
        if phrase and (word is not None or "{aligned}" not in phrase):
            sums[phrase] = sums.get(phrase, 0.0) + value
    ranked = sorted((phrase for phrase in sums if sums[phrase] >= MIN_NAMED), key=lambda one: -sums[one])
    expected = [phrase.format(aligned=word) for phrase in ranked]
    found = phrases(ALL_ONE, matrix_of(values), 1, word)
    strengths = [sums[phrase] for phrase in ranked]
    if len(set(strengths)) == len(strengths):
        assert list(found) == expected
    assert len(found) == len(expected)
    assert len(set(found)) == len(found)


def test_groups_of_one_phrase_are_named_once_for_all_they_add() -> None:
    """Two models of the words around support a candidate by half each."""
    matrix = matrix_of({"ngram": 0.6, "cloze_word": 0.6, "grammar": 0.9})
    assert phrases(ALL_ONE, matrix, 1, None) == ("fits the words around it",)


def test_the_aligned_word_is_named_where_the_translation_supports() -> None:
    """Not where it opposes, hardly matters, or no word is aligned."""
    assert phrases(ALL_ONE, matrix_of({"translation": 2.0}), 1, "ally") == (
        "matches “ally” in the translation",
    )
    assert phrases(ALL_ONE, matrix_of({"translation": 0.5}), 1, "ally") == ()
    assert phrases(ALL_ONE, matrix_of({"translation": -2.0}), 1, "ally") == ()
    assert phrases(ALL_ONE, matrix_of({"translation": 2.0}), 1, None) == ()


def test_every_label_of_the_translation_is_the_one_that_flags_look_up() -> None:
    """Both groups that compare a candidate with its translation."""
    assert {group_of(name).label for name in ("translation", "translation_capital", "word_match")} == {
        TRANSLATION
    }
