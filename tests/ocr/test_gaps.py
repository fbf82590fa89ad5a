"""What whole sentences say of their doubtful places."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from align.lang.lexicon import Lexicon
from align.ocr.candidates.build import build_lattice
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.channel.engines import prior_channel
from align.ocr.features import ngram, span_queries
from align.ocr.features.cloze import cloze_features
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lm.cloze import EncodedSentence
from align.ocr.lm.cloze_network import MARKS

WORDS = {"ваш": 1e-3, "ответ": 1e-4, "получил": 1e-4, "вчера": 1e-4, "в": 3e-2}


class Plain:
    """A model to which one word is likely, capitals at the start, and a comma behind the third token."""

    def __init__(self, likely):
        self.likely = likely

    def encode(self, sentences):
        """Where a gap is, instead of what stands around it."""
        return [EncodedSentence(*[torch.arange(len(s) + 1.0)[:, None]] * 2) for s in sentences]

    def score_words(self, gaps, words):
        """3 nats for the one word; at the start the odds of a capital are e to 1."""
        pairs = [(gap, word) for gap, own in zip(gaps, words, strict=True) for word in own]
        ratios = [3.0 if word.lower() == self.likely else 0.0 for _, word in pairs]
        return np.array(ratios), np.array([4.0 if gap[0] == 0 else -4.0 for gap, _ in pairs])

    def score_punctuation(self, gaps):
        """A comma after three tokens, nothing elsewhere."""
        found = np.full((len(gaps), len(MARKS)), -9.0)
        for row, gap in enumerate(gaps):
            found[row, MARKS[","] if gap[0] == 3 else 0] = -1.0
        return found


def said(text, likely):
    """By the text of a reading, what is said of it; of every place everything is asked."""
    page = build_lattice([text], [()], FormIndexes(Lexicon("ru", WORDS)), prior_channel())
    belief = ngram.observed_hypothesis(page)
    doubtful = np.full(len(page.candidates), 0.1)
    asked = list(span_queries.uncertain_spans(page, belief, doubtful))
    found = cloze_features(page, asked, Plain(likely), belief, doubtful)
    return {
        UNPROPOSED if reading.rule == UNPROPOSED else reading.text: {
            name: values[row] for name, values in found.items()
        }
        for row, (site, reading) in enumerate(page.candidates)
        if reading.changed and site.position == reading.start
    }


def test_a_word_is_set_against_the_one_that_was_read():
    """Ваш fits where Баш was read, and nothing else is said of its capital."""
    found = said("Баш ответ получил", "ваш")
    assert found["Ваш"]["gap"] == pytest.approx(3)
    assert found["Ваш"]["gap_capital"] == pytest.approx(0)


def test_what_nobody_proposed_is_set_against_a_common_word():
    """The worse what was read goes with its sentence, the likelier it is something else, or nothing."""
    assert said("Баш", "баш")[UNPROPOSED]["gap"] == pytest.approx(-3)
    assert said("Баш", "ваш")[UNPROPOSED]["gap"] == pytest.approx(0)


def test_a_capital_is_set_against_the_small_letter():
    """At the start it is likelier, and inside less likely, than what was read."""
    assert said("Ваш Ответ получил", "")["ответ"]["gap_capital"] == pytest.approx(4)
    assert said("ваш ответ получил", "")["Ваш"]["gap_capital"] == pytest.approx(4)


class Unsteady(Plain):
    """To whom a capital is likely on one form of a name and unlikely on another."""

    def score_words(self, gaps, words):
        """What it says of either is no matter of the form."""
        ratios, _ = super().score_words(gaps, words)
        flat = [word for own in words for word in own]
        return ratios, np.array([{"китаю": -3.0, "китая": 1.0}.get(word.lower(), 0.0) for word in flat])


def test_a_name_has_its_capital_in_every_case():
    """Китаю and Китая are one word: no form is held against the other for its capital."""
    words = {"китаю": 1e-5, "китая": 1e-4}
    page = build_lattice(["Китав"], [()], FormIndexes(Lexicon("ru", words)), prior_channel())
    belief, doubtful = ngram.observed_hypothesis(page), np.full(len(page.candidates), 0.1)
    asked = list(span_queries.uncertain_spans(page, belief, doubtful))
    found = cloze_features(page, asked, Unsteady(""), belief, doubtful)["gap_capital"]
    by_text = {reading.text: found[row] for row, (_, reading) in enumerate(page.candidates)}
    assert by_text["Китаю"] == by_text["Китая"] != 0


def test_a_mark_alone_changes_nothing_about_the_capital():
    """Китаю, is Китаю with a comma, whatever other forms are proposed."""
    page = build_lattice(
        ["Китаю"], [()], FormIndexes(Lexicon("ru", {"китаю": 1e-5, "китая": 1e-4})), prior_channel()
    )
    belief, doubtful = ngram.observed_hypothesis(page), np.full(len(page.candidates), 0.1)
    asked = list(span_queries.uncertain_spans(page, belief, doubtful))
    found = cloze_features(page, asked, Unsteady(""), belief, doubtful)["gap_capital"]
    by_text = {reading.text: found[row] for row, (_, reading) in enumerate(page.candidates)}
    assert by_text["Китаю,"] == 0


def test_another_mark_is_set_against_the_one_that_was_read():
    """A comma for the stop after three words; not where it stands already."""
    found = said("ваш ответ получил. вчера", "")
    assert found["получил,"]["gap_mark"] == pytest.approx(8)
    assert found["вчера,"]["gap_mark"] == pytest.approx(-8)


def test_a_mark_alone_is_set_against_nothing():
    """A comma is likely behind three words, nothing elsewhere; of a mark behind no word nothing is said."""
    assert said("ваш ответ получил , вчера", "")[""]["gap_mark"] == pytest.approx(-8)
    assert said("ваш ответ , вчера", "")[""]["gap_mark"] == pytest.approx(8)
    assert said(", вчера", "")[""]["gap_mark"] == 0


def test_without_a_model_nothing_is_said():
    """Of languages that have none."""
    page = build_lattice(["Баш"], [()], FormIndexes(Lexicon("bg", WORDS)), prior_channel())
    found = cloze_features(page, [], None, ngram.observed_hypothesis(page), np.zeros(len(page.candidates)))
    assert set(found) == {"gap", "gap_capital", "gap_mark", "match"}
    assert not any(values.any() for values in found.values())
