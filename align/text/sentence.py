"""A sentence, each character with its place in the raw file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from align.errors import InvariantError
from align.text.span import Span
from align.text.trace import TracedText


@dataclass(frozen=True, eq=False)
class Sentence:
    """A stretch of running text.

    Attributes:
        index: Its number on its side, from 0.
        traced: Its text with provenance.
        language: ISO 639-1, where it is in another language than its side; else ``None``.
        old_spelling: Whether it is in Russian as it was spelt before 1918.
    """

    index: int
    traced: TracedText
    language: str | None = None
    old_spelling: bool = False

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvariantError(f"sentence {self.index} is empty")

    @property
    def text(self) -> str:
        """The text after cleaning."""
        return self.traced.text

    @property
    def origin(self) -> tuple[Span, ...]:
        """The raw places of its characters, in reading order."""
        return self.traced.spans()

    def locate(self, spans: Iterable[Span]) -> tuple[int, int] | None:
        """The stretch ``(start, stop)`` of :attr:`text` with these raw places; ``None`` where it has none."""
        starts = self.traced.starts
        inside = np.zeros(len(starts), dtype=bool)
        for span in spans:
            inside |= (starts >= span.start) & (starts < span.stop)
        places = np.flatnonzero(inside)
        if not len(places):
            return None
        stop = int(places[-1]) + 1
        while (
            stop < len(starts) and starts[stop] == self.traced.stops[stop] and not self.text[stop].isspace()
        ):
            stop += 1  # the second letter of a ligature has no place of its own
        return int(places[0]), stop


def cut(sentences: Sequence[Sentence], places: Mapping[int, Sequence[int]]) -> tuple[Sentence, ...]:
    """The same text with more sentences.

    Args:
        sentences: Of one side, in order.
        places: Index of a sentence -> ascending offsets of its text where a new sentence begins.

    Returns:
        The sentences with new indices, white space at the cuts left out.
    """
    pieces: list[Sentence] = []
    for sentence in sentences:
        borders = [0, *places.get(sentence.index, ()), len(sentence.text)]
        for start, stop in pairwise(borders):
            kept = len(sentence.text[start:stop].rstrip())
            traced = sentence.traced[start : start + kept]
            pieces.append(replace(sentence, index=len(pieces), traced=traced))
    return tuple(pieces)
