"""State and an operation about rows -> patch: confirmation, rejection, comments, regrouping, restoring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from align.errors import InputError, PlaceError
from align.review.operation import (
    Comment,
    Confirm,
    FlagForLater,
    Operation,
    QuotedPlace,
    RegroupRows,
    RejectPair,
    Reopen,
    RestoreExcluded,
)
from align.review.patch import Patch
from align.review.place import Pairing
from align.review.quote_check import check_quote
from align.review.replace_rows import replace_rows
from align.review.row import Row
from align.review.state import State
from align.text.document import Side


def reduce_rows(state: State, operation: Operation) -> Patch:
    """The patch that an operation about rows makes.

    Raises:
        PlaceError: If the state has no place for the operation.
        InputError: If the operation is an undo or a redo.
    """
    match operation:
        case Confirm(rows=rows):
            patch = _confirmed(state, rows)
        case RejectPair() | Reopen() | FlagForLater() | Comment():
            patch = _changed_row(state, operation)
        case RegroupRows(verb=verb, before=before, after=after):
            patch = replace_rows(state, after, before, "realigned" if verb == "realign" else "arranged")
        case RestoreExcluded(quote=quote):
            patch = _restored(state, quote)
        case _:
            raise InputError(f"{type(operation).__name__} is nothing that a state alone can follow")
    return patch


def find_row(state: State, pairing: Pairing) -> int | None:
    """The number of the row that covers exactly the same text."""
    side: Side = "source" if pairing.source else "target"
    number = state.row_numbers.get((side, pairing.side(side)[0][0].start))
    if number is None:
        return None
    row = state.rows[number].pairing
    return number if row.same(pairing) or state.normal_form(row) == state.normal_form(pairing) else None


def _changed_row(state: State, operation: RejectPair | Reopen | FlagForLater | Comment) -> Patch:
    """One row with another status, flag or comment."""
    number = find_row(state, operation.row)
    if number is None:
        raise PlaceError("the row is not there any more: its sentences are paired another way")
    old = state.rows[number]
    match operation:
        case RejectPair():
            new = replace(old, status="rejected")
        case Reopen():
            new = replace(old, status="auto")
        case FlagForLater(on=on):
            new = replace(old, later=on)
        case Comment(text=text):
            new = replace(old, comment=text.strip())
    return Patch() if new == old else Patch(number, (old,), (new,))


def _confirmed(state: State, pairings: Sequence[Pairing]) -> Patch:
    """Rows confirmed. A single pairing that a newer model did not find is made again."""
    numbers = [find_row(state, pairing) for pairing in pairings]
    if len(pairings) == 1 and numbers[0] is None:
        return _made_and_confirmed(state, pairings[0])
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        raise PlaceError(f"{len(numbers) - len(known)} of {len(numbers)} rows are paired another way now")
    if not known:
        return Patch()
    first, chosen = min(known), set(known)
    old = state.rows[first : max(known) + 1]
    new = tuple(
        replace(row, status="confirmed") if first + at in chosen else row for at, row in enumerate(old)
    )
    return Patch() if new == old else Patch(first, old, new)


def _made_and_confirmed(state: State, pairing: Pairing) -> Patch:
    made = replace_rows(state, [pairing], [pairing], "arranged")
    covered = state.normal_form(pairing)
    rows = tuple(
        replace(row, status="confirmed") if state.normal_form(row.pairing) == covered else row
        for row in made.new
    )
    return replace(made, new=rows)


def _restored(state: State, quote: QuotedPlace) -> Patch:
    """A row of its own, after the row with the last text that stands before the passage in the file."""
    place = quote.place
    if place in state.restored:
        return Patch()
    check_quote(state, quote)
    here = state.side_views[place.side].normalise(place.spans)
    last = -1
    nearest = -1
    for number, row in enumerate(state.rows):
        for span in (span for sentence in row.side(place.side) for span in sentence):
            if any(span.overlaps(mine) for mine in here):
                raise PlaceError("the piece is text already")
            if nearest < span.start < here[0].start:
                nearest, last = span.start, number
    pairing = Pairing((here,), ()) if place.side == "source" else Pairing((), (here,))
    return Patch(last + 1, (), (Row(pairing, origin="brought back"),), restored=((place, True),))
