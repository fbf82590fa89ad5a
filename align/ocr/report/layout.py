"""Flags on lines that the OCR read out of order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from align.flag import Flag
from align.text.clean import Move
from align.text.document import Document, Side
from align.text.sentence import Sentence
from align.text.span import Span


class SideLike(Protocol):
    """One side of a document after cleaning: what the flags below are about."""

    @property
    def side(self) -> Side:
        """Original or translation."""
        ...

    @property
    def document(self) -> Document:
        """The raw file."""
        ...

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """In reading order."""
        ...

    @property
    def moves(self) -> tuple[Move, ...]:
        """What cleaning put back in its place."""
        ...


def layout_flags(text: SideLike) -> Iterator[Flag]:
    """A flag for each stretch that cleaning moved, on the sentence that now holds it."""
    for move in text.moves:
        sentence = _holder(move.span, text.sentences)
        if sentence is not None:
            raw = move.span.of(text.document.raw)
            yield Flag(text.side, sentence, (move.span,), raw, "layout.moved", 1.0, move.reason)


def _holder(span: Span, sentences: Sequence[Sentence]) -> int | None:
    """The index of the first sentence that holds some of the raw stretch."""
    for sentence in sentences:
        if any(span.overlaps(place) for place in sentence.origin):
            return sentence.index
    return None
