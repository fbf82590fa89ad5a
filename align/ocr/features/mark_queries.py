"""Uncertain punctuation: the marks behind words that the cloze model scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from align.ocr.features.matrix import Values
from align.ocr.features.span_queries import MIN_ERROR_PROBABILITY
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice
from align.text.token import Token, parse
from align.text.word_tokens import word_tokens


@dataclass(frozen=True)
class MarkQuery:
    """Other marks behind the word of a token, or in the place of a token of marks.

    ``row``: the candidate's; ``observed``, ``proposed``: the marks, one by one.
    """

    sentence: int
    position: int
    row: int
    observed: list[str]
    proposed: list[str]


def changed_marks(lattice: CandidateLattice, probabilities: Values) -> Iterator[MarkQuery]:
    """A query for each candidate of one word at an uncertain slot that has other marks behind it."""
    for number, slot in enumerate(lattice.slots):
        start = int(lattice.starts[number])
        if 1 - probabilities[start] < MIN_ERROR_PROBABILITY:
            continue
        token, here = lattice.token(slot), (slot.position, slot.position + 1)
        observed = _marks_behind(token)
        for row, candidate in enumerate(slot.candidates, start):
            single = (candidate.start, candidate.stop) == here and " " not in candidate.text
            if single and candidate.changed and candidate.rule != UNPROPOSED:
                own = parse(candidate.text)
                proposed = _marks_behind(own)
                if bool(own.core) == bool(token.core) and proposed != observed:
                    yield MarkQuery(slot.sentence, slot.position, row, observed, proposed)


def _marks_behind(token: Token) -> list[str]:
    """The marks behind a word; all marks of a token without a word."""
    return word_tokens(token.trail if token.core else token.text)
