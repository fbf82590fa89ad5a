"""State × operation -> patch. Pure; what cannot be placed is a :class:`PlaceError` that says why."""

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
from align.review.place import Pairing, Place
from align.review.replace_rows import replace_rows
from align.review.state import How, Patch, Row, State, Verdict
from align.text.document import Side
from align.text.span import Span
from align.wordlist import listed_form


def reduce(state: State, operation: Operation) -> Patch:
    """What an operation changes. Raises :class:`PlaceError` where the state has no place for it."""
    said = _said(operation)
    if said:
        patch = _verdicts(state, said)
        word = listed_form(operation.word) if isinstance(operation, WhitelistWord) else ""
        return replace(patch, words=((word, True),)) if word and word not in state.words else patch
    return _of_rows(state, operation)


def _said(operation: Operation) -> Sequence[tuple[QuotedPlace, Verdict | None]]:
    """The verdicts on readings that an operation holds."""
    found: list[tuple[QuotedPlace, Verdict | None]] = []
    match operation:
        case Accept(change=change):
            found = [_new(change, "accepted")]
        case AcceptEverywhere(changes=changes):
            found = [_new(change, "accepted") for change in changes]
        case Edit(changes=changes):
            found = [_new(change, "edited") for change in changes]
        case Reject(quote=quote):
            found = [(quote, Verdict(None, "kept"))]
        case DismissEverywhere(quotes=quotes):
            found = [(quote, Verdict(None, "kept")) for quote in quotes]
        case WhitelistWord(quote=quote):
            found = [(quote, Verdict(None, "right"))]
        case Undecide(quote=quote):
            found = [(quote, None)]
    return found


def _new(change: TextChange, how: How) -> tuple[QuotedPlace, Verdict]:
    return QuotedPlace(change.place, change.old), Verdict(change.new, how)


def _of_rows(state: State, operation: Operation) -> Patch:
    match operation:
        case Confirm(rows=rows):
            patch = _confirmed(state, rows)
        case RejectPair() | Reopen() | FlagForLater() | Comment():
            patch = _row(state, operation)
        case RegroupRows(verb=verb, before=before, after=after):
            patch = replace_rows(state, after, before, "realigned" if verb == "realign" else "arranged")
        case RestoreExcluded(quote=quote):
            patch = _brought_back(state, quote)
        case _:
            raise InputError(f"{type(operation).__name__} is nothing that a state alone can follow")
    return patch


def find_row(state: State, pairing: Pairing) -> int | None:
    """The number of the row that covers exactly this ink."""
    side: Side = "source" if pairing.source else "target"
    number = state.row_numbers.get((side, pairing.side(side)[0][0].start))
    if number is None:
        return None
    row = state.rows[number].pairing
    same = row.source == pairing.source and row.target == pairing.target
    return number if same or state.normal_form(row) == state.normal_form(pairing) else None


def _row(state: State, operation: RejectPair | Reopen | FlagForLater | Comment) -> Patch:
    """One row changed."""
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
    """Rows confirmed; a pairing that a newer model did not find is made again."""
    numbers = [find_row(state, pairing) for pairing in pairings]
    if len(pairings) == 1 and numbers[0] is None:
        made = replace_rows(state, pairings, pairings, "arranged")
        rows = tuple(
            replace(row, status="confirmed") if state.normal_form(row.pairing) == state.normal_form(pairings[0]) else row
            for row in made.new
        )
        return replace(made, new=rows)
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


def _verdicts(state: State, given: Sequence[tuple[QuotedPlace, Verdict | None]]) -> Patch:
    """Verdicts at these places; those that were about the same are gone."""
    claims: dict[Side, list[Span]] = {"source": [], "target": []}
    for quote, _ in given:
        _check(state, quote)
        _claim(claims, quote.place)
    changes: dict[Place, Verdict | None] = {}
    for quote, verdict in given:
        changes |= dict.fromkeys(state.verdict_places(quote.place, verdict), None)
        changes[quote.place] = verdict
    changes |= {quote.place: verdict for quote, verdict in given}
    readings = ((place, state.verdicts.get(place), after) for place, after in changes.items())
    return Patch(verdicts=tuple(change for change in readings if change[1] != change[2]))


def _check(state: State, quote: QuotedPlace) -> None:
    """A reading's place must be in this file and hold what it held when it was decided on."""
    sheet = state.side_views.get(quote.place.side)
    if sheet is None or max(span.stop for span in quote.place.spans) > len(sheet.raw):
        raise PlaceError("the place lies outside the file")
    if sheet.quote(quote.place.spans) != quote.old:
        raise PlaceError(
            f"the file holds {sheet.quote(quote.place.spans)[:40]!r} there, not {quote.old[:40]!r}"
        )
    if not sheet.has_text(quote.place.spans):
        raise PlaceError("the place is no text of this side any more")


def _claim(claims: dict[Side, list[Span]], place: Place) -> None:
    """Take a place for a new verdict of the same decision."""
    for span in place.spans:
        at = bisect_left(claims[place.side], span)
        if any(other.overlaps(span) for other in claims[place.side][max(at - 1, 0) : at + 1]):
            raise PlaceError("two changes of one decision are about the same character")
        insort(claims[place.side], span)


def _brought_back(state: State, quote: QuotedPlace) -> Patch:
    """A row of its own, after the row with the last text that stands before it in the file."""
    place = quote.place
    if place in state.restored:
        return Patch()
    _check(state, quote)
    here = state.side_views[place.side].normalise(place.spans)
    last = -1
    nearest = -1
    for number, row in enumerate(state.rows):
        for sentence in row.side(place.side):
            for span in sentence:
                if any(span.overlaps(mine) for mine in here):
                    raise PlaceError("the piece is text already")
                if nearest < span.start < here[0].start:
                    nearest, last = span.start, number
    pairing = Pairing((here,), ()) if place.side == "source" else Pairing((), (here,))
    return Patch(last + 1, (), (Row(pairing, origin="brought back"),), restored=((place, True),))
