"""Before a decision is made everywhere: the places where it would apply, each with its context."""

from __future__ import annotations

from typing import Any

from align.review.doubts import Doubt
from align.review.message import Message, chosen_suggestion, doubt_of
from align.review.similar_doubts import similar_doubts
from align.review.workspace import Workspace


def preview(workspace: Workspace, message: Message) -> dict[str, Any]:
    """The places that "everywhere" would decide besides the named doubt.

    Each has its row (from 1), old and new text, context, and ``why``: ``same`` word, or ``habit``: the same
    letters misread.
    """
    doubt = doubt_of(workspace, message)
    accepts = bool(message.get("accept"))
    text = chosen_suggestion(doubt, message) if accepts else None
    similar = similar_doubts(doubt, text, workspace.doubts.every(workspace.state))
    places = [_place(workspace, other, "same", text) for other in similar.same]
    places += [
        _place(workspace, other, "habit", chosen_suggestion(other, {}) if accepts else None)
        for other in similar.confusion
    ]
    return {
        "is": "preview",
        "doubt": doubt.id,
        "accept": accepts,
        "pick": int(message.get("pick", 0)),
        "old": doubt.flag.text,
        "new": text,
        "places": [place for place in places if place is not None],
    }


def _place(workspace: Workspace, doubt: Doubt, why: str, new: str | None) -> dict[str, Any] | None:
    """One place; None where no row holds it."""
    state = workspace.state
    number = state.row_number_at(doubt.place)
    if number is None:
        return None
    return {
        "doubt": doubt.id,
        "row": number + 1,
        "why": why,
        "old": doubt.flag.text,
        "new": new,
        "around": state.side_views[doubt.place.side].context(doubt.place.spans),
    }
