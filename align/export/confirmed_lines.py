"""The lines of pages whose text a reviewer confirmed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from align.export.corrected_pages import corrections_of
from align.export.export_set import ExportSet
from align.export.row import Decider
from align.facsimile.box import Box, box_around
from align.facsimile.corrected import corrected_lines
from align.facsimile.facsimile import PlacedLine
from align.facsimile.line_edits import HYPHENS
from align.facsimile.page import PageLine
from align.text.document import Document, Side
from align.text.side_text import SideText

Unfit = Literal[
    "without a place", "with a hyphen that was not read", "with a word at its end that was not read"
]
"""Why the picture of a confirmed line may not show its text."""


@dataclass(frozen=True)
class ConfirmedLine:
    """A line of a page.

    Attributes:
        page: The number of its page, from 0.
        number: Its own number on the page, from 0.
        text: As it stands on the page, with the corrections.
        box: Its place.
        language: Of its text.
        deciders: Who confirmed its rows, and when; of one row or of several.
    """

    page: int
    number: int
    text: str
    box: Box
    language: str
    deciders: tuple[Decider, ...]


def confirmed_lines(
    export_set: ExportSet, document: Document, unfit: Counter[Unfit]
) -> Iterator[ConfirmedLine]:
    """The lines of a document whose every character stands in a confirmed row; hyphens at their ends may not.

    Args:
        export_set: The rows.
        document: Read from pages.
        unfit: Counts the confirmed lines that are left out.
    """
    for text in export_set.review.bitext.texts:
        if text.document == document:
            yield from _of_side(export_set, text, unfit)


def _of_side(export_set: ExportSet, text: SideText, unfit: Counter[Unfit]) -> Iterator[ConfirmedLine]:
    facsimile = text.document.facsimile
    if facsimile is None:
        return
    rows = _Rows.of(export_set, text.side)
    corrected = corrected_lines(facsimile, corrections_of(export_set, text.side))
    for placed, line in zip(facsimile.lines, corrected, strict=True):
        ids = rows.around(placed, text.document.raw)
        if not ids or line is None:
            continue
        box = placed.line.box or box_around(word.box for word in placed.line.words)
        why = _unfit(placed.line, line, box)
        if box is None or why is not None:
            unfit[why or "without a place"] += 1
            continue
        deciders = tuple(dict.fromkeys(export_set.confirmed_by.get(one, Decider()) for one in ids))
        yield ConfirmedLine(placed.page, placed.number, line.text, box, text.language, deciders)


def _unfit(read: PageLine, line: PageLine, box: Box | None) -> Unfit | None:
    """Why a line is left out: what was put at its end may stand outside its box, or not on the page."""
    if box is None:
        return "without a place"
    if line.text[-1] in HYPHENS and read.text[-1] not in HYPHENS:
        return "with a hyphen that was not read"
    placed = any(word.box is not None for word in read.words)
    inserted = placed and None in (line.words[0].box, line.words[-1].box)
    return "with a word at its end that was not read" if inserted else None


@dataclass(frozen=True)
class _Rows:
    """The stretches of the confirmed rows of one side, ascending, and the rows that hold them."""

    starts: Sequence[int]
    stops: Sequence[int]
    ids: Sequence[str]

    @classmethod
    def of(cls, export_set: ExportSet, side: Side) -> _Rows:
        found = sorted(
            (span.start, span.stop, row.id)
            for row in export_set.rows
            if row.status == "confirmed"
            for spans, _ in row.cells[side].sentences
            for span in spans
        )
        return cls(*(zip(*found, strict=True) if found else ((), (), ())))

    def around(self, line: PlacedLine, raw: str) -> Mapping[str, None]:
        """The rows that hold all of a line, in its order; none where some of it is in no row."""
        first = bisect_right(self.stops, line.start)
        last = bisect_left(self.starts, line.stop)
        inside = range(first, last)
        edges = [line.start, *(one for at in inside for one in (self.starts[at], self.stops[at])), line.stop]
        gaps = [raw[start:stop] for start, stop in list(pairwise(edges))[::2]]
        if not inside or any(set(gap.strip()) - set(HYPHENS) for gap in gaps):
            return {}
        return dict.fromkeys(self.ids[at] for at in inside)
