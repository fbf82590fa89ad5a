"""The state as a browser receives it: rows, their segments and doubts. JSON values only.

    row    {id, status, needs, later, comment, confidence, sure, score, why, partner, cells, doubts}
    cells  {source, target}                        a cell each; partner: a sentence's id, of text that moved
    cell   [{id, pieces: [{t, d?, old?, spans?}]}]  a sentence each; t text, d doubt's id
    doubt  {id, side, kind, word, text, state, reading, confidence, sure, whole, reason, suggestions}
    suggestion  {t, c, sure, e: [[label, nats]], w}     e contributions to its score, w translation's word

A row's detail (sent when it has the focus) holds the same cells word by word, each segment with its id, and
where each side stands in the file. ``sure``: how sure, in a word. ``whole``: about a whole sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from align.flag import KIND_NAMES, Suggestion, evidence_label
from align.review.channel_update import ReviewedChannel
from align.review.doubts import Doubt
from align.review.explain import explain
from align.review.patch import Verdict
from align.review.place import Place, flat
from align.review.queue import needs_review
from align.review.row import Row, sentence_id
from align.review.segments import Segment, segments
from align.review.state import State
from align.review.sureness import in_a_word, sureness
from align.text.document import SIDES, Side

MIN_CONTRIBUTION = 0.5
"""Nats below which a contribution to a suggestion's score is too weak to be shown; JSON has them all."""


@dataclass(frozen=True)
class View:
    """How to show a state.

    ``rescored``: gives a row with its doubts, as they were last rescored. ``ratio``: target characters for
    one of the source.
    """

    rescored: Callable[[Row], tuple[Row, list[Doubt]]]
    ratio: float = 1.0
    placed: frozenset[Side] = frozenset()

    def row(self, state: State, row: Row) -> dict[str, Any]:
        """One row; what is empty is left out."""
        row, here = self.rescored(row)
        score, moved = row.pairing.score, state.moved_in(row)
        always = {
            "id": row.id,
            "status": row.status,
            "needs": needs_review(row, here),
            "cells": {side: self.cell(state, side, row, here) for side in SIDES},
        }
        optional = {
            "later": row.later,
            "comment": row.comment,
            "confidence": None if row.pairing.confidence is None else round(row.pairing.confidence, 3),
            "sure": sureness(row),
            "score": None if score is None else round(score, 3),
            "why": explain(state, row, self.ratio),
            "partner": moved and moved.partner,
            "doubts": [self.doubt(state, doubt) for doubt in here] + list(_corrections(state, row, here)),
        }
        return always | {
            name: value for name, value in optional.items() if value not in (None, "", False, [])
        }

    def cell(
        self, state: State, side: Side, row: Row, doubts: Sequence[Doubt], *, words: bool = False
    ) -> list[dict[str, Any]]:
        """One side of a row; with ``words`` word by word, each segment with its id."""
        return [
            {
                "id": sentence_id(side, spans),
                "pieces": [
                    segment_json(segment, named=words, placed=words and side in self.placed)
                    for segment in segments(state, side, spans, doubts, words=words)
                ],
            }
            for spans in row.side(side)
        ]

    def doubt(self, state: State, doubt: Doubt) -> dict[str, Any]:
        """One doubt with its suggestions, best first."""
        flag, verdict = doubt.flag, doubt.verdict
        shown = {
            "id": doubt.id,
            "side": flag.side,
            "kind": flag.kind,
            "word": KIND_NAMES[flag.kind],
            "text": " ".join(flag.text.split()),
            "state": doubt.state,
            "confidence": round(flag.confidence, 3),
            "sure": in_a_word(flag.confidence),
            "reason": flag.reason,
            "suggestions": [suggestion_json(one) for one in flag.suggestions],
        }
        if flag.kind.startswith("check.") and state.covers_sentence(doubt.place):
            shown["whole"] = True
        return shown | ({} if verdict is None or verdict.text is None else {"reading": verdict.text})

    def status(self, state: State, row: Row) -> dict[str, Any]:
        """What a decision about a row alone can change."""
        row, here = self.rescored(row)
        return {
            "id": row.id,
            "status": row.status,
            "needs": needs_review(row, here),
            "later": row.later,
            "comment": row.comment,
            "why": explain(state, row, self.ratio),
        }

    def detail(self, state: State, row: Row, channels: Mapping[Side, ReviewedChannel]) -> dict[str, Any]:
        """A row word by word, where it stands, and its suggestions rescored with the reviewed channels."""
        row, here = self.rescored(row)
        return {
            "row": row.id,
            "cells": {side: self.cell(state, side, row, here, words=True) for side in SIDES},
            "where": {
                side: state.side_views[side].where(flat(row.side(side))) for side in SIDES if row.side(side)
            },
            "suggestions": {
                doubt.id: [suggestion_json(one) for one in channels[doubt.flag.side].rescored(doubt)]
                for doubt in here
                if doubt.open and doubt.flag.suggestions and doubt.flag.side in channels
            },
        }


def segment_json(segment: Segment, *, named: bool, placed: bool = False) -> dict[str, Any]:
    """A segment; ``named``: with its id; ``placed``: with its raw places."""
    shown: dict[str, Any] = {"t": segment.text}
    if named:
        shown["id"] = segment.id
    if segment.doubt is not None or segment.verdict is not None:
        shown["d"] = segment.doubt or f"v{segment.id}"
    if segment.old is not None:
        shown["old"] = segment.old
    if placed:
        shown["spans"] = [[span.start, span.stop] for span in segment.spans]
    return shown


def suggestion_json(suggestion: Suggestion) -> dict[str, Any]:
    """A suggestion with the contributions to its score that matter, the largest first."""
    shown: dict[str, Any] = {
        "t": suggestion.text,
        "c": round(suggestion.confidence, 3),
        "sure": in_a_word(suggestion.confidence),
    }
    numbers = [(name, value) for name, value in suggestion.evidence.items() if not isinstance(value, str)]
    ranked = sorted(numbers, key=lambda one: -abs(one[1]))
    contributions = [
        [evidence_label(name), round(value, 1)] for name, value in ranked if abs(value) >= MIN_CONTRIBUTION
    ]
    words = [value for value in suggestion.evidence.values() if isinstance(value, str)]
    return shown | ({"e": contributions} if contributions else {}) | ({"w": words[0]} if words else {})


def _corrections(state: State, row: Row, doubts: Sequence[Doubt]) -> Iterator[dict[str, Any]]:
    """Corrections at places without a doubt, shown like doubts so that they can be opened again."""
    for side in SIDES:
        for spans in row.side(side):
            if state.verdicts and state.verdict_index.overlapping(Place(side, spans)):
                for segment in segments(state, side, spans, doubts):
                    if segment.verdict is not None and segment.doubt is None:
                        yield _correction(side, segment, segment.verdict)


def _correction(side: Side, segment: Segment, verdict: Verdict) -> dict[str, Any]:
    return {
        "id": f"v{segment.id}",
        "side": side,
        "kind": "yours",
        "word": "your correction",
        "text": segment.old if segment.old is not None else segment.text,
        "state": verdict.how,
        "reading": segment.text,
        "suggestions": [],
    }


def correction_place(state: State, id: str) -> Place | None:  # noqa: A002  # the trade's word
    """The place of a correction by the id that its segment has (``vs120``)."""
    if id[:1] != "v" or not id[2:].isdecimal():
        return None
    side, start = id[1], int(id[2:])
    for place in state.verdicts:
        if place.side[0] == side and any(start in span for span in place.spans):
            return place
    return None
