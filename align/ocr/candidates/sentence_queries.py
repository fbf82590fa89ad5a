"""What is looked up for the tokens of sentences that may be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from align.lang.lexicon import Lexicon
from align.ocr.candidates.generate import lookup_queries
from align.ocr.candidates.generators.engine import reading_queries
from align.ocr.candidates.generators.hard_sign import hard_sign_queries
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.candidates.previous_pass import PreviousPass
from align.text.token import Token


def sentence_queries(
    sentences: Sequence[Sequence[Token]],
    printed: Sequence[Sequence[Token]],
    open_: Sequence[Sequence[int]],
    old: Iterable[int],
    lexicon: Lexicon,
) -> Iterator[LookupQuery]:
    """What is looked up for the open positions; ``old``: the sentences in the old spelling."""
    for own, positions in zip(sentences, open_, strict=True):
        yield from lookup_queries(own, positions, lexicon)
    for number in old:
        for at in open_[number]:
            yield from hard_sign_queries(sentences[number][at], printed[number][at], lexicon)


def engine_queries(
    sentences: Sequence[Sequence[Token]],
    open_: Sequence[Sequence[int]],
    previous: PreviousPass,
    lexicon: Lexicon,
) -> Iterator[LookupQuery]:
    """What is looked up for the further readings of the open positions."""
    for number, positions in enumerate(open_):
        for at in positions:
            yield from reading_queries(previous.reading(number, at), sentences[number][at], lexicon)
