"""What a hand on the keyboard means: a message from the screen -> an operation on the state.

A message is ``{"do": verb, …}`` with ids of rows (``s120``), doubts (``f3``), pieces; never with an offset.
It may bring its own ``id``, so that a message sent twice is one decision.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from align.errors import InputError
from align.review import arrange
from align.review.cell_diff import changes
from align.review.doubts import Doubt
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
    Redo,
    Reject,
    RejectPair,
    Reopen,
    RestoreExcluded,
    TextChange,
    Undecide,
    Undo,
    WhitelistWord,
)
from align.review.place import Pairing, Place
from align.review.realign import pair_around, realign
from align.review.segments import segments
from align.review.session import Review
from align.review.view import own_place
from align.text.document import SIDES, Side

Message = Mapping[str, Any]


def operation(review: Review, message: Message) -> Operation | None:
    """The operation a message asks for; ``None`` where it would change nothing.

    Raises :class:`InputError` in words for the reviewer.
    """
    verb = str(message.get("do"))
    if verb not in VERBS:
        raise InputError(f"no command is called {verb!r}")
    made = VERBS[verb](review, message)
    return replace(made, id=str(message["id"])) if made is not None and message.get("id") else made


def row_number(review: Review, message: Message, name: str = "row") -> int:
    """The row a message is about."""
    number = review.state.row(str(message.get(name, "")))
    if number is None:
        raise InputError("that row is not there any more; choose another")
    return number


def _pairing(review: Review, message: Message) -> Pairing:
    return review.rows[row_number(review, message)].pairing.unscored()


def _side(message: Message) -> Side:
    return "target" if message.get("side") == "target" else "source"


def doubt_of(review: Review, message: Message) -> Doubt:
    """The doubt a message is about."""
    doubt = review.doubts.named(review.state, str(message.get("doubt", "")))
    if doubt is None:
        raise InputError("there is no doubt here to decide on")
    return doubt


def _quote(review: Review, place: Place) -> QuotedPlace:
    return QuotedPlace(place, review.state.quote(place))


def _change(review: Review, place: Place, new: str) -> TextChange:
    return TextChange(place, review.state.quote(place), new)


def reading_of(doubt: Doubt, message: Message) -> str | None:
    """The reading a message picks, by its text as it was shown, or by its number; ``None``: there is none.

    The screen names the text: the order of suggestions may have changed since it was drawn.
    """
    found = [suggestion.text for suggestion in doubt.flag.suggestions]
    if message.get("reading") in found:
        return str(message["reading"])
    pick = int(message.get("pick", 0))
    return found[pick] if 0 <= pick < len(found) else None


def _accept(review: Review, message: Message) -> Operation:
    doubt = doubt_of(review, message)
    text = reading_of(doubt, message)
    if text is None and doubt.flag.kind == "layout.moved":
        return Reject(_quote(review, doubt.place))  # the move is right: the text stays as it is read
    if text is None:
        raise InputError("nothing is suggested here: type the reading (e), or dismiss the doubt (x)")
    return Accept(_change(review, doubt.place, text))


def _place(review: Review, message: Message) -> Place:
    """Of a doubt, or of a correction where nobody had one."""
    own = own_place(review.state, str(message.get("doubt", "")))
    if own is not None:
        return own
    doubt = doubt_of(review, message)
    met = review.state.about(doubt.place)
    return met[0] if met else doubt.place


def _right(review: Review, message: Message) -> Operation:
    doubt = doubt_of(review, message)
    return WhitelistWord(_quote(review, doubt.place), doubt.flag.text.strip())


def _edit(review: Review, message: Message) -> Operation | None:
    side, row = _side(message), review.rows[row_number(review, message)]
    here = review.doubts.of_row(review.state, row)
    cell = [segments(review.state, side, spans, here, words=True) for spans in row.side(side)]
    if not cell:
        raise InputError("this cell is empty: there is nothing to correct")
    found = changes(review.state.sheets[side], cell, str(message.get("text", "")))
    return Edit(found) if found else None


def _everywhere(review: Review, message: Message) -> Operation:
    """Here the reading picked; elsewhere the first suggestion there, as the preview showed."""
    doubt = doubt_of(review, message)
    ids = [doubt.id, *(str(one) for one in message.get("others", ()))]
    chosen = [review.doubts.named(review.state, one) for one in dict.fromkeys(ids)]
    doubts = [one for one in chosen if one is not None and one.open]
    if not doubts:
        raise InputError("all of these are decided already")
    if not message.get("accept"):
        return DismissEverywhere(tuple(_quote(review, one.place) for one in doubts))
    text = reading_of(doubt, message)
    if text is None:
        raise InputError("nothing is suggested here to accept")
    readings = [
        (one, text if one.id == doubt.id or not one.flag.suggestions else reading_of(one, {}))
        for one in doubts
    ]
    return AcceptEverywhere(
        tuple(_change(review, one.place, reading) for one, reading in readings if reading is not None)
    )


def _confirm_above(review: Review, message: Message) -> Operation | None:
    above = review.rows[: row_number(review, message) + 1]
    rows = tuple(row.pairing.unscored() for row in above if row.status == "auto")
    return Confirm(rows) if rows else None


def _split(review: Review, message: Message) -> Operation:
    piece = str(message.get("piece", ""))
    if not piece[1:].isdecimal():
        raise InputError("expected a word to begin the new row with")
    side: Side = "source" if piece[0] == "s" else "target"
    return arrange.split(review.state, row_number(review, message), side, int(piece[1:]))


def _pair(review: Review, message: Message) -> Operation:
    """Two cells belong together; what is not confirmed around them is aligned again."""
    source, target = (row_number(review, message, side) for side in SIDES)
    return pair_around(review.state, source, target, review.encoder)


def _realign(review: Review, _message: Message) -> Operation | None:
    return realign(review.state, review.encoder)


def _bring_back(review: Review, message: Message) -> Operation:
    side, number = _side(message), int(message.get("number", -1))
    for text in review.bitext.texts:
        if text.side == side and 0 <= number < len(text.aside):
            return RestoreExcluded(_quote(review, Place(side, (text.aside[number].span,))))
    raise InputError("that piece is not in the list any more")


def _undo(review: Review, _message: Message) -> Operation | None:
    return None if review.history.last is None else Undo(review.history.last.id)


def _redo(review: Review, _message: Message) -> Operation | None:
    return None if review.history.next is None else Redo(review.history.next.id)


VERBS: Mapping[str, Callable[[Review, Message], Operation | None]] = MappingProxyType(
    {
        "accept": _accept,
        "reject": lambda review, message: Reject(_quote(review, _place(review, message))),
        "undecide": lambda review, message: Undecide(_quote(review, _place(review, message))),
        "right": _right,
        "edit": _edit,
        "everywhere": _everywhere,
        "confirm": lambda review, message: Confirm((_pairing(review, message),)),
        "confirm-above": _confirm_above,
        "reject-pair": lambda review, message: RejectPair(_pairing(review, message)),
        "reopen": lambda review, message: Reopen(_pairing(review, message)),
        "later": lambda review, message: FlagForLater(_pairing(review, message), bool(message.get("on"))),
        "comment": lambda review, message: Comment(_pairing(review, message), str(message.get("text", ""))),
        "merge": lambda review, message: arrange.merge(review.state, row_number(review, message)),
        "split": _split,
        "up": lambda review, message: arrange.up(review.state, row_number(review, message), _side(message)),
        "down": lambda review, message: arrange.down(
            review.state, row_number(review, message), _side(message)
        ),
        "gap": lambda review, message: arrange.gap(review.state, row_number(review, message)),
        "pair": _pair,
        "realign": _realign,
        "bring-back": _bring_back,
        "undo": _undo,
        "redo": _redo,
    }
)
