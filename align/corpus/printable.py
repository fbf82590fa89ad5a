"""Texts of a manifest as the tables and messages can hold them."""

from __future__ import annotations

import unicodedata

from align.one_line import shortened

CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Kinds of characters that no id has: controls, halves of surrogate pairs, ends of lines."""
MAX_NAME = 4096
"""Characters of an id or of the name of a file."""


def printable(text: str) -> str:
    r"""A text that UTF-8 can hold and that stands in one line; the same where it is so already.

    Example:
        >>> print(printable("letter 5"), printable("a\nb"))
        letter 5 a\nb
    """
    return shortened("".join(map(_visible, text)), MAX_NAME)


def _visible(character: str) -> str:
    if unicodedata.category(character) not in CONTROLS:
        return character
    return character.encode("unicode_escape").decode()
