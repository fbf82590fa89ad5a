"""State and operation -> patch: what a decision changes. Pure functions.

An operation that the state has no place for raises :class:`PlaceError` with the reason.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace

from align.errors import InputError, PlaceError
from align.review.operation import (
    Accept,
    AcceptEverywhere,
    Comment,
    Confirm,
    DismissEverywhere,
    Edit,
    FlagForLater,
    Operation,
    QuotedPlace,
    RegroupRows,
    Reject,
    RejectPair,
    Reopen,
    RestoreExcluded,
    TextChange,
    Undecide,
    WhitelistWord,
)
from align.review.patch import How, Patch, Verdict
from align.review.place import Pairing, Place
from align.review.replace_rows import replace_rows
from align.review.row import Row
from align.review.state import State
from align.text.document import Side
from align.text.span import Span
from align.wordlist import listed_form

Decided = tuple[QuotedPlace, Verdict | None]
"""A place and the verdict on it; None: the verdict there is withdrawn."""


def reduce(state: State, operation: Operation) -> Patch:
    """The patch that an operation makes.

    Args:
        state: The state before the operation.
        operation: Any decision but :class:`Undo` and :class:`Redo`, which need a history.

    Returns:
        The patch to the state after it; an empty one where nothing changes.

    Raises:
        PlaceError: If the state has no place for the operation.
        InputError: If the operation is an undo or a redo.
    """
    verdicts = _verdicts_of(operation)
    if verdicts:
        patch = _verdict_patch(state, verdicts)
        word = listed_form(operation.word) if isinstance(operation, WhitelistWord) else ""
        return replace(patch, words=((word, True),)) if word and word not in state.words else patch
    return _row_patch(state, operation)


def _verdicts_of(operation: Operation) -> Sequence[Decided]:
    """The verdicts on texts that an operation holds; none where it is about rows."""
    verdicts: list[Decided] = []
    match operation:
        case Accept(change=change):
            verdicts = [_replacement(change, "accepted")]
        case AcceptEverywhere(changes=changes):
            verdicts = [_replacement(change, "accepted") for change in changes]
        case Edit(changes=changes):
            verdicts = [_replacement(change, "edited") for change in changes]
        case Reject(quote=quote):
            verdicts = [(quote, Verdict(None, "kept"))]
        case DismissEverywhere(quotes=quotes):
            verdicts = [(quote, Verdict(None, "kept")) for quote in quotes]
        case WhitelistWord(quote=quote):
            verdicts = [(quote, Verdict(None, "right"))]
        case Undecide(quote=quote):
            verdicts = [(quote, None)]
    return verdicts


def _replacement(change: TextChange, how: How) -> Decided:
    return QuotedPlace(change.place, change.old), Verdict(change.new, how)


def _row_patch(state: State, operation: Operation) -> Patch:
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


def _verdict_patch(state: State, decided: Sequence[Decided]) -> Patch:
    """Verdicts at these places; earlier ones about the same text are removed."""
    claims: dict[Side, list[Span]] = {"source": [], "target": []}
    for quote, _ in decided:
        _check(state, quote)
        _claim(claims, quote.place)
    changes: dict[Place, Verdict | None] = {}
    for quote, verdict in decided:
        changes |= dict.fromkeys(state.verdict_places(quote.place, verdict), None)
        changes[quote.place] = verdict
    changes |= {quote.place: verdict for quote, verdict in decided}
    verdicts = ((place, state.verdicts.get(place), after) for place, after in changes.items())
    return Patch(verdicts=tuple(change for change in verdicts if change[1] != change[2]))


def _check(state: State, quote: QuotedPlace) -> None:
    """Raise :class:`PlaceError` unless the place is text of this file and holds what was quoted."""
    view = state.side_views.get(quote.place.side)
    if view is None or max(span.stop for span in quote.place.spans) > len(view.raw):
        raise PlaceError("the place lies outside the file")
    if view.quote(quote.place.spans) != quote.old:
        raise PlaceError(
            f"the file holds {view.quote(quote.place.spans)[:40]!r} there, not {quote.old[:40]!r}"
        )
    if not view.has_text(quote.place.spans):
        raise PlaceError("the place is no text of this side any more")


def _claim(claims: dict[Side, list[Span]], place: Place) -> None:
    """Add a place to those of the same decision; raise :class:`PlaceError` where it overlaps one."""
    for span in place.spans:
        at = bisect_left(claims[place.side], span)
        if any(other.overlaps(span) for other in claims[place.side][max(at - 1, 0) : at + 1]):
            raise PlaceError("two changes of one decision are about the same character")
        insort(claims[place.side], span)


def _restored(state: State, quote: QuotedPlace) -> Patch:
    """A row of its own, after the row with the last text that stands before the passage in the file."""
    place = quote.place
    if place in state.restored:
        return Patch()
    _check(state, quote)
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
