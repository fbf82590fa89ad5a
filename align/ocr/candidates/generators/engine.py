"""Rule: the engine, or a further reading of the picture, had another word in view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from align.ocr.candidates.token_context import TokenContext
from align.ocr.doubt.token_reading import ReadGlyph
from align.ocr.lattice.candidate import Candidate
from align.text.token import parse

MIN_CONFIDENCE = 0.05
"""Confidence from which another choice for a glyph is tried."""
MAX_GLYPHS = 8
"""Glyphs of a word for which other choices are tried: the least likely ones of more are left out."""
TOGETHER = 3
"""Glyphs that are changed at the same time."""

DOTS = str.maketrans("ёЁ", "еЕ")

Choice = tuple[int, str, float]
"""The number of a glyph, another text for it, and the confidence of the engine."""


def engine_readings(context: TokenContext) -> Iterator[Candidate]:
    """Other readings of the word, and the words that other choices for its glyphs make."""
    reading = context.reading
    if reading is None:
        return
    for text in reading.others:
        if _without_dots(text) != _without_dots(context.token.text):
            yield context.candidate(text, "engine")
    for text in _words(reading.glyphs, context):
        yield context.candidate(text, "engine")


def _without_dots(text: str) -> str:
    """A text with ё as е, which print leaves out at will."""
    return text.translate(DOTS)


def _words(glyphs: Sequence[ReadGlyph], context: TokenContext) -> Iterator[str]:
    """The known words that one to three other choices make of a token."""
    choices = _choices(glyphs)
    for count in range(1, TOGETHER + 1):
        for chosen in combinations(choices, count):
            if len({number for number, *_ in chosen}) == count:
                texts = [glyph.text for glyph in glyphs]
                for number, text, _ in chosen:
                    texts[number] = text
                made = "".join(texts)
                core = parse(made).core
                if core and context.lexicon.knows(core):
                    yield made


def _choices(glyphs: Sequence[ReadGlyph]) -> list[Choice]:
    """The likeliest other choices of the glyphs."""
    found = [
        (number, choice.text, choice.confidence)
        for number, glyph in enumerate(glyphs)
        for choice in glyph.choices
        if choice.confidence >= MIN_CONFIDENCE and _without_dots(choice.text) != _without_dots(glyph.text)
    ]
    return sorted(found, key=lambda choice: -choice[2])[:MAX_GLYPHS]
