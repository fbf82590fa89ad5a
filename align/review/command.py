"""Commands: a message from the screen -> the operation it requests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from align.errors import InputError
from align.review import row_commands as rows
from align.review import text_commands as texts
from align.review.message import Message
from align.review.operation import Operation
from align.review.workspace import Workspace

Command = Callable[[Workspace, Message], Operation | None]

COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "accept": texts.accept,
        "reject": texts.reject,
        "undecide": texts.undecide,
        "right": texts.whitelist,
        "edit": texts.edit,
        "replace": texts.replace_words,
        "everywhere": texts.decide_everywhere,
        "confirm": rows.confirm,
        "confirm-above": rows.confirm_above,
        "reject-pair": rows.reject_pair,
        "reopen": rows.reopen,
        "later": rows.flag_for_later,
        "comment": rows.comment,
        "merge": rows.merge,
        "split": rows.split,
        "up": rows.up,
        "down": rows.down,
        "gap": rows.gap,
        "pair": rows.pair,
        "realign": rows.align_again,
        "bring-back": rows.restore,
        "undo": rows.undo,
        "redo": rows.redo,
    }
)
"""What a message's ``do`` stands for."""


def operation(workspace: Workspace, message: Message) -> Operation | None:
    """The operation that a message requests; it is not applied.

    Args:
        workspace: The review.
        message: ``do``, the name of a command, and what it refers to. With an ``id``, the operation gets
            that id, so that a message sent twice is one decision.

    Returns:
        The operation, or None where it would change nothing.

    Raises:
        InputError: If the command is unknown or impossible here; the message is for the reviewer.
    """
    name = str(message.get("do"))
    if name not in COMMANDS:
        raise InputError(f"no command is called {name!r}")
    made = COMMANDS[name](workspace, message)
    return replace(made, id=str(message["id"])) if made is not None and message.get("id") else made
