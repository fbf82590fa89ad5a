"""A review as it stands -> the rows to export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from align.export.export_set import ExportSet, SkippedRow
from align.export.row import Cell, Correction, DecidedBy, Decider, ExportRow, Status, is_correction
from align.review.doubts import Doubt
from align.review.journal import Entry
from align.review.merge import decided_texts, row_statuses
from align.review.place import Place, Spans
from align.review.row import Row
from align.review.segments import segments, shown
from align.review.session import Review
from align.text.document import SIDES, Side


def collect_rows(
    review: Review,
    entries: Iterable[Entry] = (),
    *,
    confirmed: bool = False,
    locales: tuple[str | None, str | None] = (None, None),
) -> ExportSet:
    """All rows of a review, or only those that a reviewer confirmed.

    Args:
        review: The review as it stands.
        entries: Lines of its journal, which name the reviewer of each correction; only decisions in force
            count.
        confirmed: Whether other rows are left out; they are then in ``skipped``, with the reason.
        locales: Language tags of source and target; by default the languages of the two sides.

    Returns:
        The rows in order, ready for :func:`align.export.export`.
    """
    done = {made.id: made for made, _ in review.history.done}
    in_force = [
        replace(entry, operation=done[entry.operation.id]) for entry in entries if entry.operation.id in done
    ]
    decided_by = {
        place: Decider(entry.by, entry.at) for entry in in_force for place in decided_texts(entry.operation)
    }
    rows = tuple(_rows(review, decided_by))
    kept = tuple(row for row in rows if not confirmed or row.status == "confirmed")
    skipped = tuple(
        SkippedRow(row.id, "rejected" if row.status == "rejected" else "not confirmed")
        for row in rows
        if confirmed and row.status != "confirmed"
    )
    source, target = (tag or own for tag, own in zip(locales, review.languages, strict=True))
    return ExportSet(review, kept, (source, target), skipped, decided_by, _confirmed_by(in_force))


def _confirmed_by(entries: Iterable[Entry]) -> dict[str, Decider]:
    """Id of a row -> who confirmed it last."""
    return {
        Row(pairing).id: Decider(entry.by, entry.at)
        for entry in entries
        for pairing, status in row_statuses(entry.operation)
        if status == "confirmed"
    }


def _rows(review: Review, decided_by: DecidedBy) -> Iterator[ExportRow]:
    for row in review.rows:
        doubts = review.doubts.of_row(review.state, row)
        cells: dict[Side, Cell] = {side: _cell(review, side, row.side(side), doubts) for side in SIDES}
        status: Status = "open" if row.status == "auto" else row.status
        by_id = {doubt.id: doubt for doubt in doubts}
        corrections = tuple(_corrections(cells, by_id, decided_by))
        yield ExportRow(row.id, cells, status, row.comment, row.pairing.confidence, by_id, corrections)


def _corrections(
    cells: Mapping[Side, Cell], doubts: Mapping[str, Doubt], decided_by: DecidedBy
) -> Iterator[Correction]:
    """What was corrected in a row, source first, in the order of the text."""
    for side, cell in cells.items():
        for _, pieces in cell.sentences:
            for piece in filter(is_correction, pieces):
                decider = _decider(decided_by, Place(side, piece.spans))
                doubt = doubts.get(piece.doubt or "")
                reason = doubt.flag.reason if doubt else ""
                yield Correction(side, piece.old or "", piece.text, decider, reason)


def _cell(review: Review, side: Side, sentences: Sequence[Spans], doubts: Sequence[Doubt]) -> Cell:
    state = review.state
    found = []
    for spans in sentences:
        whole = state.side_views[side].normalise(spans)
        inner = [doubt for doubt in doubts if doubt.flag.side == side and not _covers(doubt, whole)]
        found.append((spans, tuple(segments(state, side, spans, inner))))
    text = " ".join(shown(pieces) for _, pieces in found)
    return Cell(side, tuple(found), text, state.text(side, tuple(sentences)))


def _covers(doubt: Doubt, whole: Spans) -> bool:
    """Whether a doubt is about a whole sentence: no word of it is marked."""
    place = doubt.place.spans
    return bool(whole) and min(place).start <= whole[0].start and max(place).stop >= whole[-1].stop


def _decider(decided_by: DecidedBy, place: Place) -> Decider:
    """Who decided on a place."""
    return next((decider for known, decider in decided_by.items() if known.overlaps(place)), Decider())
