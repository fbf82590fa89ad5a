"""What a correction changes of its row besides the text: score, confidence, and the checks it answers.

The row is aligned once more among its neighbours (a confirmed one is a wall), as it was read and as it reads
now. Only the difference counts: confidence moves by as many log-odds as the row's own posterior did, so that
a row nobody corrected keeps what the whole text gave it. A check's flag is answered when the row as it was
read raises it among these neighbours, and the row as it reads now does not.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from align.alignment.aligner import AlignmentConfig, pooled_cosines, second_pass
from align.alignment.bead import Alignment, Bead
from align.alignment.candidates import candidates
from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.alignment.weights import Weights
from align.check.run import find_checks
from align.embed.encoder import Encoder
from align.flag import Flag
from align.review.doubts import Doubt, Doubts
from align.review.place import Pairing, Place, Spans, flat
from align.review.segments import segments
from align.review.state import Row, State, Verdict
from align.text.document import SIDES, Side
from align.text.sentence import Sentence
from align.text.trace import TracedText

WINDOW = 3
"""Rows of either side that a row is weighed among."""
MIN_CONFIDENCE = 1e-6
"""Confidence that is no less sure than this, for its logarithm."""

TextLookup = Callable[[Side, Spans], TracedText]


@dataclass(frozen=True)
class RowScores:
    """``score``: cosine; ``confidence``: fraction 0-1; None where there is none to know.

    ``answered``: ids of the doubts that the correction settled.
    """

    score: float | None
    confidence: float | None
    answered: frozenset[str] = frozenset()


@dataclass(frozen=True)
class RowRescorer:
    """What rows are weighed with. ``ratio``: target characters for one of the source."""

    encoder: Encoder
    languages: tuple[str, str]
    ratio: float

    def rescore(self, state: State, doubts: Doubts, number: int) -> RowScores:
        """A row as its corrections leave it."""
        row = state.rows[number]
        now = partial(corrected_text, state)
        beside = _window(state, number)
        rows = [one.pairing for one in state.rows[beside.start : beside.stop]]
        here = number - beside.start
        return RowScores(
            self._score(row.pairing, now),
            self._confidence(state, rows, here, now),
            self._answered(state, doubts, rows, here, now),
        )

    def _score(self, row: Pairing, now: TextLookup) -> float | None:
        """Cosine of the two sides as they read now."""
        if not row.source or not row.target:
            return row.score
        one, other = (" ".join(now(side, spans).text for spans in row.side(side)) for side in SIDES)
        vectors = self.encoder.encode([one, other])
        return round(float(vectors[0] @ vectors[1]), 4)

    def _confidence(self, state: State, rows: Sequence[Pairing], here: int, now: TextLookup) -> float | None:
        """What it was, moved by what the correction does to the posterior of the bead."""
        known = rows[here].confidence
        if known is None:
            return None
        moved = [self._posterior(rows, here, read) for read in (now, _without_corrections(state, rows[here], now))]
        if None in moved:
            return known
        after, before = (_odds(one) for one in moved if one is not None)
        return round(1 / (1 + math.exp(before - after - _odds(known))), 4)

    def _posterior(self, rows: Sequence[Pairing], here: int, read: TextLookup) -> float | None:
        """Calibrated confidence of one row's bead among these rows; None where a side is empty."""
        sides = [[read(side, spans).text for row in rows for spans in row.side(side)] for side in SIDES]
        if not all(sides):
            return None
        most = AlignmentConfig().max_bead
        source, target = (EncodedSide.of(texts, self.encoder.encode(texts), most) for texts in sides)
        material, weights = DocumentPair(source, target, self.encoder, self.ratio), Weights.fitted()
        edges = candidates(material, weights.coarse, most)
        posterior = second_pass(material, edges, weights)
        start = [sum(len(row.side(side)) for row in rows[:here]) for side in SIDES]
        stop = [at + len(rows[here].side(side)) for at, side in zip(start, SIDES, strict=True)]
        found = (edges.start == start).all(axis=1) & (edges.stop == stop).all(axis=1)
        if not found.any():
            return MIN_CONFIDENCE
        cosine = pooled_cosines(material, edges.where(found))
        return float(weights.calibration.confidence(posterior[found], cosine)[0])

    def _answered(
        self, state: State, doubts: Doubts, rows: Sequence[Pairing], here: int, now: TextLookup
    ) -> frozenset[str]:
        """The row's open checks that its corrections leave without ground."""
        row = rows[here]
        open_ = [doubt for doubt in doubts.of_row(state, Row(row)) if doubt.open]
        asked = [doubt for doubt in open_ if doubt.flag.kind.startswith("check.")]
        if not asked:
            return frozenset()
        before = self._checks(state, doubts, rows, _without_corrections(state, row, now), as_found=here)
        after = self._checks(state, doubts, rows, now)
        return frozenset(
            doubt.id for doubt in asked if _is_raised(doubt.flag, before) and not _is_raised(doubt.flag, after)
        )

    def _checks(
        self,
        state: State,
        doubts: Doubts,
        rows: Sequence[Pairing],
        read: TextLookup,
        as_found: int | None = None,
    ) -> tuple[Flag, ...]:
        """What the checks say of these rows, the doubts that are open in them heard.

        ``as_found``: of this row all, as nothing were decided.
        """
        texts = {side: [read(side, spans) for row in rows for spans in row.side(side)] for side in SIDES}
        source, target = ([Sentence(index, one) for index, one in enumerate(texts[side])] for side in SIDES)
        flags = [
            replace(doubt.flag, sentence=index)
            for number, row in enumerate(rows)
            for doubt in doubts.of_row(state, Row(row))
            if doubt.open or number == as_found
            for index in _holds(doubt, rows)
        ]
        alignment = Alignment(tuple(_beads(rows)), len(source), len(target))
        return find_checks(source, target, alignment, self.encoder, languages=self.languages, flags=flags)


def corrected_text(state: State, side: Side, spans: Spans) -> TracedText:
    """A sentence with the reviewer's corrections in it, each letter standing for its word's whole place."""
    letters = state.side_views[side].traced_text(spans)
    if not state.verdicts or not state.verdict_index.overlapping(Place(side, spans)):
        return letters
    parts = []
    for piece in segments(state, side, spans, (), words=True):
        start, stop = min(piece.spans).start, max(span.stop for span in piece.spans)
        at = np.full(len(piece.text), start, dtype=np.int32)
        parts.append(TracedText(piece.text, at, np.full(len(piece.text), stop, dtype=np.int32)))
    return TracedText.join(parts)


def with_scores(row: Row, doubts: Sequence[Doubt], fresh: RowScores | None) -> tuple[Row, list[Doubt]]:
    """A row and its doubts with what is known afresh of them."""
    if fresh is None:
        return row, list(doubts)
    pairing = replace(row.pairing, score=fresh.score, confidence=fresh.confidence)
    answered = Verdict(None, "answered")
    settled = [
        replace(doubt, verdict=answered) if doubt.open and doubt.id in fresh.answered else doubt
        for doubt in doubts
    ]
    return replace(row, pairing=pairing), settled


def stale(state: State, row: Row) -> bool:
    """Whether a row is other than what it was weighed as: corrected, or paired by hand."""
    if row.pairing.score is None and row.pairing.source and row.pairing.target:
        return True
    return any(
        state.verdicts[place].text is not None
        for side in SIDES
        if row.side(side)
        for place in state.verdict_index.overlapping(Place(side, flat(row.side(side))))
    )


def _without_corrections(state: State, row: Pairing, now: TextLookup) -> TextLookup:
    """The same, this row as it was read."""
    own = {(side, spans) for side in SIDES for spans in row.side(side)}

    def letters(side: Side, spans: Spans) -> TracedText:
        return state.side_views[side].traced_text(spans) if (side, spans) in own else now(side, spans)

    return letters


def _window(state: State, number: int) -> range:
    """The rows around one, as far as the next that is confirmed."""
    first = last = number
    while first > max(number - WINDOW, 0) and state.rows[first - 1].status != "confirmed":
        first -= 1
    while last < min(number + WINDOW, len(state.rows) - 1) and state.rows[last + 1].status != "confirmed":
        last += 1
    return range(first, last + 1)


def _beads(rows: Sequence[Pairing]) -> list[Bead]:
    """The rows as beads of their own sentences."""
    made = []
    i = j = 0
    for row in rows:
        k, m = i + len(row.source), j + len(row.target)
        made.append(
            Bead(range(i, k), range(j, m), row.score, 1.0 if row.confidence is None else row.confidence)
        )
        i, j = k, m
    return made


def _holds(doubt: Doubt, rows: Sequence[Pairing]) -> list[int]:
    """The number of the sentence that a doubt stands in."""
    side = doubt.flag.side
    sentences = (spans for row in rows for spans in row.side(side))
    place = doubt.place
    return [at for at, spans in enumerate(sentences) if place.overlaps(Place(side, spans))][:1]


def _is_raised(flag: Flag, found: Sequence[Flag]) -> bool:
    """Whether one of the flags found says the same of the same place."""
    return any(
        (other.side, other.kind) == (flag.side, flag.kind)
        and any(one.overlaps(two) for one in flag.spans for two in other.spans)
        for other in found
    )


def _odds(confidence: float) -> float:
    """Log-odds, finite."""
    inside = min(max(confidence, MIN_CONFIDENCE), 1 - MIN_CONFIDENCE)
    return math.log(inside / (1 - inside))
