"""The candidates of a token: an ordered list of rules, each of which generates some."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from align.lang.lexicon import Lexicon
from align.ocr.candidates.generators import foreign_words, punctuation, segmentation, words
from align.ocr.candidates.generators.engine import engine_readings, near_readings
from align.ocr.candidates.generators.hard_sign import hard_sign
from align.ocr.candidates.generators.joined import joined_words, missing_space, missing_space_queries
from align.ocr.candidates.generators.run_together import run_together
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.candidates.token_context import TokenContext, observed_words
from align.ocr.lattice.candidate import OBSERVED, Candidate
from align.text.token import Token

MAX_LENGTH = 60
"""Code points of a token; a longer one is no word, it can only be several words."""


def generate(context: TokenContext) -> tuple[Candidate, ...]:
    """All candidates of a token, the observed text first, each text once."""
    text = context.token.text
    texts = {(1, text): context.candidate(text, OBSERVED)}
    long = max(len(token.text) for token in context.tokens[context.position : context.position + 2])
    for rule in RULES if long <= MAX_LENGTH else (run_together,):
        for candidate in rule(context):
            texts.setdefault((candidate.stop - candidate.start, candidate.text), candidate)
    return tuple(texts.values())


def lookup_queries(
    tokens: Sequence[Token], positions: Iterable[int], lexicon: Lexicon
) -> Iterator[LookupQuery]:
    """The queries whose forms the rules need for these positions of a sentence."""
    for at in positions:
        token = tokens[at]
        if len(token.text) > MAX_LENGTH:
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        for observed in observed_words(token, lexicon):
            yield observed.query
        yield from missing_space_queries(token.core, lexicon)
        if following is not None and len(following.text) <= MAX_LENGTH:
            yield from segmentation.join_queries(token, following, lexicon)


Rule = Callable[[TokenContext], Iterator[Candidate]]
RULES: tuple[Rule, ...] = (
    hard_sign,
    words.letters,
    words.letter_case,
    words.single_letter_words,
    punctuation.altered_marks,
    punctuation.deletion,
    punctuation.dash,
    punctuation.mark_inside_word,
    segmentation.split,
    joined_words,
    missing_space,
    run_together,
    segmentation.hyphen,
    segmentation.join,
    words.digits,
    foreign_words.foreign_words,
    words.names_of_translation,
    segmentation.doubled_word,
    words.apostrophe,
    words.respelt,
    engine_readings,
    near_readings,
)
