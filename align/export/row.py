"""What goes out: the rows of a review as they stand, with their provenance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from align.flag import Flag
from align.review.doubts import Doubt
from align.review.journal import Entry
from align.review.merge import decided_texts
from align.review.place import Place, Spans
from align.review.segments import Segment, segments, shown
from align.review.session import Review
from align.text.document import SIDES, Side

Status = Literal["open", "confirmed", "rejected"]
STATUSES: tuple[Status, ...] = ("open", "confirmed", "rejected")
By = Mapping[Place, str]
"""Who decided what is read at a place."""


@dataclass(frozen=True)
class Correction:
    """The OCR read ``old``; ``by`` says that it is ``new``."""

    side: Side
    old: str
    new: str
    by: str


@dataclass(frozen=True)
class Cell:
    """One side of a row: its sentences, each in pieces with the doubts and verdicts on them.

    ``text``: as corrected; ``read``: as it was read.
    """

    side: Side
    sentences: tuple[tuple[Spans, tuple[Segment, ...]], ...]
    text: str
    read: str


@dataclass(frozen=True, eq=False)
class Row:
    """A pairing with its text.

    ``id``: side and raw offset where its first sentence begins (``s120``, ``t8``): the same after a run
    with another model. ``confidence``: fraction 0-1, None for a row that the reviewer made.
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
        """The original, corrections in it; empty where the translation adds."""
        return self.cells["source"].text

    @property
    def target(self) -> str:
        """The translation, corrections in it; empty where it omits."""
        return self.cells["target"].text

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What is doubted in it and not decided."""
        return tuple(doubt.flag for doubt in self.doubts.values() if doubt.open)

    @property
    def sureness(self) -> str:
        """Confidence with four digits, empty where there is none."""
        return "" if self.confidence is None else f"{self.confidence:.4f}"

    def marked(self, side: Side) -> Iterator[tuple[str, Flag | None]]:
        """One side in pieces, each with the open flag on it."""
        for number, (_, found) in enumerate(self.cells[side].sentences):
            if number:
                yield " ", None
            for piece in found:
                doubt = self.doubts.get(piece.doubt or "")
                yield piece.text, doubt.flag if doubt and doubt.open else None


@dataclass(frozen=True)
class SkippedRow:
    """A row that was not exported, and why."""

    id: str
    why: str


@dataclass(frozen=True, eq=False)
class ExportSet:
    """Rows to export, in order. ``locales``: of source and target, such as ``ru-RU``.

    ``left``: rows that are not among them. ``by``: who decided on each reading.
    """

    review: Review
    rows: tuple[Row, ...]
    locales: tuple[str, str]
    left: tuple[SkippedRow, ...] = ()
    by: By = field(default_factory=dict)

    @property
    def paired(self) -> tuple[Row, ...]:
        """The rows with text on both sides, for formats that hold no others."""
        return tuple(row for row in self.rows if row.source.strip() and row.target.strip())

    def unpaired(self) -> tuple[str, ...]:
        """One line that names the others; none where there are none."""
        paired = {row.id for row in self.paired}
        lone = [row.id for row in self.rows if row.id not in paired]
        return (f"{len(lone)} rows with one side only left out: {', '.join(lone[:8])}",) if lone else ()

    def report(self) -> tuple[str, ...]:
        """One line on the rows that were left out and why; none where nothing was."""
        if not self.left:
            return ()
        reasons = Counter(one.why for one in self.left)
        counted = ", ".join(f"{count} {why}" for why, count in reasons.items())
        places = ", ".join(one.id for one in self.left[:12]) + (" …" if self.left[12:] else "")
        return (f"{len(self.left)} of {len(self.left) + len(self.rows)} rows left out: {counted} ({places})",)


def collect_rows(
    review: Review,
    entries: Iterable[Entry] = (),
    *,
    confirmed: bool = False,
    locales: tuple[str | None, str | None] = (None, None),
) -> ExportSet:
    """All rows, or those a reviewer confirmed; the others are named with the reason.

    ``entries``: the journal's, which say who decided.
    """
    by = {place: entry.by for entry in entries for place in decided_texts(entry.operation)}
    rows = tuple(_rows(review, by))
    kept = tuple(row for row in rows if not confirmed or row.status == "confirmed")
    left = tuple(
        SkippedRow(row.id, "rejected" if row.status == "rejected" else "not confirmed")
        for row in rows
        if confirmed and row.status != "confirmed"
    )
    source, target = (given or own for given, own in zip(locales, review.languages, strict=True))
    return ExportSet(review, kept, (source, target), left, by)


def _rows(review: Review, by: By) -> Iterator[Row]:
    for row in review.rows:
        doubts = review.doubts.of_row(review.state, row)
        cells: dict[Side, Cell] = {side: _cell(review, side, row.side(side), doubts) for side in SIDES}
        corrections = tuple(
            Correction(side, piece.old, piece.text, _who(by, Place(side, piece.spans)))
            for side in SIDES
            for _, found in cells[side].sentences
            for piece in found
            if piece.old is not None
        )
        status: Status = "open" if row.status == "auto" else row.status
        named = {doubt.id: doubt for doubt in doubts}
        yield Row(row.id, cells, status, row.comment, row.pairing.confidence, named, corrections)


def _cell(review: Review, side: Side, sentences: Sequence[Spans], doubts: Sequence[Doubt]) -> Cell:
    state = review.state
    found = []
    for spans in sentences:
        whole = state.side_views[side].normalise(spans)
        inner = [doubt for doubt in doubts if doubt.flag.side == side and not _covers(doubt, whole)]
        found.append((spans, tuple(segments(state, side, spans, inner))))
    text = " ".join(shown(cut) for _, cut in found)
    return Cell(side, tuple(found), text, state.text(side, tuple(sentences)))


def _covers(doubt: Doubt, whole: Spans) -> bool:
    """Whether a doubt is about a whole sentence: nothing to mark in it."""
    place = doubt.place.spans
    return bool(whole) and min(place).start <= whole[0].start and max(place).stop >= whole[-1].stop


def _who(by: By, place: Place) -> str:
    """Who said so; empty where nobody knows."""
    return next((name for known, name in by.items() if known.overlaps(place)), "")
