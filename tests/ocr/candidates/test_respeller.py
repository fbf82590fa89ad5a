"""Readings that no list needs to have."""

from __future__ import annotations

import pytest

from align.lang import lexicon
from align.ocr.candidates.respeller import KEEP, MAX_LETTERS, Respeller
from align.ocr.channel.engines import prior_channel
from align.ocr.lm.printed import spelling_model


def respeller(language: str) -> Respeller:
    """For a language, with the channel of an unknown document."""
    known = lexicon.load(language)
    return Respeller.of(spelling_model(language, known.frequencies), prior_channel(), known.writes)


@pytest.mark.parametrize(
    ("language", "read", "true"),
    [
        ("en", "fhipwracke", "shipwracke"),
        ("nl", "fcheepen", "scheepen"),
        ("pl", "wafzych", "waszych"),
        ("bg", "градоветЪ", "градоветѣ"),
        ("sl", "fvetilo", "svetilo"),
    ],
)
def test_likely_misreadings_are_undone(language: str, read: str, true: str) -> None:
    """The word as it was printed is among the readings."""
    word = read.lower()
    assert true in respeller(language).respelt([word])[word]


def test_several_misreadings_of_one_word_are_undone() -> None:
    """Each of them is likely; no list has the word."""
    assert "sorrowfull" in respeller("en").respelt(["forrowfnll"])["forrowfnll"]


def test_words_are_respelt_alike_one_by_one_and_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is looked at beside them."""
    words = ["fea", "houfe", "tbe", "fhip"]
    together = respeller("en").respelt(words)
    monkeypatch.setattr("align.ocr.candidates.respeller.BLOCK", 1)
    assert respeller("en").respelt(words) == together


def test_a_word_is_no_reading_of_itself() -> None:
    """Nor are there more readings than are kept."""
    for word, found in respeller("en").respelt(["fea", "houfe", "tbe", "iiii", "x"]).items():
        assert word not in found
        assert len(set(found)) == len(found) <= KEEP


def test_words_that_are_spelt_as_words_are_have_no_readings() -> None:
    """Of common words of some length none is worth a look."""
    found = respeller("en").respelt(["understanding", "government", "the", "between"])
    assert not any(found.values())


@pytest.mark.parametrize("word", ["", "q" * (MAX_LETTERS + 1)])
def test_nothing_is_looked_for_in_what_is_no_word(word: str) -> None:
    """It is no key of the answer."""
    assert respeller("en").respelt([word, "fhip"]).keys() == {"fhip"}


def test_letters_of_another_script_are_never_typed() -> None:
    """An English word is not spelt in Cyrillic letters, however alike they look."""
    found = respeller("en").respelt(["hoцse", "зhip"])
    typed = {letter for word, readings in found.items() for text in readings for letter in {*text} - {*word}}
    assert typed
    assert "".join(typed).isascii()
