"""The names of a line: its capitalised words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from align.check.line import Line

WORD = re.compile(r"[^\W\d_](?:[\w]|['’-](?=\w))+")
OPENING_MARKS = ".!?…:;«“„\"'‘—–-(•"
"""Marks after which a capital letter may begin a sentence or quotation."""

POSSESSIVE = re.compile(r"['’]s?$|['’]s\b")
MIN_NAME = 3
"""Letters of a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised word at ``start:stop`` (code points) of a line's text.

    Attributes:
        start: First code point.
        stop: After the last code point.
        text: The word.
        opens: Whether a sentence or quotation begins with it, so that it may be no name.
    """

    start: int
    stop: int
    text: str
    opens: bool = False

    @property
    def bare(self) -> str:
        """The word without the possessive ``'s``."""
        return POSSESSIVE.sub("", self.text)


def names_of(line: Line, text: str, *, opening: bool = False) -> tuple[Name, ...]:
    """The names of a line.

    Args:
        line: The line.
        text: Its text, or a text of the same length with blanks in it.
        opening: Whether words that begin a sentence or quotation count.

    Returns:
        The names in order; none for a text that is mostly in capitals.
    """
    letters = [letter for letter in text if letter.isalpha()]
    if sum(map(str.isupper, letters)) * 2 > len(letters):
        return ()
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        before = line.text[: match.start()].rstrip()
        opens = match.start() in line.starts or before[-1:] in OPENING_MARKS
        if word[0].isupper() and word[1].islower() and len(word) >= MIN_NAME and (opening or not opens):
            found.append(Name(match.start(), match.end(), word, opens))
    return tuple(found)


def bare_names(line: Line) -> list[str]:
    """The names of a line without its editor's insertions, without possessives."""
    return [name.bare for name in names_of(line, line.without_insertions, opening=True)]


def bare_words(text: str) -> list[str]:
    """The words of a text without possessives."""
    return [POSSESSIVE.sub("", word) for word in WORD.findall(text)]
