"""What whole sentences say of their doubtful places."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from align.ocr import neighbours, testimony
from align.ocr.context.gap import Around
from align.ocr.context.network import MARKS
from align.ocr.gaps import gaps
from align.ocr.lexicon import Lexicon
from align.ocr.prior import prior
from align.ocr.reading import OTHER
from align.ocr.survey import survey

WORDS = {"ваш": 1e-3, "ответ": 1e-4, "получил": 1e-4, "вчера": 1e-4, "в": 3e-2}


class Plain:
    """A model to which one word is likely, capitals at the start, and a comma behind the third token."""

    def __init__(self, likely):
        self.likely = likely

    def read(self, sentences):
        """Where a gap is, instead of what stands around it."""
        return [Around(*[torch.arange(len(s) + 1.0)[:, None]] * 2) for s in sentences]

    def answers(self, gaps, words):
        """3 nats for the one word; at the start the odds of a capital are e to 1."""
        pairs = [(gap, word) for gap, own in zip(gaps, words, strict=True) for word in own]
        ratios = [3.0 if word.lower() == self.likely else 0.0 for _, word in pairs]
        return np.array(ratios), np.array([4.0 if gap[0] == 0 else -4.0 for gap, _ in pairs])

    def stops(self, gaps):
        """A comma after three tokens, nothing elsewhere."""
        found = np.full((len(gaps), len(MARKS)), -9.0)
        for row, gap in enumerate(gaps):
            found[row, MARKS[","] if gap[0] == 3 else 0] = -1.0
        return found


def said(text, likely):
    """By the text of a reading, what is said of it; of every place everything is asked."""
    page = survey([text], [()], Lexicon("ru", WORDS), prior())
    belief = neighbours.as_read(page)
    doubtful = np.full(len(page.readings), 0.1)
    asked = list(testimony.questions(page, belief, doubtful))
    found = gaps(page, asked, Plain(likely), belief, doubtful)
    return {
        OTHER if reading.rule == OTHER else reading.text: {
            name: values[row] for name, values in found.items()
        }
        for row, (site, reading) in enumerate(page.readings)
        if reading.changed and site.at == reading.start
    }


def test_a_word_is_set_against_the_one_that_was_read():
    """Ваш fits where Баш was read, and nothing else is said of its capital."""
    found = said("Баш ответ получил", "ваш")
    assert found["Ваш"]["gap"] == pytest.approx(3)
    assert found["Ваш"]["gap_capital"] == pytest.approx(0)


def test_what_nobody_proposed_is_set_against_a_common_word():
    """The worse what was read goes with its sentence, the likelier it is something else, or nothing."""
    assert said("Баш", "баш")[OTHER]["gap"] == pytest.approx(-3)
    assert said("Баш", "ваш")[OTHER]["gap"] == pytest.approx(0)


def test_a_capital_is_set_against_the_small_letter():
    """At the start it is likelier, and inside less likely, than what was read."""
    assert said("Ваш Ответ получил", "")["ответ"]["gap_capital"] == pytest.approx(4)
    assert said("ваш ответ получил", "")["Ваш"]["gap_capital"] == pytest.approx(4)


class Unsteady(Plain):
    """To whom a capital is likely on one form of a name and unlikely on another."""

    def answers(self, gaps, words):
        """What it says of either is no matter of the form."""
        ratios, _ = super().answers(gaps, words)
        flat = [word for own in words for word in own]
        return ratios, np.array([{"китаю": -3.0, "китая": 1.0}.get(word.lower(), 0.0) for word in flat])


def test_a_name_has_its_capital_in_every_case():
    """Китаю and Китая are one word: no form is held against the other for its capital."""
    words = {"китаю": 1e-5, "китая": 1e-4}
    page = survey(["Китав"], [()], Lexicon("ru", words), prior())
    belief, doubtful = neighbours.as_read(page), np.full(len(page.readings), 0.1)
    asked = list(testimony.questions(page, belief, doubtful))
    found = gaps(page, asked, Unsteady(""), belief, doubtful)["gap_capital"]
    by_text = {reading.text: found[row] for row, (_, reading) in enumerate(page.readings)}
    assert by_text["Китаю"] == by_text["Китая"] != 0


def test_a_mark_alone_changes_nothing_about_the_capital():
    """Китаю, is Китаю with a comma, whatever other forms are proposed."""
    page = survey(["Китаю"], [()], Lexicon("ru", {"китаю": 1e-5, "китая": 1e-4}), prior())
    belief, doubtful = neighbours.as_read(page), np.full(len(page.readings), 0.1)
    asked = list(testimony.questions(page, belief, doubtful))
    found = gaps(page, asked, Unsteady(""), belief, doubtful)["gap_capital"]
    by_text = {reading.text: found[row] for row, (_, reading) in enumerate(page.readings)}
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
    page = survey(["Баш"], [()], Lexicon("bg", WORDS), prior())
    found = gaps(page, [], None, neighbours.as_read(page), np.zeros(len(page.readings)))
    assert set(found) == {"gap", "gap_capital", "gap_mark", "match"}
    assert not any(values.any() for values in found.values())
