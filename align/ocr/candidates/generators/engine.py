"""Rules: the engine, or a further reading of the picture, had another word in view, or one near to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

from align.lang.lexicon import Lexicon
from align.ocr.candidates.generators.words import names_of_translation
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.candidates.token_context import TokenContext, observed_words, with_case_of
from align.ocr.doubt.token_reading import ReadGlyph, TokenReading
from align.ocr.lattice.candidate import Candidate
from align.text.token import Token, parse

MIN_CONFIDENCE = 0.05
"""Confidence from which another choice for a glyph is tried."""
MAX_GLYPHS = 8
"""Glyphs of a word for which other choices are tried: the least likely ones of more are left out."""
TOGETHER = 3
"""Glyphs that are changed at the same time."""
SHORTEST = 3
"""Letters of a reading near to which words are looked for."""
NEAR = 4
"""Known words near to a further reading that are tried."""

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


def near_readings(context: TokenContext) -> Iterator[Candidate]:
    """Known words, and names of the translation, near to a further reading that is no word itself."""
    for other in _misread(context.reading, context.token, context.lexicon):
        for observed in observed_words(other, context.lexicon)[:1]:
            for form in islice(context.found.get(observed.query, ()), NEAR):
                text = observed.lead + with_case_of(form, other.core) + observed.trail
                yield context.candidate(text, "engine")
        tokens = (*context.tokens[: context.position], other, *context.tokens[context.position + 1 :])
        for named in names_of_translation(replace(context, tokens=tokens)):
            yield context.candidate(named.text, "engine")


def reading_queries(reading: TokenReading | None, token: Token, lexicon: Lexicon) -> Iterator[LookupQuery]:
    """What :func:`near_readings` needs to be looked up."""
    for other in _misread(reading, token, lexicon):
        for observed in observed_words(other, lexicon)[:1]:
            yield observed.query


def _misread(reading: TokenReading | None, token: Token, lexicon: Lexicon) -> list[Token]:
    """The further readings of a token that are no known words, as it is none; each of them once."""
    if reading is None or lexicon.knows(token.core):
        return []
    others = [parse(text) for text in dict.fromkeys(reading.others) if text != token.text]
    return [other for other in others if len(other.core) >= SHORTEST and not lexicon.knows(other.core)]


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
