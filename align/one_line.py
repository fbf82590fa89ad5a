"""Any text as one line of a message: no control character, no name or value without end."""

from __future__ import annotations

import re
import unicodedata

MAX_WORD = 300
"""Characters of a path or a value without a space; of a longer one the beginning and the end are shown."""

MAX_LINE = 1500
"""Characters of a message, likewise."""

_LONG_WORD = re.compile(rf"\S{{{MAX_WORD + 1},}}")


def one_line(text: str) -> str:
    r"""A text as people can read it in one line.

    Args:
        text: A message with the names of files, or with what a file holds.

    Returns:
        The text with line breaks, control characters and half surrogate pairs escaped, shortened where it,
        or a stretch without a space, is too long.

    Example:
        >>> one_line("page\n1.png: no such file")
        'page\\n1.png: no such file'
        >>> len(one_line("9" * 5000))
        300
    """
    line = "".join(map(_visible, text))
    return shortened(_LONG_WORD.sub(lambda found: shortened(found[0], MAX_WORD), line), MAX_LINE)


def shortened(text: str, limit: int) -> str:
    """A text of at most ``limit`` characters, its middle left out where it is longer.

    Example:
        >>> shortened("0123456789", 7)
        '0123…89'
    """
    if len(text) <= limit:
        return text
    end = (limit - 1) // 3
    return f"{text[: limit - 1 - end]}…{text[len(text) - end :]}"


def _visible(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")
