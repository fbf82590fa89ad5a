"""Stretches nobody can read."""

from __future__ import annotations

from align.flag import Flag, Suggestion
from align.ocr.report.unreadable import unreadable
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText

TEXT = "Он сказал зкх фыж щшц ждл вчера"
SENTENCE = Sentence(0, TracedText.of(TEXT, Span(0, len(TEXT))))


def flags(*words, best=0.1):
    """A sure flag on each of the words."""
    places = [Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words]
    return [
        Flag("source", 0, (place,), place.of(TEXT), "ocr.unknown-word", 0.9, "so", (Suggestion("я", best),))
        for place in places
    ]


def test_four_words_in_a_row_that_nobody_can_read_are_one_stretch():
    """The stretch runs from the first to the last of them."""
    (found,) = unreadable(flags("зкх", "фыж", "щшц", "ждл"), [SENTENCE])
    assert found.text == "зкх фыж щшц ждл"
    assert found.kind == "layout.unreadable"
    assert found.confidence == 0.9


def test_a_word_that_can_be_guessed_or_read_parts_the_stretch():
    """Three in a row are three bad words; likely readings are a hope."""
    assert not list(unreadable(flags("Он", "зкх", "фыж", "щшц"), [SENTENCE]))
    assert not list(unreadable(flags("зкх", "фыж", "щшц", "ждл", best=0.6), [SENTENCE]))
