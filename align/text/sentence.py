"""A sentence and where its characters stand in the raw file."""

from __future__ import annotations

from dataclasses import dataclass

from align.errors import InvariantError
from align.text.span import Span
from align.text.trace import TracedText


@dataclass(frozen=True, eq=False)
class Sentence:
    """``index``: its number on its side, from 0. ``traced``: its text with provenance."""

    index: int
    traced: TracedText

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvariantError(f"sentence {self.index} is empty")

    @property
    def text(self) -> str:
        """As it reads after cleaning."""
        return self.traced.text

    @property
    def origin(self) -> tuple[Span, ...]:
        """Its raw places, in reading order."""
        return self.traced.spans()
