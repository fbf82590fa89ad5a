"""An n-gram model of the letters of words."""

from __future__ import annotations

import numpy as np
import pytest

from align.ocr.lm.letters import LetterModel

WORDS = {"house": 3.0, "mouse": 2.0, "louse": 1.0, "horse": 2.0, "nurse": 1.0}


@pytest.fixture(scope="module")
def model() -> LetterModel:
    """Of five English words."""
    return LetterModel.of(WORDS)


def test_a_word_that_is_spelt_alike_is_likelier_than_a_misread_one(model: LetterModel) -> None:
    """Also where no list has it."""
    likely, misread = model.scores(["nouse", "nvufe"]).mean
    assert likely > misread + 1


def test_the_unlikeliest_letter_is_that_of_the_misreading(model: LetterModel) -> None:
    """It is less likely than any letter of the right word."""
    right, misread = model.scores(["house", "houfe"]).least
    assert misread < right


def test_probabilities_of_all_next_letters_sum_to_one_at_most(model: LetterModel) -> None:
    """After any letters; what is left belongs to characters that the model has not seen."""
    start = "hou"
    begun = model.scores([start + letter for letter in model.alphabet]).total
    ends = model.scores([start]).total
    steps = [model.scores([start + letter]).steps for letter in model.alphabet]
    assert np.all(np.array(steps) == len(start) + 2)
    assert np.exp(begun).sum() + np.exp(ends).sum() < 1


def test_characters_that_the_model_lacks_have_a_probability(model: LetterModel) -> None:
    """A finite one, below that of every letter it knows."""
    unknown, known = model.scores(["ъ", "h"]).least
    assert np.isfinite(unknown)
    assert unknown < known


def test_words_do_not_run_into_each_other(model: LetterModel) -> None:
    """The scores of a word are the same alone and among others."""
    words = ["mouse", "", "ursen", "house"]
    together = model.scores(words)
    for place, word in enumerate(words):
        alone = model.scores([word])
        assert together.total[place] == pytest.approx(alone.total[0])
        assert together.least[place] == pytest.approx(alone.least[0])


def test_no_words_have_no_scores(model: LetterModel) -> None:
    """Not an error."""
    assert model.scores([]).total.shape == (0,)
