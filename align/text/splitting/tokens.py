"""The tokens of a paragraph, input of the sentence rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

STOPS = frozenset(".!?…。！？")
OPENING = frozenset("\"'“‘«„([{‹")
DASHES = frozenset("-–—")
LEADING_MARKS = "-–—\"'“‘«„([{‹*.,…"
MAX_MARKS = 5
"""Tokens without letter or digit that may stand before the first word of a sentence."""


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
        """Whether it is an opening quotation mark or bracket: no white space follows it."""
        return self.texts[index] in OPENING and not self.spaced[index]

    def is_mark(self, index: int) -> bool:
        """Whether it has neither letter nor digit."""
        return not any(map(str.isalnum, self.texts[index]))

    def head(self, index: int) -> str:
        """The first word or number from ``index`` on, without marks before it; empty where none is near."""
        for text in self.texts[index : index + MAX_MARKS + 1]:
            if any(map(str.isalnum, text)):
                return text.lstrip(LEADING_MARKS)
        return ""

    def word_before(self, stop: int) -> str:
        """The word before the mark at ``stop``, without dots at its end."""
        text = self.texts[stop].rstrip(".")
        if text:
            return text
        return self.texts[stop - 1].rstrip(".") if stop and not self.spaced[stop - 1] else ""
