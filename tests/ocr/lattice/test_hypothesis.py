"""The best text so far."""

from __future__ import annotations

from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.text.token import tokenize


def test_the_first_hypothesis_is_the_observed_text() -> None:
    """Token by token, marks included."""
    lattice = CandidateLattice([tokenize("Баш ответ, 3,5 млн."), ()], ())
    hypothesis = Hypothesis.observed(lattice)
    assert hypothesis.texts == [["Баш", "ответ,", "3,5", "млн."], []]
    assert hypothesis.word_tokens == [[["Баш"], ["ответ", ","], ["3,5"], ["млн", "."]], []]
    assert hypothesis.sentences == [["Баш", "ответ", ",", "3,5", "млн", "."], []]


def test_a_token_that_joins_the_one_before_has_no_words() -> None:
    """Its place stays, so that tokens keep their numbers."""
    assert Hypothesis([["объяснял", "", "все."]]).word_tokens == [[["объяснял"], [], ["все", "."]]]


def test_changed_sentences_are_those_whose_text_differs() -> None:
    """Whether the texts are lists or tuples does not matter."""
    before = Hypothesis([["Баш", "ответ"], ["вчера"], ("да",)])
    after = Hypothesis([["Ваш", "ответ"], ["вчера"], ["да"]])
    assert after.changed_sentences(before) == {0}
    assert before.changed_sentences(before) == frozenset()
