"""What follows from a decision: rows to draw again, words that answer each other."""

from __future__ import annotations

from collections.abc import Iterable

from align.review.doubts import Doubts
from align.review.place import Place
from align.review.segments import Segment, segments
from align.review.session import Review
from align.review.state import Patch, Row, State
from align.text.document import SIDES
from align.wordlist import word_of

AROUND = 30
"""Code points of context beside a doubt in a list."""


def touched(state: State, doubts: Doubts, patch: Patch) -> tuple[Row, ...]:
    """Rows that the patch does not hold but that look different after it."""
    places = [place for place, _, _ in patch.verdicts]
    words = {word for word, _ in patch.words}
    if words:
        places += [Place(flag.side, flag.spans) for flag in doubts.flags if word_of(flag) in words]
    fresh = {row.id for row in patch.new}
    found = rows_at(state, places)
    return tuple(row for row in found if row.id not in fresh)


def rows_at(state: State, places: Iterable[Place]) -> list[Row]:
    """The rows that hold some of these places, in order."""
    spans = [Place(place.side, (span,)) for place in places for span in place.spans]
    numbers = {state.row_number_at(span) for span in spans}
    return [state.rows[number] for number in sorted(number for number in numbers if number is not None)]


def around(state: State, place: Place) -> tuple[str, str]:
    """The raw text before and after a place, white space folded."""
    raw = state.side_views[place.side].raw
    start, stop = min(place.spans).start, max(span.stop for span in place.spans)
    before, after = raw[max(start - AROUND, 0) : start], raw[stop : stop + AROUND]
    return _folded(before), _folded(after)


def _folded(text: str) -> str:
    """Runs of white space as one space, also at the ends."""
    words = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + words + (" " if text[-1:].isspace() and words else "")


def links(review: Review, row: Row) -> list[tuple[str, str]]:
    """Ids of the row's pieces that answer each other; none where a side is missing."""
    if not row.pairing.source or not row.pairing.target:
        return []
    here = review.doubts.of_row(review.state, row)
    sides: list[list[Segment]] = [
        [piece for spans in row.side(side) for piece in segments(review.state, side, spans, here, words=True)]
        for side in SIDES
    ]
    return list(review.links.of(*sides))
