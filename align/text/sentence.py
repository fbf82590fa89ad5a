"""A sentence and where its characters stand in the raw file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

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

    def locate(self, spans: Iterable[Span]) -> tuple[int, int] | None:
        """Where in :attr:`text` these raw places stand: ``(start, stop)``, ``None`` if nowhere here."""
        starts = self.traced.starts
        inside = np.zeros(len(starts), dtype=bool)
        for span in spans:
            inside |= (starts >= span.start) & (starts < span.stop)
        places = np.flatnonzero(inside)
        return (int(places[0]), int(places[-1]) + 1) if len(places) else None
