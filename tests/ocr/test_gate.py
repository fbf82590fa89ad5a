"""Tokens that are right beyond doubt."""

from __future__ import annotations

import json

import pytest

from align.ocr.features.sight import FEATURES, MEASURES, sight_features
from align.ocr.gate import certain_at_sight, eligible, load
from align.ocr.runtime import resources
from align.ocr.runtime.data import read
from align.text.token import tokenize
from tests.ocr.sample import LengthModel, resources_of

KNOWN = resources_of({"он": 1e-2, "видел": 1e-4, "дом": 1e-4, "и": 3e-2, "сад": 1e-5}).lexicon
TEXT = "Он видел видел дом, и 5 стт"


def test_only_known_words_that_do_not_stand_twice_may_pass() -> None:
    """No number, no unknown word, no word beside itself, none with a capital inside."""
    passed = eligible([tokenize(TEXT), tokenize("саД и САД И Сад")], KNOWN).tolist()
    assert passed[:7] == [True, False, False, True, True, False, False]
    assert passed[7:] == [False, True, True, True, True]


def test_every_feature_has_a_value_for_every_token() -> None:
    """And a name that is described; an empty sentence has none."""
    matrix = sight_features([tokenize(TEXT), (), tokenize("Дом")], KNOWN, LengthModel())  # type: ignore[arg-type]
    assert set(matrix) == set(FEATURES)
    assert all(len(column) == 8 for column in matrix.values())
    assert matrix["sight_first"].tolist() == [1, 0, 0, 0, 0, 0, 0, 1]
    assert matrix["sight_odd_behind"].tolist() == [0, 0, 0, 0, 0, 1, 0, 0]
    assert matrix["sight_ngram_behind"].tolist() == [-2, -2, -2, -2, -2, -1, 0, 0]


def test_without_a_language_model_its_features_are_left_out() -> None:
    """Most languages have none."""
    assert not {name for name in sight_features([tokenize(TEXT)], KNOWN, None) if "ngram" in name}


def test_no_token_is_certain_without_weights() -> None:
    """Old and badly read print is read whole."""
    assert load("degraded print") is None
    assert certain_at_sight([TEXT], KNOWN, None, "degraded print") == frozenset()
    assert certain_at_sight(["", ""], KNOWN, None, "without grammar") == frozenset()


def test_the_shipped_weights_weigh_features_that_are_computed() -> None:
    """Those of a language without a model of words are among them."""
    data = json.loads(read("gate.json"))
    for kind in ("with grammar", "without grammar"):
        assert set(data[kind]["weights"]) == set(FEATURES)
        assert len(data[kind]["bias"]) == len(data[kind]["out"])
    assert set(MEASURES) < set(FEATURES)


@pytest.mark.model
def test_the_words_of_a_clean_text_pass_and_a_misread_one_does_not() -> None:
    """Most of the words of a sentence; what is no word is looked at."""
    text = (
        "He looked for a long time at the house, and did not see the bank of the dog that bit the bridqehead."
    )
    known = resources.load(("en", "ru"))
    found = certain_at_sight([text], known.lexicon, known.language_model, "without grammar")
    passed = [token.core for at, token in enumerate(tokenize(text)) if (0, at) in found]
    assert len(passed) > 10
    assert "bridqehead" not in passed
