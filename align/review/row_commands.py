"""Commands about rows and their order: confirm, reject, regroup, align again, restore, undo."""

from __future__ import annotations

from align.errors import InputError
from align.review import regroup
from align.review.message import Message, pairing_of, quoted, row_number_of, side_of
from align.review.operation import (
    Comment,
    Confirm,
    FlagForLater,
    Operation,
    Redo,
    RejectPair,
    Reopen,
    RestoreExcluded,
    Undo,
)
from align.review.place import Place
from align.review.realign import pair_around, realign
from align.review.workspace import Workspace
from align.text.document import SIDES, Side


def confirm(workspace: Workspace, message: Message) -> Operation:
    """Confirm a row."""
    return Confirm((pairing_of(workspace, message),))


def confirm_above(workspace: Workspace, message: Message) -> Operation | None:
    """Confirm a row and all undecided rows above it."""
    above = workspace.rows[: row_number_of(workspace, message) + 1]
    rows = tuple(row.pairing.unscored() for row in above if row.status == "auto")
    return Confirm(rows) if rows else None


def reject_pair(workspace: Workspace, message: Message) -> Operation:
    """Reject the pairing of a row."""
    return RejectPair(pairing_of(workspace, message))


def reopen(workspace: Workspace, message: Message) -> Operation:
    """Withdraw the confirmation or rejection of a row."""
    return Reopen(pairing_of(workspace, message))


def flag_for_later(workspace: Workspace, message: Message) -> Operation:
    """Flag a row for later, or remove the flag."""
    return FlagForLater(pairing_of(workspace, message), bool(message.get("on")))


def comment(workspace: Workspace, message: Message) -> Operation:
    """Comment on a row."""
    return Comment(pairing_of(workspace, message), str(message.get("text", "")))


def merge(workspace: Workspace, message: Message) -> Operation:
    """Join a row with the next one."""
    return regroup.merge(workspace.state, row_number_of(workspace, message))


def split(workspace: Workspace, message: Message) -> Operation:
    """Cut a row before one of its words."""
    piece = str(message.get("piece", ""))
    if not piece[1:].isdecimal():
        raise InputError("expected a word to begin the new row with")
    side: Side = "source" if piece[0] == "s" else "target"
    return regroup.split(workspace.state, row_number_of(workspace, message), side, int(piece[1:]))


def up(workspace: Workspace, message: Message) -> Operation:
    """Move the first sentence of a cell to the row above."""
    return regroup.up(workspace.state, row_number_of(workspace, message), side_of(message))


def down(workspace: Workspace, message: Message) -> Operation:
    """Move the last sentence of a cell to the row below."""
    return regroup.down(workspace.state, row_number_of(workspace, message), side_of(message))


def gap(workspace: Workspace, message: Message) -> Operation:
    """Part the cells of a row."""
    return regroup.gap(workspace.state, row_number_of(workspace, message))


def pair(workspace: Workspace, message: Message) -> Operation:
    """Pair two cells; the rows around them that are not confirmed are aligned again."""
    source, target = (row_number_of(workspace, message, side) for side in SIDES)
    return pair_around(workspace.state, source, target, workspace.encoder)


def align_again(workspace: Workspace, _message: Message) -> Operation | None:
    """Align the rows that are not confirmed again."""
    return realign(workspace.state, workspace.encoder)


def restore(workspace: Workspace, message: Message) -> Operation:
    """Make an excluded passage text again."""
    side, number = side_of(message), int(message.get("number", -1))
    for text in workspace.bitext.texts:
        if text.side == side and 0 <= number < len(text.excluded):
            return RestoreExcluded(quoted(workspace, Place(side, (text.excluded[number].span,))))
    raise InputError("that piece is not in the list any more")


def undo(workspace: Workspace, _message: Message) -> Operation | None:
    """Take the last decision back."""
    return None if workspace.history.last is None else Undo(workspace.history.last.id)


def redo(workspace: Workspace, _message: Message) -> Operation | None:
    """Put the decision that was undone last in force again."""
    return None if workspace.history.next is None else Redo(workspace.history.next.id)
