"""What the translation calls for, by the learned matcher."""

from __future__ import annotations

import numpy as np
import pytest

from align.embed.encoder import load
from align.ocr import gaps, neighbours, testimony
from align.ocr.context import gap
from align.ocr.lexicon import Lexicon
from align.ocr.matches import Matching
from align.ocr.partner import Partner
from align.ocr.prior import prior
from align.ocr.reading import OTHER
from align.ocr.survey import survey
from align.ocr.translation import matcher
from align.ocr.translation.vectors import WordVectors

WORDS = {
    "ваш": 1e-3,
    "наш": 1e-3,
    "ответ": 1e-4,
    "ответы": 1e-4,
    "солдат": 1e-4,
    "солдаты": 1e-4,
    "мост": 1e-4,
}


@pytest.fixture(scope="module")
def heard():
    """By the text of a reading of the first word, nats against what was read."""
    model, encoder, judge = gap.load("ru"), load("embedded"), matcher.load(("ru", "en"))

    def asked(text, said):
        page = survey([text], [tuple(said.split())], Lexicon("ru", WORDS), prior())
        belief = neighbours.as_read(page)
        shares = np.full(len(page.readings), 0.05)
        partner = Partner([tuple(said.split())], [0], [said])
        matching = Matching(judge, model, encoder, belief, partner, WordVectors.empty())
        questions = list(testimony.questions(page, belief, shares))
        found = gaps.gaps(page, questions, model, belief, shares, matching)["match"]
        return {
            OTHER if reading.rule == OTHER else reading.text: found[row]
            for row, (site, reading) in enumerate(page.readings)
            if reading.changed and site.at == 0
        }

    return asked


@pytest.mark.model
def test_the_word_that_the_translation_says_is_called_for(heard):
    """Your answer: Ваш rather than Наш; our answer: the other way round."""
    assert heard("Наш ответ пришел вчера.", "Your answer came yesterday.")["Ваш"] > 1
    assert heard("Ваш ответ пришел вчера.", "Our answer came yesterday.")["Наш"] > 1


@pytest.mark.model
def test_what_goes_with_nothing_said_is_rather_something_else(heard):
    """No bridge in the translation: what was read there is likelier another word than one of an answer."""
    bridge = heard("Мост пришел вчера.", "The answer came yesterday.")[OTHER]
    answer = heard("Ответ пришел вчера.", "The answer came yesterday.")[OTHER]
    assert bridge > answer


@pytest.mark.model
def test_of_a_page_without_doubts_nothing_is_asked():
    """Clean print: no word needs to be encoded."""
    page = survey(["ваш ответ"], [()], Lexicon("ru", WORDS), prior())
    matching = Matching(
        matcher.load(("ru", "en")),
        gap.load("ru"),
        load("embedded"),
        neighbours.as_read(page),
        Partner([("your",)], [0], ["your"]),
        WordVectors.empty(),
    )
    assert not matching.matches(page, [], {}).any()


@pytest.mark.model
def test_without_a_translation_nothing_is_said(heard):
    """A sentence that the translator left out."""
    assert not any(heard("Наш ответ пришел вчера.", "").values())


def test_other_pairs_of_languages_have_none():
    """It was learned of Russian originals and English translations."""
    assert matcher.load(("uk", "en")) is None
