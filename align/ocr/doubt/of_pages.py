"""Sentences and the pages they stand on -> how the engine read each token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from align.facsimile.facsimile import Facsimile, PlacedWord
from align.facsimile.page import Glyph, PageWord
from align.ocr.doubt.token_reading import GlyphChoice, ReadGlyph, SentenceReading, TokenReading
from align.text.sentence import Sentence
from align.text.token import Token, tokenize

MEASURED = "tesseract"
"""How the names of the engines begin whose confidences are measured."""

HYPHENS = "-\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}=¬"
"""What divides a word at the end of a line."""


def readings_of(sentences: Sequence[Sentence], facsimile: Facsimile | None) -> tuple[SentenceReading, ...]:
    """How the engine read the tokens of each sentence; nothing where there is nothing to say of any.

    Confidences are taken of Tesseract alone: the curve that says what they are worth is fitted on its own.

    Args:
        sentences: Their places are those of the text of the facsimile.
        facsimile: The pages; ``None`` where the text was read from none.
    """
    if facsimile is None:
        return ()
    is_measured = facsimile.engine.lower().startswith(MEASURED)
    found = tuple(
        tuple(_reading(token, sentence, facsimile, is_measured) for token in tokenize(sentence.text))
        for sentence in sentences
    )
    return found if any(token for tokens in found for token in tokens) else ()


def _reading(
    token: Token,
    sentence: Sentence,
    facsimile: Facsimile,
    is_measured: bool,  # noqa: FBT001
) -> TokenReading | None:
    """Of one token; ``None`` where the engine says nothing of it."""
    spans = sentence.traced.spans(token.start, token.stop)
    words = [word for span in spans for word in facsimile.words_between(span.start, span.stop)]
    if not words:
        return None
    others = tuple(_others(words, [(span.start, span.stop) for span in spans]))
    found = TokenReading(others=others)
    if is_measured:
        confidences = [word.word.confidence for word in words if word.word.confidence is not None]
        glyphs = _glyphs(token, sentence, words) if any(word.word.glyphs for word in words) else ()
        found = TokenReading(min(confidences, default=None), tuple(glyphs), others)
    return None if found == TokenReading() else found


def _glyphs(token: Token, sentence: Sentence, words: Sequence[PlacedWord]) -> Iterator[ReadGlyph]:
    """The glyphs of a token; a character that cleaning put in has no confidence."""
    places = {place: glyph for word in words for place, glyph in _places(word)}
    starts, stops = sentence.traced.starts, sentence.traced.stops
    last: Glyph | None = None
    text = ""
    for at in range(token.start, token.stop):
        glyph = places.get(int(starts[at])) if stops[at] > starts[at] else None
        if text and (glyph is None or glyph is not last):
            yield _read(text, last)
            text = ""
        text, last = text + sentence.text[at], glyph
    if text:
        yield _read(text, last)


def _places(word: PlacedWord) -> Iterator[tuple[int, Glyph]]:
    """The places of the characters of a word with their glyphs."""
    ends = accumulate(len(glyph.text) for glyph in word.word.glyphs)
    for end, glyph in zip(ends, word.word.glyphs, strict=True):
        for at in range(end - len(glyph.text), end):
            yield word.start + at, glyph


def _read(text: str, glyph: Glyph | None) -> ReadGlyph:
    if glyph is None:
        return ReadGlyph(text)
    choices = (GlyphChoice(one.text, one.confidence) for one in glyph.alternatives if one.confidence)
    return ReadGlyph(text, glyph.confidence, tuple(choices))


def _others(words: Sequence[PlacedWord], spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Each further reading of the whole token, its parts in several words put together."""
    for source in dict.fromkeys(one.source for word in words for one in word.word.alternatives):
        pieces = [_piece(word, source, spans) for word in words]
        if None not in pieces:
            yield "".join(filter(None, pieces))


def _piece(word: PlacedWord, source: str, spans: Sequence[tuple[int, int]]) -> str | None:
    """What a source reads for the part of a word in the token; ``None`` where it cannot be cut out."""
    inside = [(max(a, word.start), min(b, word.stop)) for a, b in spans if a < word.stop and word.start < b]
    first, last = inside[0][0] - word.start, inside[-1][1] - word.start
    before, behind = word.word.text[:first], word.word.text[last:]
    read = _text(word.word, source)
    if behind and all(one in HYPHENS for one in behind):
        read, behind = read.rstrip(HYPHENS), ""
    if not (read.startswith(before) and read.endswith(behind) and len(read) > len(before) + len(behind)):
        return None
    return read[len(before) : len(read) - len(behind)]


def _text(word: PageWord, source: str) -> str:
    """What a source reads for a word, the word itself where it says nothing."""
    return next((one.text for one in word.alternatives if one.source == source), word.text)
