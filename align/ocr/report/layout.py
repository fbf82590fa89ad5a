"""Flags on lines that the OCR read out of order, and beside stretches that it could not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.flag import Flag
from align.text.rules.footnotes import FOOTNOTE
from align.text.sentence import Sentence
from align.text.side_text import SideText
from align.text.span import Span

MOVED = "The scan has this elsewhere; it was put back to where it is read."


def layout_flags(text: SideText) -> Iterator[Flag]:
    """A flag for each stretch that was read out of turn, on the sentence that now holds it.

    A footnote that moved behind the text needs none: it stands where its author did not want it read.
    """
    for move in text.moves:
        sentence = None if move.reason.startswith(FOOTNOTE) else _holder(move.span, text.sentences)
        if sentence is not None:
            raw = move.span.of(text.document.raw)
            yield Flag(text.side, sentence, (move.span,), raw, "layout.moved", 1.0, MOVED)


def _holder(span: Span, sentences: Sequence[Sentence]) -> int | None:
    """The index of the first sentence that holds some of the raw stretch."""
    for sentence in sentences:
        if any(span.overlaps(place) for place in sentence.origin):
            return sentence.index
    return None
