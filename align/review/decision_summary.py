"""A decision in a few values, from which the screen words what undo takes back and redo does again."""

from __future__ import annotations

from typing import Any

from align.review.codec import FORMER_NAMES, name_of
from align.review.doubts import Doubts
from align.review.history import AppliedStep, History
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
    RegroupRows,
    Reject,
    RejectPair,
    Reopen,
    RestoreExcluded,
    TextChange,
    Undecide,
    Undo,
    WhitelistWord,
)
from align.review.patch import Patch
from align.review.place import Pairing
from align.review.state import State
from align.text.document import Side

SHORT_NAMES = {name: short for short, name in FORMER_NAMES.items()}
"""Names of operations as the screen knows them, where they differ from those in the journal."""


def summary(state: State, step: AppliedStep) -> dict[str, Any]:
    """What a decision was about.

    Args:
        state: The rows as they stand.
        step: The decision and its patch.

    Returns:
        ``op``; ``row``, from 1; ``rows``, how many. Of a decision about texts: ``old``, ``new``
        (where there is one), and ``places``, how many. ``verb`` of a regrouping, ``on`` of a flag.
    """
    operation, patch = step
    name = name_of(operation)
    shown: dict[str, Any] = {
        "op": SHORT_NAMES.get(name, name),
        "row": _row_number(state, operation, patch) + 1,
        "rows": len(operation.rows) if isinstance(operation, Confirm) else len(patch.new),
    }
    texts = _texts(operation)
    if texts:
        shown |= {"old": " ".join(texts[0].old.split()), "places": len(texts)}
        if isinstance(texts[0], TextChange):
            shown["new"] = " ".join(texts[0].new.split())
    if isinstance(operation, RegroupRows):
        shown["verb"] = operation.verb
    if isinstance(operation, FlagForLater):
        shown["on"] = operation.on
    return shown


def quoted(operation: Operation) -> str:
    """`` on «…»``: the text that a decision was about; empty where it was about rows."""
    old = " ".join(text.old for text in _texts(operation)[:1])
    return f" on «{' '.join(old.split())}»" if old else ""


def step_of(history: History, made: Operation | None) -> AppliedStep | None:
    """The decision that an undo takes back or a redo does again; None for any other operation."""
    if isinstance(made, Undo):
        return history.done[-1]
    return history.undone[-1] if isinstance(made, Redo) else None


def brought_back(state: State, doubts: Doubts, step: AppliedStep | None) -> dict[str, Any]:
    """What an answer to an undo or redo holds besides.

    Args:
        state: The rows after it.
        doubts: All doubts.
        step: The decision that it takes back or does again; None: it is another answer.

    Returns:
        ``about``: its summary. ``go``: the ids of the row and, if there is one, of the doubt where it is
        seen.
    """
    if step is None or not state.rows:
        return {}
    operation, patch = step
    number = min(_row_number(state, operation, patch), len(state.rows) - 1)
    here = (doubt.id for text in _texts(operation)[:1] for doubt in doubts.at(state, text.place))
    found = next(here, None)
    go = {"row": state.rows[number].id} | ({} if found is None else {"doubt": found})
    return {"about": summary(state, step), "go": go}


def _row_number(state: State, operation: Operation, patch: Patch) -> int:
    """The number of the first row that a decision is about, from 0."""
    for text in _texts(operation)[:1]:
        number = state.row_number_at(text.place)
        if number is not None:
            return number
    changes_nothing = not patch.old and not patch.new
    for row in _rows(operation)[:1] if changes_nothing else ():
        side: Side = "source" if row.source else "target"
        return state.row_numbers.get((side, row.side(side)[0][0].start), patch.at)
    return patch.at


def _rows(operation: Operation) -> tuple[Pairing, ...]:
    """The rows that a decision is about; none where it is about texts."""
    match operation:
        case Confirm(rows=rows) | RegroupRows(before=rows):
            return rows
        case RejectPair(row=row) | Reopen(row=row) | FlagForLater(row=row) | Comment(row=row):
            return (row,)
        case _:
            return ()


def _texts(operation: Operation) -> tuple[TextChange | QuotedPlace, ...]:
    """The texts that a decision is about; none where it is about rows."""
    match operation:
        case Accept(change=change):
            return (change,)
        case Edit(changes=changes) | AcceptEverywhere(changes=changes):
            return changes
        case DismissEverywhere(quotes=quotes):
            return quotes
        case Reject() | WhitelistWord() | Undecide() | RestoreExcluded():
            return (operation.quote,)
        case _:
            return ()
