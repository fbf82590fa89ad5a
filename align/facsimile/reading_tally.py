"""What reading pages left out, or chose, counted and told in notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

PageKind = Literal["blank", "clipped", "outside", "empty"]

PHRASES: Mapping[PageKind, str] = MappingProxyType(
    {
        "blank": "words without a character left out: {}",
        "clipped": "boxes that reach over the edge of their page, cut there: {}",
        "outside": "boxes that lie outside their page left out, their text kept: {}",
        "empty": "boxes without an area, or not of numbers, left out, their text kept: {}",
    }
)
"""Each kind, in the order of the notes -> the note."""


class ReadingTally(Counter[PageKind]):
    """How often something of each kind was met on the pages."""

    def notes(self) -> tuple[str, ...]:
        """A line for each kind that was met."""
        return tuple(phrase.format(f"{self[kind]:,}") for kind, phrase in PHRASES.items() if self[kind])
