"""Stops and capitals that cannot stand beside each other."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace

import pytest

from align.lang.lemma import analyzer
from align.ocr.features.punctuation_case import punctuation_features
from align.ocr.grammar.morphology import forms
from tests.ocr.sample import by_text, inputs_of, lattice_of, resources_of

WORDS = {"ответ": 1e-4, "получил": 1e-4, "вчера": 1e-4, "который": 1e-3, "весь": 1e-3, "мир": 1e-3}


def scores(text: str, *, certainty: float = 0.1) -> dict[str, dict[str, float]]:
    """Candidate -> its features that are not 0; ``certainty``: probability of each observed text."""
    grammar = SimpleNamespace(forms=partial(forms, analyzer("ru")))
    resources = resources_of(WORDS, grammar=grammar)
    lattice = lattice_of(text, resources)
    columns = punctuation_features(inputs_of(lattice, resources, "final", probabilities=certainty)).values
    return {
        candidate: {name: value for name, value in found.items() if value}
        for candidate, found in by_text(lattice, columns).items()
    }


@pytest.mark.parametrize(
    ("text", "candidate", "rule"),
    [
        ("ответ. который получил вчера.", "ответ,", "stop_before_small"),
        ("ответ получил. вчера", "Вчера", "small_after_stop"),
        ("весь Мир получил ответ.", "мир", "capital_inside"),
        ("весь мир получил ответ,", "ответ.", "sentence_without_end"),
    ],
)
def test_a_candidate_that_keeps_a_rule_has_minus_one(text: str, candidate: str, rule: str) -> None:
    """The observed text breaks the rule; no other rule differs."""
    assert scores(text)[candidate] == {rule: -1.0}


def test_a_candidate_that_breaks_a_rule_has_one() -> None:
    """A stop before a small letter, a capital in the middle."""
    found = scores("ответ, который получил мир.")
    assert found["ответ."] == {"stop_before_small": 1.0}
    assert found["Который"] == {"capital_inside": 1.0}


def test_abbreviations_and_names_break_no_rule() -> None:
    """тов. before a small letter; Иван has his capital."""
    assert not scores("получил тов. который вчера.").get("тов,", {})
    assert "capital_inside" not in scores("вчера Иван получил ответ.").get("иван", {})


def test_certain_slots_have_no_score() -> None:
    """They are most of a document."""
    assert not any(scores("весь Мир получил ответ,", certainty=1.0).values())
