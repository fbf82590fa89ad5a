"""Commands about texts: accept, dismiss, edit, replace, everywhere, whitelist."""

from __future__ import annotations

from align.errors import InputError
from align.review.cell_diff import changes
from align.review.doubts import Doubt
from align.review.message import (
    Message,
    change_to,
    chosen_suggestion,
    doubt_of,
    place_of,
    quoted,
    row_number_of,
    side_of,
)
from align.review.operation import (
    Accept,
    AcceptEverywhere,
    DismissEverywhere,
    Edit,
    Operation,
    Reject,
    TextChange,
    Undecide,
    WhitelistWord,
)
from align.review.segments import segments
from align.review.workspace import Workspace
from align.text.document import Side


def accept(workspace: Workspace, message: Message) -> Operation:
    """Accept a suggestion. Of text that was moved, accepting means that it stays as it is read."""
    doubt = doubt_of(workspace, message)
    text = chosen_suggestion(doubt, message)
    if text is None and doubt.flag.kind == "layout.moved":
        return Reject(quoted(workspace, doubt.place))
    if text is None:
        raise InputError("nothing is suggested here: type the text (e), or dismiss the doubt (x)")
    return Accept(change_to(workspace, doubt.place, text))


def reject(workspace: Workspace, message: Message) -> Operation:
    """Dismiss a doubt."""
    return Reject(quoted(workspace, place_of(workspace, message)))


def undecide(workspace: Workspace, message: Message) -> Operation:
    """Withdraw a decision about a text."""
    return Undecide(quoted(workspace, place_of(workspace, message)))


def whitelist(workspace: Workspace, message: Message) -> Operation:
    """Add a doubted word to the project's word list."""
    doubt = doubt_of(workspace, message)
    return WhitelistWord(quoted(workspace, doubt.place), doubt.flag.text.strip())


def edit(workspace: Workspace, message: Message) -> Operation | None:
    """Replace the text of a cell."""
    found = _cell_changes(workspace, side_of(message), message)
    return Edit(found) if found else None


def replace_words(workspace: Workspace, message: Message) -> Operation | None:
    """Replace the texts of several cells of one side, ``cells``: as one decision."""
    side = side_of(message)
    found = [change for cell in message.get("cells", ()) for change in _cell_changes(workspace, side, cell)]
    return Edit(tuple(found)) if found else None


def _cell_changes(workspace: Workspace, side: Side, cell: Message) -> tuple[TextChange, ...]:
    """What the ``text`` of a cell changes in the ``row``. Raises :class:`InputError` for an empty cell."""
    row = workspace.rows[row_number_of(workspace, cell)]
    here = workspace.doubts.of_row(workspace.state, row)
    sentences = [segments(workspace.state, side, spans, here, words=True) for spans in row.side(side)]
    if not sentences:
        raise InputError("this cell is empty: there is nothing to correct")
    return changes(workspace.state.side_views[side], sentences, str(cell.get("text", "")))


def decide_everywhere(workspace: Workspace, message: Message) -> Operation:
    """Decide several doubts at once: the named one as chosen, the others by their first suggestion."""
    doubt = doubt_of(workspace, message)
    ids = [doubt.id, *(str(one) for one in message.get("others", ()))]
    named = [workspace.doubts.find(workspace.state, one) for one in dict.fromkeys(ids)]
    doubts = _apart([one for one in named if one is not None and one.open])
    if not doubts:
        raise InputError("all of these are decided already")
    if not message.get("accept"):
        return DismissEverywhere(tuple(quoted(workspace, one.place) for one in doubts))
    text = chosen_suggestion(doubt, message)
    if text is None:
        raise InputError("nothing is suggested here to accept")
    texts = [(one, _text_for(one, doubt, text)) for one in doubts]
    return AcceptEverywhere(
        tuple(change_to(workspace, one.place, new) for one, new in texts if new is not None)
    )


def _apart(doubts: list[Doubt]) -> list[Doubt]:
    """The doubts without those that share text with one before: its decision settles them."""
    kept: list[Doubt] = []
    for doubt in doubts:
        if not any(doubt.place.overlaps(one.place) for one in kept):
            kept.append(doubt)
    return kept


def _text_for(other: Doubt, doubt: Doubt, text: str) -> str | None:
    """What one of several doubts becomes when ``doubt`` becomes ``text``."""
    if other.id == doubt.id or not other.flag.suggestions:
        return text
    return chosen_suggestion(other, {})
