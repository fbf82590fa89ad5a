"""A place where a sentence may begin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from align.text.splitting.tokens import QUOTES, Tokens


@dataclass(frozen=True)
class Boundary:
    """The place between a mark that can end a sentence and the next word.

    Attributes:
        tokens: The tokens of the paragraph.
        start: Index of the first token of the sentence that would end here.
        stop: Index of the token that ends with the mark.
        at: Index of the token that would begin the next sentence.
        brackets: How many brackets are open at ``at``.
    """

    tokens: Tokens
    start: int
    stop: int
    at: int
    brackets: int

    @property
    def head(self) -> str:
        """The first word or number after the boundary."""
        return self.tokens.head(self.at)

    @property
    def word(self) -> str:
        """The word before the mark."""
        return self.tokens.word_before(self.stop)

    @cached_property
    def abbreviations(self) -> tuple[str, ...]:
        """What may be an abbreviation before the mark, the longest first, lower case."""
        return self.tokens.abbreviations_before(self.start, self.stop)

    @property
    def closes_quotation(self) -> bool:
        """Whether a quotation ends between the mark and the next sentence."""
        return self.at - 1 > self.stop and set(self.tokens.texts[self.at - 1]) <= QUOTES

    @property
    def in_quotation(self) -> bool:
        """Whether a quotation that begins in this sentence is open at the mark."""
        depth = 0
        for index in range(self.start, self.stop):
            if set(self.tokens.texts[index]) <= QUOTES:
                depth = depth + 1 if self.tokens.is_opening(index) else max(depth - 1, 0)
        return depth > 0
