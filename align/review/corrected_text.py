"""Sentences with or without the reviewer's corrections, each character with its raw place."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from align.review.place import Pairing, Place, Spans
from align.review.segments import segments
from align.review.state import State
from align.text.document import SIDES, Side
from align.text.trace import TracedText

TextLookup = Callable[[Side, Spans], TracedText]
"""The text of a sentence, given its side and its raw spans."""


def corrected_text(state: State, side: Side, spans: Spans) -> TracedText:
    """A sentence with the corrections in it; each character has the raw place of its whole word."""
    traced = state.side_views[side].traced_text(spans)
    if not state.verdicts or not state.verdict_index.overlapping(Place(side, spans)):
        return traced
    parts = []
    for segment in segments(state, side, spans, (), words=True):
        start, stop = min(segment.spans).start, max(span.stop for span in segment.spans)
        starts = np.full(len(segment.text), start, dtype=np.int32)
        stops = np.full(len(segment.text), stop, dtype=np.int32)
        parts.append(TracedText(segment.text, starts, stops))
    return TracedText.join(parts)


def without_corrections(state: State, row: Pairing, corrected: TextLookup) -> TextLookup:
    """The same lookup, but with the sentences of one row as they were read."""
    own = {(side, spans) for side in SIDES for spans in row.side(side)}

    def lookup(side: Side, spans: Spans) -> TracedText:
        as_read = (side, spans) in own
        return state.side_views[side].traced_text(spans) if as_read else corrected(side, spans)

    return lookup
