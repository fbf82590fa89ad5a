"""What a message from the screen refers to: its row, side, doubt and suggestion.

A message is ``{"do": verb, …}`` with ids of rows (``s120``), doubts (``f3``) and segments, never an offset.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from align.errors import InputError
from align.review.doubts import Doubt
from align.review.operation import QuotedPlace, TextChange
from align.review.place import Pairing, Place
from align.review.view import correction_place
from align.review.workspace import Workspace
from align.text.document import Side

Message = Mapping[str, Any]


def row_number_of(workspace: Workspace, message: Message, name: str = "row") -> int:
    """The number of the row that a message names. Raises :class:`InputError` where there is none."""
    number = workspace.state.row_number(str(message.get(name, "")))
    if number is None:
        raise InputError("that row is not there any more; choose another")
    return number


def pairing_of(workspace: Workspace, message: Message) -> Pairing:
    """The pairing of the row that a message names."""
    return workspace.rows[row_number_of(workspace, message)].pairing.unscored()


def side_of(message: Message) -> Side:
    """The side that a message names; source where it names none."""
    return "target" if message.get("side") == "target" else "source"


def doubt_of(workspace: Workspace, message: Message) -> Doubt:
    """The doubt that a message names. Raises :class:`InputError` where there is none."""
    doubt = workspace.doubts.find(workspace.state, str(message.get("doubt", "")))
    if doubt is None:
        raise InputError("there is no doubt here to decide on")
    return doubt


def place_of(workspace: Workspace, message: Message) -> Place:
    """The place of the verdict or doubt that a message names; also of a correction where no doubt was."""
    correction = correction_place(workspace.state, str(message.get("doubt", "")))
    if correction is not None:
        return correction
    doubt = doubt_of(workspace, message)
    places = workspace.state.verdict_places(doubt.place)
    return places[0] if places else doubt.place


def chosen_suggestion(doubt: Doubt, message: Message) -> str | None:
    """The suggestion that a message chooses, by its text or by its number; None where there is none.

    The screen sends the text, because the order of suggestions may have changed since they were drawn.
    """
    texts = [suggestion.text for suggestion in doubt.flag.suggestions]
    if message.get("reading") in texts:
        return str(message["reading"])
    pick = int(message.get("pick", 0))
    return texts[pick] if 0 <= pick < len(texts) else None


def quoted(workspace: Workspace, place: Place) -> QuotedPlace:
    """A place with what the raw file holds there."""
    return QuotedPlace(place, workspace.state.quote(place))


def change_to(workspace: Workspace, place: Place, new: str) -> TextChange:
    """Another text for a place."""
    return TextChange(place, workspace.state.quote(place), new)
