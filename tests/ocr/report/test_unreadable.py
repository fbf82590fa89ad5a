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


def test_a_passage_over_several_sentences_is_one_stretch() -> None:
    """Its flag is on the first of them."""
    texts = ["зкх фыж.", "щшц —", "ждл кнп вчера."]
    words = [(0, "зкх"), (0, "фыж."), (1, "щшц"), (2, "ждл"), (2, "кнп")]
    sentences = sentences_of(*texts)
    found = [
        Flag(
            "source",
            number,
            sentences[number].traced.spans(*_place(texts[number], word)),
            word,
            "ocr.unknown-word",
            0.9,
            "so",
        )
        for number, word in words
    ]
    [passage] = unreadable(found, sentences)
    assert (passage.sentence, passage.text) == (0, "зкх фыж.")
    assert passage.reason == "5 words in a row, over 3 sentences, cannot be read."


def _place(text: str, word: str) -> tuple[int, int]:
    """Start and stop of a word."""
    return text.index(word), text.index(word) + len(word)
