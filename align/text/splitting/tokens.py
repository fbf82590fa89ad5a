"""The tokens of a paragraph, input of the sentence rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

STOPS = frozenset(".!?…。！？")
QUOTES = frozenset("\"'“”‘’«»„‚‹›")
OPENING = frozenset("\"'“‘«„([{‹¿¡")
UPRIGHT = frozenset("\"'")
"""Quotation marks that open and close with the same sign."""

DASHES = frozenset("-–—―‒−")
LEADING_MARKS = "-–—―‒−\"'“”‘«»„([{‹›¿¡*.,…"
MAX_MARKS = 5
"""Tokens without letter or digit that may stand before the first word of a sentence."""

MAX_CHAIN = 8
"""Tokens of an abbreviation of several words with their stops: ``т. д.``, ``u. s. w.``."""

SMALL_IN_CAPITALS = 12
"""Letters of a text in capitals for each small one in it."""

CHAIN = re.compile(r"(?:[^\W\d_]{1,6}\.[ \u00a0]?){1,4}$")


@dataclass(frozen=True)
class Tokens:
    """The tokens of a paragraph.

    Attributes:
        texts: The tokens, none of them empty.
        spaced: Of each token, whether white space follows it.
        language: ISO 639-1, or ``xx`` for a language that spaCy does not have.
    """

    texts: Sequence[str]
    spaced: Sequence[bool]
    language: str

    def __len__(self) -> int:
        return len(self.texts)

    def is_opening(self, index: int) -> bool:
        """Whether it is an opening quotation mark or bracket.

        A quotation mark opens where a space precedes it and none follows (``»Wo?«``); «, “ and „ also between
        two spaces (``« Où ? »``). Where no space precedes it, a mark that only opens has lost its space.
        """
        marks, spaced = self.texts[index], self.spaced[index]
        if not set(marks) <= OPENING | QUOTES:
            return False
        if not set(marks) <= QUOTES:
            return not spaced
        if not index or self.spaced[index - 1]:
            return (not spaced and marks not in ("”", "’")) or marks in ("«", "„", "“")
        return not spaced and set(marks) <= OPENING - UPRIGHT

    def is_mark(self, index: int) -> bool:
        """Whether it has neither letter nor digit."""
        return not any(map(str.isalnum, self.texts[index]))

    def is_dash(self, index: int) -> bool:
        """Whether it begins with a dash."""
        return self.texts[index][0] in DASHES

    def in_capitals(self, start: int, stop: int) -> bool:
        """Whether the letters of the tokens ``start:stop`` are capitals, but for a few (``ВКП(б)``).

        Letters without case, as of Chinese or Arabic, do not count.
        """
        letters = [
            letter for text in self.texts[start:stop] for letter in text if letter.lower() != letter.upper()
        ]
        small = sum(map(str.islower, letters))
        return small < len(letters) and small * SMALL_IN_CAPITALS <= len(letters)

    def word_index(self, index: int) -> int | None:
        """The first token from ``index`` on with a letter or digit; ``None`` where none is near."""
        near = range(index, min(index + MAX_MARKS + 1, len(self)))
        return next((at for at in near if not self.is_mark(at)), None)

    def head(self, index: int) -> str:
        """The first word or number from ``index`` on, without marks before it; empty where none is near."""
        at = self.word_index(index)
        return "" if at is None else self.texts[at].lstrip(LEADING_MARKS)

    def word_before(self, stop: int) -> str:
        """The word before the mark at ``stop``, without dots at its end."""
        text = self.texts[stop].rstrip(".")
        if text:
            return text
        return self.texts[stop - 1].rstrip(".") if stop and not self.spaced[stop - 1] else ""

    def abbreviations_before(self, start: int, stop: int) -> tuple[str, ...]:
        """What may be an abbreviation before the mark at ``stop``, the longest first.

        Args:
            start: First token that may belong to it.
            stop: The token that ends with the mark.

        Returns:
            Words with their stops, lower case, without spaces and the last stop: for ``и т. д.`` ``т.д`` and
            ``д``.
        """
        near = range(max(start, stop - MAX_CHAIN), stop + 1)
        text = "".join(self.texts[at] + " " * self.spaced[at] for at in near)
        found = CHAIN.search(text)
        word = self.word_before(stop).lower()
        if found is None:
            return (word,)
        parts = re.sub(r"\s", "", found.group()).rstrip(".").lower().split(".")
        return (*(".".join(parts[at:]) for at in range(len(parts))), word)
