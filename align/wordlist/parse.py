"""A word list's text -> words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from align.errors import ReadError
from align.lang.folding import fold
from align.text.token import parse


def listed_form(text: str) -> str:
    """A word as word lists hold it: folded, without the marks around it; empty where there is none.

    Example:
        >>> listed_form("«Берёзов»,")
        'березов'
    """
    return fold(parse(text.strip()).core)


def parse_list(lines: Iterable[str]) -> Mapping[str, bool]:
    """Each word of a list -> whether it is right by the last line that has it."""
    found = {}
    for line in map(str.strip, lines):
        if line.strip("-") and not line.startswith("#"):
            found[fold(line.removeprefix("-").strip())] = not line.startswith("-")
    return found


def read_words(path: Path) -> frozenset[str]:
    """The words of a list that are right.

    Args:
        path: A text file in UTF-8.

    Raises:
        ReadError: The file cannot be read as such.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not in UTF-8"
        raise ReadError(
            f"{path}: expected a list of words, one a line: {reason}; align review --words makes a new one"
        ) from error
    return frozenset(word for word, right in parse_list(text.splitlines()).items() if right)
