"""Which words of a row answer each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from align.embed.encoder import Encoder
from align.ocr.translation import TextPair, WordAligner, WordEncoder, build_word_aligner
from align.review.segments import Segment
from align.text.word_tokens import word_tokens

FEWEST = 1.0
"""Nats that a pair of words must speak for each other with."""


@dataclass(frozen=True, eq=False)
class Links:
    """``languages``: of source and target."""

    languages: tuple[str, str]
    encoder: Encoder

    @cached_property
    def _aligner(self) -> WordAligner:
        """The word aligner of the two languages, built once."""
        return build_word_aligner([], self.languages, WordEncoder(self.encoder))

    def of(self, source: Sequence[Segment], target: Sequence[Segment]) -> tuple[tuple[str, str], ...]:
        """Ids of pieces that answer each other: each source word with its best, and the other way round."""
        pair = TextPair("".join(piece.text for piece in source), "".join(piece.text for piece in target))
        if not pair.source_tokens or not pair.target_words:
            return ()
        self._aligner.encode(pair.source_words, pair.target_words)
        strengths = self._aligner.scores(pair)
        mine = _holders(source, pair.source_tokens)
        theirs = _holders(target, pair.target_words)
        found = {
            (mine[row], theirs[column]): None
            for row, column in (
                *((row, int(strengths[row].argmax())) for row in range(len(strengths))),
                *((int(strengths[:, column].argmax()), column) for column in range(strengths.shape[1])),
            )
            if strengths[row, column] >= FEWEST and row in mine and column in theirs
        }
        return tuple(found)


def _holders(pieces: Sequence[Segment], words: Sequence[str]) -> dict[int, str]:
    """Number of a word -> id of the first piece that holds it, in order."""
    held = [{token.lower() for token in word_tokens(piece.text)} for piece in pieces]
    found: dict[int, str] = {}
    start = 0
    for number, word in enumerate(words):
        for at in (*range(start, len(pieces)), *range(start)):
            if word.lower() in held[at]:
                found[number], start = pieces[at].id, at
                break
    return found
