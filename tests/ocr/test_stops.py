"""Stops and capitals that cannot stand beside each other."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace

import numpy as np
import pytest

from align.lang.lemma import analyzer
from align.lang.lexicon import Lexicon
from align.ocr.candidates.build import build_lattice
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.channel.engines import prior_channel
from align.ocr.features import ngram
from align.ocr.features.punctuation_case import punctuation_features
from align.ocr.grammar.morphology import forms

WORDS = {"ответ": 1e-4, "получил": 1e-4, "вчера": 1e-4, "который": 1e-3, "весь": 1e-3, "мир": 1e-3}


RULES = SimpleNamespace(forms=partial(forms, analyzer("ru")))


def said(text, *, sure=False):
    """By the text of a reading, what speaks for or against it; everything is doubted unless ``sure``."""
    page = build_lattice([text], [()], FormIndexes(Lexicon("ru", WORDS)), prior_channel())
    shares = np.full(len(page.candidates), 1.0 if sure else 0.1)
    found = punctuation_features(page, ngram.observed_hypothesis(page), shares, RULES)
    return {
        reading.text: {name: values[row] for name, values in found.items() if values[row]}
        for row, (site, reading) in enumerate(page.candidates)
        if reading.changed and site.position == reading.start
    }


@pytest.mark.parametrize(
    ("text", "reading", "mended"),
    [
        ("ответ. который получил вчера.", "ответ,", "stop_small"),
        ("ответ получил. вчера", "Вчера", "small_after"),
        ("весь Мир получил ответ.", "мир", "capital_inside"),
        ("весь мир получил ответ,", "ответ.", "end_bare"),
    ],
)
def test_a_reading_that_mends_a_rule_is_spoken_for(text, reading, mended):
    """And nothing else is said of it."""
    assert said(text)[reading] == {mended: -1.0}


def test_a_reading_that_breaks_a_rule_is_spoken_against():
    """A stop before a small letter, a capital in the middle."""
    found = said("ответ, который получил мир.")
    assert found["ответ."] == {"stop_small": 1.0}
    assert found["Который"] == {"capital_inside": 1.0}


def test_abbreviations_and_names_break_no_rule():
    """т. before a small letter; Иван has his capital."""
    assert not said("получил тов. который вчера.").get("тов,", {})
    assert "capital_inside" not in said("вчера Иван получил ответ.").get("иван", {})


def test_of_sure_places_nothing_is_said():
    """They are most of a page."""
    assert not any(said("весь Мир получил ответ,", sure=True).values())
