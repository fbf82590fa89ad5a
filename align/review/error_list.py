"""The open doubts with a suggestion, each with the kinds of error that it may be counted under.

A misread letter is its own kind ("и for ы"); of every other flag the kind is the flag's kind in words.
"""

from __future__ import annotations

from typing import Any

from align.flag import KIND_NAMES, Flag
from align.ocr.channel.channel import Edit
from align.ocr.channel.report import misreadings
from align.review.workspace import Workspace

OF_LETTERS = frozenset({"ocr.unknown-word", "ocr.real-word", "ocr.alphabet"})
"""Kinds of flags whose kind of error is the letters that were misread."""

MAX_MISREADINGS = 3
"""Misreadings in one text beyond which they are not named."""

MANY_LETTERS = "many letters misread"


def error_list(workspace: Workspace) -> list[dict[str, Any]]:
    """The open doubts that have a suggestion, in the bitext's order.

    Args:
        workspace: The review.

    Returns:
        Of each doubt its id, the first suggestion with its confidence, and its :func:`error_kinds`.
    """
    return [
        {
            "doubt": doubt.id,
            "new": doubt.flag.suggestions[0].text,
            "confidence": round(doubt.flag.suggestions[0].confidence, 3),
            "kinds": error_kinds(doubt.flag),
        }
        for doubt in workspace.doubts.every(workspace.state)
        if doubt.open and doubt.flag.suggestions
    ]


def error_kinds(flag: Flag) -> list[str]:
    """The kinds of error of a flag with a suggestion, in words.

    Args:
        flag: A flag.

    Returns:
        One for each misreading between the first suggestion and the text; none without a suggestion.

    Example:
        >>> import align
        >>> error_kinds(align.align_texts("Баш ответ получил.", "I received your reply.").flags[0])
        ['Б for В']
    """
    if not flag.suggestions:
        return []
    if flag.kind not in OF_LETTERS:
        return [KIND_NAMES[flag.kind]]
    found = misreadings(flag.suggestions[0].text, flag.text)
    if not 0 < len(found) <= MAX_MISREADINGS:
        return [MANY_LETTERS]
    return list(dict.fromkeys(_in_words(edit) for edit in found))


def _in_words(edit: Edit) -> str:
    """A misreading: ``и for ы``, ``ь left out``, ``: added``."""
    typed, read = (part.replace(" ", "␣") for part in edit)
    if not read:
        return f"{typed} left out"
    return f"{read} for {typed}" if typed else f"{read} added"
