"""Rows that must be drawn again after a decision."""

from __future__ import annotations

from collections.abc import Iterable

from align.review.doubts import Doubts
from align.review.patch import Patch
from align.review.place import Place
from align.review.row import Row
from align.review.state import State
from align.wordlist import word_of


def affected_rows(state: State, doubts: Doubts, patch: Patch) -> tuple[Row, ...]:
    """Rows that are not in the patch but hold a verdict or a whitelisted word that it changes.

    Args:
        state: The state after the patch.
        doubts: All doubts.
        patch: What a decision changed.
    """
    places = [place for place, _, _ in patch.verdicts]
    words = {word for word, _ in patch.words}
    if words:
        places += [Place(flag.side, flag.spans) for flag in doubts.flags if word_of(flag) in words]
    in_patch = {row.id for row in patch.new}
    return tuple(row for row in rows_at(state, places) if row.id not in in_patch)


def rows_at(state: State, places: Iterable[Place]) -> list[Row]:
    """The rows that hold some of these places, in order."""
    spans = [Place(place.side, (span,)) for place in places for span in place.spans]
    numbers = {state.row_number_at(span) for span in spans}
    return [state.rows[number] for number in sorted(number for number in numbers if number is not None)]
