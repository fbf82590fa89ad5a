"""What a text changes of the glyphs that an engine saw."""

from __future__ import annotations

from math import log

import pytest

from align.ocr.doubt.glyph_fit import FLOOR, GlyphFit, glyph_fit, sureness
from align.ocr.doubt.token_reading import GlyphChoice, ReadGlyph


def read(text: str, confidence: float = 0.99, **others: float) -> ReadGlyph:
    """A glyph; its own text has a choice too."""
    choices = [GlyphChoice(text, confidence), *(GlyphChoice(*item) for item in others.items())]
    return ReadGlyph(text, confidence, tuple(choices))


WORD = (read("в"), read("о", 0.9), read("г", 0.5, х=0.8, т=0.2))


def test_the_text_as_it_was_read_changes_nothing() -> None:
    """Only the doubt about its least sure glyph is left."""
    assert glyph_fit(WORD, "вог") == GlyphFit(doubt_left=log(0.5))


def test_the_choice_of_the_engine_counts_by_its_confidence() -> None:
    """More than another that it thought of, and much more than one that it did not."""
    fit = glyph_fit(WORD, "вох")
    assert fit.chosen == pytest.approx(log((0.8 + FLOOR) / (0.5 + FLOOR)))
    assert (fit.unlisted, fit.lost) == (0, 0)
    assert fit.sure == pytest.approx(sureness(WORD[2]))
    assert glyph_fit(WORD, "вот").chosen < 0 < fit.chosen
    assert glyph_fit(WORD, "вой").unlisted == 1


def test_a_change_at_the_wrong_place_leaves_the_doubt() -> None:
    """What keeps the doubtful glyph explains nothing."""
    assert glyph_fit(WORD, "ног").doubt_left > glyph_fit(WORD, "вот").doubt_left


@pytest.mark.parametrize(("text", "lost"), [("во", 1), ("воег", 1), ("вого", 1), ("", 3), ("в ог", 0)])
def test_letters_more_or_less_are_counted(text: str, lost: int) -> None:
    """Spaces are not: the engine gives them no glyph."""
    assert glyph_fit(WORD, text).lost == lost


def test_a_glyph_of_two_letters_is_one() -> None:
    """Where the text has both of them, too."""
    glyphs = (read("а"), read("ил"), read("в"))
    assert glyph_fit(glyphs, "аилн").lost == 0
    assert glyph_fit(glyphs, "кила").unlisted + glyph_fit(glyphs, "кила").lost == 2
