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


@dataclass(frozen=True)
class Decider:
    """The reviewer who decided, and when (UTC, ISO 8601); each empty where unknown."""

    by: str = ""
    at: str = ""


DecidedBy = Mapping[Place, Decider]
"""Place in the raw file -> who decided what the text there is."""


@dataclass(frozen=True)
class Correction:
    """A change of the text.

    Attributes:
        side: Source or target.
        old: The observed text.
        new: The corrected text, empty where the observed text was deleted.
        decider: Who decided it, and when.
        reason: Why the text was in doubt, empty where nobody doubted it.
    """

    side: Side
    old: str
    new: str
    decider: Decider = Decider()
    reason: str = ""

    @property
    def by(self) -> str:
        """The reviewer, empty where unknown."""
        return self.decider.by


@dataclass(frozen=True)
class Piece:
    """A stretch of a row's text, with the open doubt or the correction on it."""

    text: str
    doubt: Doubt | None = None
    correction: Correction | None = None


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

    def pieces(self, side: Side) -> Iterator[Piece]:
        """One side's text in pieces; joined they are the text with its corrections."""
        corrections = iter([one for one in self.corrections if one.side == side])
        for number, (_, segments) in enumerate(self.cells[side].sentences):
            if number:
                yield Piece(" ")
            for segment in segments:
                doubt = self.doubts.get(segment.doubt or "")
                correction = next(corrections) if is_correction(segment) else None
                yield Piece(segment.text, doubt if doubt and doubt.open else None, correction)


def is_correction(segment: Segment) -> bool:
    """Whether a segment's text differs from what was read."""
    return segment.old is not None and segment.old != segment.text
