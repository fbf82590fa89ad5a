"""Which words of a row translate each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder
from align.flag import Suggestion
from align.ocr.translation import TextPair, WordAligner, WordEncoder, build_word_aligner
from align.review.doubtful_words import Link, as_suggested, with_aligned_words
from align.review.segments import Segment
from align.text.word_tokens import word_tokens

MIN_STRENGTH = 2.5
"""Nats of association that two words must have at least; weaker pairs are often no translations."""

MIN_ONE_WAY = 4.0
"""The same for two words of which one has a stronger partner."""


@dataclass(frozen=True, eq=False)
class Links:
    """Word alignment within a row; ``languages``: ISO 639-1 of source and target."""

    languages: tuple[str, str]
    encoder: Encoder

    @cached_property
    def _aligner(self) -> WordAligner:
        """A word aligner that knows the two languages but no document; loaded once."""
        return build_word_aligner([], self.languages, WordEncoder(self.encoder))

    def of(
        self,
        source: Sequence[Segment],
        target: Sequence[Segment],
        best: Mapping[str, Suggestion] = MappingProxyType({}),
    ) -> tuple[Link, ...]:
        """Pairs of segment ids: each source word with its strongest target word, and the reverse.

        Args:
            source: The source cell, word by word.
            target: The target cell, word by word.
            best: The first suggestion of each open doubt: it is aligned in the place of what was read.
        """
        source, target = as_suggested(source, best), as_suggested(target, best)
        return tuple(with_aligned_words(self._found(source, target), (source, target), best))

    def _found(self, source: Sequence[Segment], target: Sequence[Segment]) -> tuple[Link, ...]:
        pair = TextPair("".join(one.text for one in source), "".join(one.text for one in target))
        if not pair.source_tokens or not pair.target_words:
            return ()
        self._aligner.encode(pair.source_words, pair.target_words)
        strengths = self._aligner.scores(pair)
        source_ids = _segment_ids(source, pair.source_tokens)
        target_ids = _segment_ids(target, pair.target_words)
        found = {
            (source_ids[row], target_ids[column]): None
            for row, column in _strongest(strengths)
            if row in source_ids and column in target_ids
        }
        return tuple(found)


def _strongest(strengths: NDArray[np.float64]) -> Iterator[tuple[int, int]]:
    """Each source word with its strongest target word, then the reverse, where that is strong enough."""
    best, best_back = strengths.argmax(1), strengths.argmax(0)
    forth = [(row, int(column)) for row, column in enumerate(best)]
    back = [(int(row), column) for column, row in enumerate(best_back)]
    for row, column in (*forth, *back):
        mutual = best[row] == column and best_back[column] == row
        if strengths[row, column] >= (MIN_STRENGTH if mutual else MIN_ONE_WAY):
            yield row, column


def _segment_ids(segments: Sequence[Segment], words: Sequence[str]) -> dict[int, str]:
    """Number of a word -> id of the segment that holds it; a repeated word is found in order."""
    tokens = [{token.lower() for token in word_tokens(segment.text)} for segment in segments]
    found: dict[int, str] = {}
    start = 0
    for number, word in enumerate(words):
        for at in (*range(start, len(segments)), *range(start)):
            if word.lower() in tokens[at]:
                found[number], start = segments[at].id, at
                break
    return found
