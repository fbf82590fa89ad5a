"""A place in a raw file."""

from __future__ import annotations

from dataclasses import dataclass

from align.errors import InvariantError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` to ``stop`` of the raw file, half-open, counted from 0."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise InvariantError(f"a span needs 0 <= start <= stop, got {self.start}:{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.stop

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.stop and other.start < self.stop

    def of(self, raw: str) -> str:
        """The text that stands here."""
        return raw[self.start : self.stop]
