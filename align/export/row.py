"""A row of a review, with the doubts and corrections in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from align.flag import Flag
from align.review.doubts import Doubt
from align.review.place import Place, Spans
from align.review.segments import Segment
from align.text.document import Side

Status = Literal["open", "confirmed", "rejected"]
STATUSES: tuple[Status, ...] = ("open", "confirmed", "rejected")
DecidedBy = Mapping[Place, str]
"""Place in the raw file -> the reviewer who decided what the text there is."""


@dataclass(frozen=True)
class Correction:
    """``old`` is the observed text, ``new`` the corrected; ``by``: the reviewer, empty where unknown."""

    side: Side
    old: str
    new: str
    by: str


@dataclass(frozen=True)
class Cell:
    """One side of a row.

    Attributes:
        side: Source or target.
        sentences: Each sentence's raw places, and its text in pieces with the doubts and decisions on them.
        text: The text with its corrections.
        read: The text as the OCR read it.
    """

    side: Side
    sentences: tuple[tuple[Spans, tuple[Segment, ...]], ...]
    text: str
    read: str


@dataclass(frozen=True, eq=False)
class ExportRow:
    """A pairing with its text.

    Attributes:
        id: Side and raw offset where the first sentence begins (``s120``, ``t8``): the same after a run
            with another model.
        cells: The two sides.
        status: What the reviewer decided on the pairing.
        note: The reviewer's comment, empty where there is none.
        confidence: Fraction 0-1; ``None`` for a row that the reviewer made.
        doubts: The doubts of the row by id.
        corrections: What was corrected in it.
    """

    id: str
    cells: Mapping[Side, Cell]
    status: Status
    note: str
    confidence: float | None
    doubts: Mapping[str, Doubt]
    corrections: tuple[Correction, ...]

    @property
    def source(self) -> str:
        """The original with its corrections; empty where the translation adds a sentence."""
        return self.cells["source"].text

    @property
    def target(self) -> str:
        """The translation with its corrections; empty where it omits a sentence."""
        return self.cells["target"].text

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags that are not decided."""
        return tuple(doubt.flag for doubt in self.doubts.values() if doubt.open)

    @property
    def confidence_text(self) -> str:
        """The confidence with four digits, empty where there is none."""
        return "" if self.confidence is None else f"{self.confidence:.4f}"

    def pieces(self, side: Side) -> Iterator[tuple[str, Flag | None]]:
        """One side's text in pieces, each with the open flag on it."""
        for number, (_, segments) in enumerate(self.cells[side].sentences):
            if number:
                yield " ", None
            for segment in segments:
                doubt = self.doubts.get(segment.doubt or "")
                yield segment.text, doubt.flag if doubt and doubt.open else None
