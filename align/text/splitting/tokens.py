"""The tokens of a paragraph as the sentence rules see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

STOPS = frozenset(".!?…。！？")
CLOSING = frozenset("\"'”’»“)]}›")
OPENING = frozenset("\"'“‘«„([{‹")
DASHES = frozenset("-–—")
MARKS = "-–—\"'“‘«„([{‹*.,…"


@dataclass(frozen=True)
class Tokens:
    """``texts``: tokens; ``spaced[i]``: whether white space stands after token *i*."""

    texts: Sequence[str]
    spaced: Sequence[bool]
    language: str

    def __len__(self) -> int:
        return len(self.texts)

    def is_closing(self, index: int) -> bool:
        """A quotation mark or bracket that closes: no space before it."""
        return self.texts[index] in CLOSING and not (
            index and self.spaced[index - 1] and self.texts[index] in OPENING
        )

    def is_opening(self, index: int) -> bool:
        """A quotation mark or bracket that opens: no space after it."""
        return self.texts[index] in OPENING and not self.spaced[index]

    def is_mark(self, index: int) -> bool:
        """A token without letter or digit."""
        return not any(map(str.isalnum, self.texts[index]))

    def head(self, index: int) -> str:
        """The first word or number from ``index`` on, marks before it left out; empty if none is near."""
        for text in self.texts[index : index + 6]:
            if any(map(str.isalnum, text)):
                return text.lstrip(MARKS)
        return ""

    def word_before(self, stop: int) -> str:
        """The word that the stop at ``stop`` stands behind, without its dots at the end."""
        text = self.texts[stop].rstrip(".")
        if text:
            return text
        return self.texts[stop - 1].rstrip(".") if stop and not self.spaced[stop - 1] else ""
