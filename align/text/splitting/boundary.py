"""A place where a sentence may begin."""

from __future__ import annotations

from dataclasses import dataclass

from align.text.splitting.tokens import Tokens


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
