"""Stretches that the OCR could not read."""

from __future__ import annotations

from align.flag import Flag, Suggestion
from align.ocr.report.unreadable import unreadable
from align.text.span import Span
from tests.ocr.sample import sentences_of

TEXT = "Он сказал зкх фыж щшц ждл вчера"
SENTENCES = sentences_of(TEXT)


def flags(*words: str, best: float = 0.1) -> list[Flag]:
    """A sure flag on each of the words; ``best``: confidence of its suggestion."""
    places = [Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words]
    return [
        Flag("source", 0, (place,), place.of(TEXT), "ocr.unknown-word", 0.9, "so", (Suggestion("я", best),))
        for place in places
    ]


def test_four_unreadable_words_in_a_row_are_one_stretch() -> None:
    """The stretch runs from the first to the last of them."""
    [found] = unreadable(flags("зкх", "фыж", "щшц", "ждл"), SENTENCES)
    assert found.text == "зкх фыж щшц ждл"
    assert found.kind == "layout.unreadable"
    assert found.confidence == 0.9


def test_a_word_that_can_be_read_or_corrected_parts_the_stretch() -> None:
    """Three in a row are three bad words; likely suggestions are corrections."""
    assert not list(unreadable(flags("Он", "зкх", "фыж", "щшц"), SENTENCES))
    assert not list(unreadable(flags("зкх", "фыж", "щшц", "ждл", best=0.6), SENTENCES))
