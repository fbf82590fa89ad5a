"""What reading pages left out, or chose, counted and told in notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

PageKind = Literal[
    "blank",
    "disagree",
    "wordless",
    "clipped",
    "outside",
    "empty",
    "unsized",
    "contradicted",
    "unit",
    "unknown unit",
]

PHRASES: Mapping[PageKind, str] = MappingProxyType(
    {
        "blank": "words without a character left out: {}",
        "disagree": "lines whose own text differs from that of their words, the words read: {}",
        "wordless": "lines some of whose words have no text, the text of the line read: {}",
        "clipped": "boxes that reach over the edge of their page, cut there: {}",
        "outside": "boxes that lie outside their page left out, their text kept: {}",
        "empty": "boxes without an area, or not of numbers, left out, their text kept: {}",
        "unsized": "pages that do not give their size, taken as large as their boxes: {}",
        "contradicted": "pages that most of their boxes lie outside of, taken as large as these: {}",
        "unit": "pages measured in parts of an inch or a millimetre and left so, as the resolution of their "
        "picture is unknown: {}",
        "unknown unit": "pages measured in a unit that is none of ALTO (pixel, mm10, inch1200), taken as "
        "pixels: {}",
    }
)
"""Each kind, in the order of the notes -> the note."""


class ReadingTally(Counter[PageKind]):
    """How often something of each kind was met on the pages."""

    def notes(self) -> tuple[str, ...]:
        """A line for each kind that was met."""
        return tuple(phrase.format(f"{self[kind]:,}") for kind, phrase in PHRASES.items() if self[kind])
