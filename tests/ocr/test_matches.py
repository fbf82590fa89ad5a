"""What the translation calls for, by the learned matcher."""

from __future__ import annotations

import numpy as np
import pytest

from align.embed.encoder import load
from align.lang.lexicon import Lexicon
from align.ocr.candidates.build import build_lattice
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.channel.engines import prior_channel
from align.ocr.features import cloze as cloze_features
from align.ocr.features import ngram, span_queries
from align.ocr.features.word_match import BeadMatching
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lm import cloze
from align.ocr.translation import matcher
from align.ocr.translation.bead_context import TargetContext
from align.ocr.translation.encoded_words import EncodedWords

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
    model, encoder, judge = cloze.load("ru"), load("embedded"), matcher.load(("ru", "en"))

    def asked(text, said):
        page = build_lattice(
            [text], [tuple(said.split())], FormIndexes(Lexicon("ru", WORDS)), prior_channel()
        )
        belief = ngram.observed_hypothesis(page)
        shares = np.full(len(page.candidates), 0.05)
        partner = TargetContext([tuple(said.split())], [0], [said])
        matching = BeadMatching(judge, model, encoder, belief, partner, EncodedWords.empty())
        questions = list(span_queries.uncertain_spans(page, belief, shares))
        found = cloze_features.cloze_features(page, questions, model, belief, shares, matching)["match"]
        return {
            UNPROPOSED if reading.rule == UNPROPOSED else reading.text: found[row]
            for row, (site, reading) in enumerate(page.candidates)
            if reading.changed and site.position == 0
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
    bridge = heard("Мост пришел вчера.", "The answer came yesterday.")[UNPROPOSED]
    answer = heard("Ответ пришел вчера.", "The answer came yesterday.")[UNPROPOSED]
    assert bridge > answer


@pytest.mark.model
def test_of_a_page_without_doubts_nothing_is_asked():
    """Clean print: no word needs to be encoded."""
    page = build_lattice(["ваш ответ"], [()], FormIndexes(Lexicon("ru", WORDS)), prior_channel())
    matching = BeadMatching(
        matcher.load(("ru", "en")),
        cloze.load("ru"),
        load("embedded"),
        ngram.observed_hypothesis(page),
        TargetContext([("your",)], [0], ["your"]),
        EncodedWords.empty(),
    )
    assert not matching.matches(page, [], {}).any()


@pytest.mark.model
def test_without_a_translation_nothing_is_said(heard):
    """A sentence that the translator left out."""
    assert not any(heard("Наш ответ пришел вчера.", "").values())


def test_other_pairs_of_languages_have_none():
    """It was learned of Russian originals and English translations."""
    assert matcher.load(("uk", "en")) is None
