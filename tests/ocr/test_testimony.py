"""Doubtful places and what is asked about them."""

from __future__ import annotations

import numpy as np

from align.lang.lexicon import Lexicon
from align.ocr.candidates.build import build_lattice
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.channel.engines import prior_channel
from align.ocr.features import ngram, span_queries
from align.ocr.features.edit_type import edit_type_features
from align.ocr.lm.truecasing import TruecasingModel
from align.ocr.translation import AlignedWord, TextPair
from align.ocr.translation.encoded_words import EncodedWords

WORDS = {"объяснял": 1e-5, "я": 1e-2, "снял": 1e-5, "союзник": 1e-5, "the": 1e-2, "bulganin": 1e-6}


class Plain:
    """A witness to whom one word of the original is answered, and no other."""

    vectors = EncodedWords.empty()

    def __init__(self, source, answered, by):
        self.pairs, self.answered, self.by = (TextPair(source, by),), answered, by
        self.asked = []

    def with_vectors(self, _):
        """Nothing to prepare."""
        return self

    def align_candidates(self, _, stretch, candidates):
        """4 nats for the one word."""
        self.asked.append((stretch, tuple(candidates)))
        return [
            AlignedWord(4.0, self.by) if word == self.answered else AlignedWord(0.0, None)
            for word in candidates
        ]


def asked(text, language="ru"):
    """A page of one sentence, and everything that can be asked about it."""
    page = build_lattice([text], [()], FormIndexes(Lexicon(language, WORDS)), prior_channel())
    belief = ngram.observed_hypothesis(page)
    spaced = [" " in reading.text or reading.stop - reading.start > 1 for _, reading in page.candidates]
    doubtful = np.where(spaced, 0.3, 0.01)
    return page, belief, list(span_queries.uncertain_spans(page, belief, doubtful))


def test_two_pieces_of_a_broken_word_are_asked_about_as_one():
    """«об яснял» is two words of the page; the translation answers the one they were."""
    page, _, questions = asked("войска об яснял")
    witness = Plain("войска об яснял", "объяснял", "explained")
    found, said = span_queries.translation(page, questions, witness, [(0, 0)])
    rows = [row for row, (_, reading) in enumerate(page.candidates) if reading.text == "объяснял"]
    assert rows
    assert all(found["translation"][row] == 4.0 for row in rows)
    assert {said.words[row] for row in rows} == {"explained"}
    assert (range(1, 3), ("об", "яснял", "объяснял")) in witness.asked


def test_words_that_lost_their_space_are_asked_about_one_by_one():
    """What answers either of «я снял» speaks for both."""
    page, _, questions = asked("яснял")
    found, _ = span_queries.translation(page, questions, Plain("яснял", "снял", "took"), [(0, 0)])
    split = next(row for row, (_, reading) in enumerate(page.candidates) if reading.text == "я снял")
    assert found["translation"][split] == 4.0


def test_a_mark_alone_may_have_been_a_word():
    """Nothing was read there, so that the word stands against a common one."""
    page, belief, _ = asked("войска — яснял")
    [question] = span_queries.isolated_marks(page, belief, np.full(len(page.candidates), 0.1))
    assert (question.start, question.stop, question.observed_words) == (1, 2, ())
    assert ("я",) in question.candidate_words


def test_marks_and_numbers_are_no_words_to_ask_about():
    """Nothing is asked where no word was read."""
    assert asked("— 38 ...")[2] == []


def test_slips_of_the_hand_are_told_from_misread_letters():
    """A letter keyed twice and two in the wrong order are kinds of change by themselves."""
    page = build_lattice(["Bulganiin hte"], [()], FormIndexes(Lexicon("en", WORDS)), prior_channel())
    found = edit_type_features(page)
    kinds = {
        reading.text: (found["doubled"][row], found["swapped"][row])
        for row, (_, reading) in enumerate(page.candidates)
    }
    assert kinds["Bulganin"] == (1, 0)
    assert kinds["the"] == (0, 1)
    assert kinds["hte"] == (0, 0)


def test_a_rare_form_is_written_as_its_dictionary_form():
    """Китаю was never counted; Китай was, with a capital."""
    model = TruecasingModel({"китай": 4.0}, {"<rare>": -2.0}, {}, {"китаю": "китай"}.get)
    assert model.log_odds(["помочь"], "Китаю") == 4.0
