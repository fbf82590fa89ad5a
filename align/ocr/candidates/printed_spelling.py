"""Sentences in an old spelling: as they would be spelt today, and as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from align.ocr.lattice.candidate import Candidate
from align.ocr.lattice.spelling import OldSpelling
from align.text.token import Token


def in_todays_spelling(
    printed: Sequence[tuple[Token, ...]], spelling: OldSpelling
) -> list[tuple[Token, ...]]:
    """The tokens of each sentence, at their places, with their words in today's spelling."""
    return [
        tuple(replace(token, core=spelling.today(token.core)) for token in tokens)
        if number in spelling.sentences
        else tokens
        for number, tokens in enumerate(printed)
    ]


def in_printed_spelling(
    candidates: Sequence[Candidate], tokens: Sequence[Token], spelling: OldSpelling
) -> tuple[Candidate, ...]:
    """The candidates of a token with their printed texts, each of them once, the observed one first."""
    found: dict[tuple[int, str], Candidate] = {}
    for candidate in candidates:
        observed = " ".join(token.text for token in tokens[candidate.start : candidate.stop])
        printed = spelling.printed(observed, candidate.text) if candidate.changed else observed
        key = (candidate.stop - candidate.start, printed)
        found.setdefault(key, candidate._replace(printed=printed))
    return tuple(found.values())
