"""What follows from a decision: rows to draw again, scores and suggestions that depend on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from align.ocr.confusion import Edit
from align.ocr.flag import Flag, Suggestion
from align.review.doubts import Doubts, word_of
from align.review.habit import Habits, habits
from align.review.pieces import Piece, pieces, reading
from align.review.place import Place, flat
from align.review.session import Review
from align.review.state import Patch, Row, State
from align.text.document import Side

SIDES: tuple[Side, Side] = ("source", "target")
AROUND = 30
"""Code points of context beside a doubt in a list."""
NOTICED = 0.005
"""A change of a share (fraction 0-1) that is worth drawing."""


@dataclass(frozen=True)
class Known:
    """What the decisions so far have moved: scores by row, suggestions by doubt, habits by side."""

    scores: Mapping[str, float] = field(default_factory=dict)
    weighed: Mapping[str, tuple[Suggestion, ...]] = field(default_factory=dict)
    edits: Mapping[Side, Mapping[Edit, float]] = field(default_factory=dict)


def touched(before: State, state: State, doubts: Doubts, patch: Patch) -> tuple[Row, ...]:
    """Rows that the patch does not hold but that look different after it."""
    places = [place for place, _, _ in patch.readings]
    words = {word for word, _ in patch.words}
    if words:
        places += [Place(flag.side, flag.spans) for flag in doubts.flags if word_of(flag) in words]
    fresh = {row.id for row in patch.new} if before is not state else set()
    found = rows_at(state, places)
    return tuple(row for row in found if row.id not in fresh)


def rows_at(state: State, places: Iterable[Place]) -> list[Row]:
    """The rows that hold some of these places, in order."""
    wanted: dict[Side, list[Place]] = {side: [] for side in SIDES}
    for place in places:
        wanted[place.side].append(place)
    if not any(wanted.values()):
        return []
    from align.review.overlap import Overlaps

    overlaps = Overlaps.of([place for found in wanted.values() for place in found])
    return [
        row
        for row in state.rows
        if any(
            wanted[side] and row.side(side) and overlaps.met(Place(side, flat(row.side(side))))
            for side in SIDES
        )
    ]


def around(state: State, place: Place) -> tuple[str, str]:
    """The raw text before and after a place, white space folded."""
    raw = state.sheets[place.side].raw
    start, stop = min(place.spans).start, max(span.stop for span in place.spans)
    before, after = raw[max(start - AROUND, 0) : start], raw[stop : stop + AROUND]
    return _folded(before), _folded(after)


def _folded(text: str) -> str:
    """Runs of white space as one space, also at the ends."""
    words = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + words + (" " if text[-1:].isspace() and words else "")


def links(review: Review, row: Row) -> list[tuple[str, str]]:
    """Ids of the row's pieces that answer each other; none where a side is missing."""
    if not row.pairing.source or not row.pairing.target:
        return []
    here = review.doubts.of_row(review.state, row)
    sides: list[list[Piece]] = [
        [piece for spans in row.side(side) for piece in pieces(review.state, side, spans, here, words=True)]
        for side in SIDES
    ]
    return list(review.links.of(*sides))


def refreshed(
    review: Review, known: Known, patch: Patch | None, changed: Iterable[Row]
) -> tuple[Known, list[Row]]:
    """The scores of rows whose text changed, and suggestions that new habits moved; rows to draw again."""
    state = review.state
    scores = dict(known.scores)
    rescored = []
    for row in (*changed, *(patch.new if patch else ())):
        if _other_text(row, state) and row.pairing.source and row.pairing.target:
            score = _score(review, row)
            if score != scores.get(row.id, row.pairing.score):
                scores[row.id] = score
                rescored.append(row)
    edits, weighed, moved = _reweighed(review, known)
    rows = {row.id: row for row in (*rescored, *rows_at(state, moved))}
    return Known(scores, weighed, edits), list(rows.values())


def _other_text(row: Row, state: State) -> bool:
    """Whether the row's text is not what its score was made of."""
    corrected = any(
        row.side(side) and state.verdicts.met(Place(side, flat(row.side(side)))) for side in SIDES
    )
    return corrected or row.pairing.score is None


def _score(review: Review, row: Row) -> float:
    """Cosine of the two sides as they read now."""
    one, other = (" ".join(reading(review.state, side, spans) for spans in row.side(side)) for side in SIDES)
    vectors = review.encoder.encode([one, other])
    return round(float(vectors[0] @ vectors[1]), 4)


def _reweighed(
    review: Review, known: Known
) -> tuple[dict[Side, Mapping[Edit, float]], dict[str, tuple[Suggestion, ...]], list[Place]]:
    """Habits as they are now, suggestions moved by them, and the places of those that look different."""
    edits: dict[Side, Mapping[Edit, float]] = {}
    weighed = dict(known.weighed)
    moved: list[Place] = []
    for side in review.state.sheets:
        learned = habits(review.state, side)
        edits[side] = learned.profile.edits
        before = known.edits.get(side, {})
        new = {edit for edit in {*before, *edits[side]} if before.get(edit) != edits[side].get(edit)}
        if new:
            moved += _side_reweighed(review, side, learned, frozenset(new), weighed)
    return edits, weighed, moved


def _side_reweighed(
    review: Review,
    side: Side,
    learned: Habits,
    new: frozenset[Edit],
    weighed: dict[str, tuple[Suggestion, ...]],
) -> list[Place]:
    moved = []
    for number, flag in enumerate(review.doubts.flags):
        if flag.side != side or not _may_show(flag, new):
            continue
        doubt = review.doubts.doubt(review.state, number)
        if not doubt.open:
            continue
        old, found = weighed.get(doubt.id, flag.suggestions), learned.weighed(doubt)
        weighed[doubt.id] = found
        if any(
            a.text != b.text or abs(a.confidence - b.confidence) > NOTICED
            for a, b in zip(old, found, strict=True)
        ):
            moved.append(doubt.place)
    return moved


def _differ(one: Suggestion, other: Suggestion) -> bool:
    return one.text != other.text or abs(one.confidence - other.confidence) > NOTICED


def _may_show(flag: Flag, edits: frozenset[Edit]) -> bool:
    """Whether a reading of a flag may hold one of these misreadings, by its letters."""
    read = flag.text
    return any(
        typed in suggestion.text and was in read
        for typed, was in edits
        for suggestion in flag.suggestions
        if suggestion.text
    )
