"""What each chunk may say instead: an ordered list of rules, each proposing readings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from align.lang.lexicon import Lexicon
from align.ocr.candidates.generators import foreign_words, punctuation, segmentation, words
from align.ocr.candidates.lookup import LookupQuery
from align.ocr.candidates.token_context import TokenContext, observed_words
from align.ocr.lattice.candidate import OBSERVED, Candidate
from align.text.token import Token

LONGEST = 60
"""Code points; what is longer is no word, and nobody can say what it was."""


def generate(place: TokenContext) -> tuple[Candidate, ...]:
    """All readings of a place, the observed first, each text once."""
    observed = observed_candidate(place)
    if max(len(chunk.text) for chunk in place.tokens[place.position : place.position + 2]) > LONGEST:
        return observed
    texts = {(1, place.token.text): observed[0]}
    for rule in RULES:
        for reading in rule(place):
            texts.setdefault((reading.stop - reading.start, reading.text), reading)
    return tuple(texts.values())


def observed_candidate(place: TokenContext) -> tuple[Candidate]:
    """The observed reading alone."""
    return (place.candidate(place.token.text, OBSERVED),)


def lookup_queries(chunks: Sequence[Token], asked: Iterable[int], lexicon: Lexicon) -> Iterator[LookupQuery]:
    """All that the rules will want searched for these chunks of a sentence."""
    for at in asked:
        chunk = chunks[at]
        if len(chunk.text) > LONGEST:
            continue
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        for noisy in observed_words(chunk, lexicon):
            yield noisy.query
        if following is not None and len(following.text) <= LONGEST:
            yield from segmentation.join_queries(chunk, following, lexicon)


Rule = Callable[[TokenContext], Iterator[Candidate]]
RULES: tuple[Rule, ...] = (
    words.letters,
    words.letter_case,
    words.single_letter_words,
    punctuation.altered_marks,
    punctuation.deletion,
    punctuation.dash,
    punctuation.mark_inside_word,
    segmentation.split,
    segmentation.hyphen,
    segmentation.join,
    words.digits,
    foreign_words.foreign_words,
    words.names_of_translation,
    segmentation.doubled_word,
    words.apostrophe,
)
