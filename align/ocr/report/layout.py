"""Flags on lines that the OCR read out of order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.flag import Flag
from align.text.sentence import Sentence
from align.text.side_text import SideText
from align.text.span import Span


def layout_flags(text: SideText) -> Iterator[Flag]:
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
