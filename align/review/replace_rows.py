"""A reviewer's pairings put in place of the rows that a model found.

On the bitext that the decision was made on, this only exchanges rows. In a newer one the sentences may have
other borders: they are cut where the pairings end, and the text left over before and after becomes rows of
its own, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from align.errors import PlaceError
from align.review.patch import Patch
from align.review.place import Pairing, Spans, flat, merge_spans, normalise_spans
from align.review.row import Origin, Row
from align.review.state import State
from align.text.document import SIDES, Side
from align.text.span import Span


def replace_rows(state: State, after: Sequence[Pairing], before: Sequence[Pairing], origin: Origin) -> Patch:
    """Replace the rows that cover ``before`` by ``after``.

    Args:
        state: The state before the decision.
        after: The pairings that shall be there.
        before: The pairings that were there when it was made; the same text in the same order.
        origin: What the new rows come from.

    Returns:
        The patch; an empty one where the rows are there already.

    Raises:
        PlaceError: If the two do not hold the same text, the text is not there any more, or confirmed rows
            would be cut.
    """
    for side in SIDES:
        if _merged_spans(state, before, side) != _merged_spans(state, after, side):
            raise PlaceError("the rows before and after do not hold the same text")
    block = _block(state, before)
    old = state.rows[block.start : block.stop]
    rest = _left_over(state, old, after)
    if any(rest) and any(row.status == "confirmed" for row in old):
        raise PlaceError("the sentences are paired another way now, in rows that are confirmed")
    new = _kept(state, old, [*rest[0], *after, *rest[1]], origin)
    return Patch() if new == old else Patch(block.start, old, new)


def _merged_spans(state: State, pairings: Iterable[Pairing], side: Side) -> Spans:
    """The text of some pairings on one side, in their order."""
    spans = [span for pairing in pairings for span in flat(pairing.side(side))]
    if not spans:
        return ()
    if side not in state.side_views or max(span.stop for span in spans) > len(state.side_views[side].raw):
        raise PlaceError("the rows lie outside the file")
    return merge_spans(state.side_views[side].raw, spans)


def _block(state: State, pairings: Iterable[Pairing]) -> range:
    """The rows that hold some of this text, and those between them."""
    found: set[int] = set()
    for side in SIDES:
        sentences = [sentence for pairing in pairings for sentence in pairing.side(side)]
        exact = [state.row_numbers.get((side, sentence[0].start)) for sentence in sentences]
        found |= {number for number in exact if number is not None}
        if None in exact or not _covered(state, found, side, flat(sentences)):
            found |= set(_rows_holding(state, side, flat(sentences)))
    if not found:
        raise PlaceError("none of its sentences is there any more")
    return range(min(found), max(found) + 1)


def _covered(state: State, numbers: Iterable[int], side: Side, spans: Spans) -> bool:
    """Whether the rows between these hold all of the spans."""
    numbers = sorted(numbers)
    rows = state.rows[numbers[0] : numbers[-1] + 1] if numbers else ()
    held = {span for row in rows for span in flat(row.side(side))}
    return held.issuperset(spans)


def _rows_holding(state: State, side: Side, spans: Spans) -> list[int]:
    """Numbers of the rows that hold some of these spans."""
    return [
        number
        for number, row in enumerate(state.rows)
        if any(span.overlaps(mine) for span in flat(row.side(side)) for mine in spans)
    ]


def _left_over(
    state: State, old: Sequence[Row], after: Sequence[Pairing]
) -> tuple[tuple[Pairing, ...], tuple[Pairing, ...]]:
    """What the old rows hold before and after the pairings: none or one pairing each.

    Raises :class:`PlaceError` where the old rows lack some of the text.
    """
    head: dict[Side, list[Spans]] = {}
    tail: dict[Side, list[Spans]] = {}
    for side in SIDES:
        raw = state.side_views[side].raw if side in state.side_views else ""
        mine = normalise_spans(raw, (span for pairing in after for span in flat(pairing.side(side))))
        head[side], tail[side] = [], []
        found: list[Span] = []
        for row in old:
            for sentence in row.side(side):
                outside, inside = _cut(raw, sentence, mine)
                before = not found and (not inside or (bool(outside) and outside[0] < inside[0]))
                found += inside
                if outside:
                    (head if before else tail)[side].append(outside)
        if normalise_spans(raw, found) != mine:
            raise PlaceError("some of its text is no text of a sentence any more")
    return _pairing(head), _pairing(tail)


def _pairing(part: dict[Side, list[Spans]]) -> tuple[Pairing, ...]:
    source, target = tuple(part["source"]), tuple(part["target"])
    return (Pairing(source, target),) if source or target else ()


def _cut(raw: str, sentence: Spans, mine: Spans) -> tuple[Spans, Spans]:
    """The parts of a sentence outside and inside of a passage."""
    outside: list[Span] = []
    inside: list[Span] = []
    for span in sentence:
        at = span.start
        for other in mine:
            start, stop = max(other.start, at), min(other.stop, span.stop)
            if start < stop:
                outside += [Span(at, start)] if raw[at:start].strip() else []
                inside.append(Span(start, stop))
                at = stop
        outside += [Span(at, span.stop)] if raw[at : span.stop].strip() else []
    return tuple(outside), tuple(inside)


def _kept(state: State, old: Sequence[Row], pairings: Sequence[Pairing], origin: Origin) -> tuple[Row, ...]:
    """Rows for the pairings. A row that was there keeps its status; no comment and no flag is lost."""
    known = {state.normal_form(row.pairing): row for row in old}
    rows = []
    for pairing in pairings:
        row = known.pop(state.normal_form(pairing), None)
        if row is None:
            rows.append(Row(pairing, origin=origin))
        elif pairing.confidence is not None and pairing != row.pairing:
            rows.append(replace(row, pairing=pairing, origin=origin))
        else:
            rows.append(row)
    return _with_notes(rows, old, list(known.values()))


def _with_notes(rows: list[Row], old: Sequence[Row], gone: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, the first new one with the comments and the flag of the rows that are gone."""
    comment = " · ".join(row.comment for row in gone if row.comment)
    later = any(row.later for row in gone)
    for at, row in enumerate(rows):
        if (comment or later) and row not in old:
            joined = " · ".join(part for part in (row.comment, comment) if part)
            rows[at] = replace(row, comment=joined, later=later or row.later)
            break
    return tuple(rows)
