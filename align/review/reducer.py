"""State and operation -> patch: what a decision changes. Pure functions.

An operation that the state has no place for raises :class:`PlaceError` with the reason.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace

from align.errors import PlaceError
from align.review.operation import (
    Accept,
    AcceptEverywhere,
    DismissEverywhere,
    Edit,
    Operation,
    QuotedPlace,
    Reject,
    TextChange,
    Undecide,
    WhitelistWord,
)
from align.review.patch import How, Patch, Verdict
from align.review.place import Place
from align.review.quote_check import check_quote
from align.review.row_reducer import reduce_rows
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
    return reduce_rows(state, operation)


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


def _verdict_patch(state: State, decided: Sequence[Decided]) -> Patch:
    """Verdicts at these places; earlier ones about the same text are removed."""
    claims: dict[Side, list[Span]] = {"source": [], "target": []}
    for quote, _ in decided:
        check_quote(state, quote)
        _claim(claims, quote.place)
    changes: dict[Place, Verdict | None] = {}
    for quote, verdict in decided:
        changes |= dict.fromkeys(state.verdict_places(quote.place, verdict), None)
        changes[quote.place] = verdict
    changes |= {quote.place: verdict for quote, verdict in decided}
    verdicts = ((place, state.verdicts.get(place), after) for place, after in changes.items())
    return Patch(verdicts=tuple(change for change in verdicts if change[1] != change[2]))


def _claim(claims: dict[Side, list[Span]], place: Place) -> None:
    """Add a place to those of the same decision; raise :class:`PlaceError` where it overlaps one."""
    for span in place.spans:
        at = bisect_left(claims[place.side], span)
        if any(other.overlaps(span) for other in claims[place.side][max(at - 1, 0) : at + 1]):
            raise PlaceError("two changes of one decision are about the same character")
        insort(claims[place.side], span)
