"""The state as a browser receives it: rows, their segments and doubts. JSON values only.

    row    {id, status, needs, later, comment, confidence, sure, score, why, partner, cells, doubts}
    cells  {source, target}                        a cell each; partner: a sentence's id, of text that moved
    cell   [{id, pieces: [{t, d?, old?}]}]         a sentence each; t text, d doubt's id
    doubt  {id, side, kind, word, text, state, reading, confidence, reason, suggestions: [{t, c, e}]}

A row's detail (sent when it has the focus) holds the same cells word by word, each segment with its id, and
where each side stands in the file. ``e`` lists the contributions to a suggestion's score: label and nats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from align.flag import KINDS, Suggestion, evidence_label
from align.review.channel_update import ReviewedChannel
from align.review.doubts import Doubt
from align.review.explain import explain
from align.review.patch import Verdict
from align.review.place import Place, flat
from align.review.queue import needs_review, sureness
from align.review.row import Row, sentence_id
from align.review.segments import Segment, segments
from align.review.state import State
from align.text.document import SIDES, Side

MAX_SUPPORTING = 3
"""Contributions that support a suggestion which its card shows; JSON has them all."""


@dataclass(frozen=True)
class View:
    """How to show a state.

    ``rescored``: gives a row with its doubts, as they were last rescored. ``ratio``: target characters for
    one of the source.
    """

    rescored: Callable[[Row], tuple[Row, list[Doubt]]]
    ratio: float = 1.0

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
            "doubts": [self.doubt(doubt) for doubt in here] + list(_corrections(state, row, here)),
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
                    segment_json(segment, named=words)
                    for segment in segments(state, side, spans, doubts, words=words)
                ],
            }
            for spans in row.side(side)
        ]

    def doubt(self, doubt: Doubt) -> dict[str, Any]:
        """One doubt with its suggestions, best first."""
        flag, verdict = doubt.flag, doubt.verdict
        shown = {
            "id": doubt.id,
            "side": flag.side,
            "kind": flag.kind,
            "word": KINDS[flag.kind],
            "text": " ".join(flag.text.split()),
            "state": doubt.state,
            "confidence": round(flag.confidence, 3),
            "reason": flag.reason,
            "suggestions": [suggestion_json(one) for one in flag.suggestions],
        }
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


def segment_json(segment: Segment, *, named: bool) -> dict[str, Any]:
    """A segment; ``named``: with its id."""
    shown: dict[str, Any] = {"t": segment.text}
    if named:
        shown["id"] = segment.id
    if segment.doubt is not None or segment.verdict is not None:
        shown["d"] = segment.doubt or f"v{segment.id}"
    if segment.old is not None:
        shown["old"] = segment.old
    return shown


def suggestion_json(suggestion: Suggestion) -> dict[str, Any]:
    """A suggestion with the largest contributions to its score."""
    shown: dict[str, Any] = {"t": suggestion.text, "c": round(suggestion.confidence, 3)}
    if suggestion.evidence:
        shown["e"] = [_evidence_text(name, value) for name, value in _largest(suggestion.evidence)]
    return shown


def _largest(evidence: Mapping[str, float | str]) -> list[tuple[str, float | str]]:
    """The largest contributions that support a suggestion, the largest that opposes it, and its words."""
    numbers = [(name, value) for name, value in evidence.items() if not isinstance(value, str)]
    supporting = [(name, value) for name, value in numbers if value > 0][:MAX_SUPPORTING]
    opposing = sorted(((name, value) for name, value in numbers if value < 0), key=lambda one: one[1])[:1]
    words = [(name, value) for name, value in evidence.items() if isinstance(value, str)]
    return [*supporting, *opposing, *words]


def _evidence_text(name: str, value: float | str) -> str:
    """``the words beside it +4.7`` (nats); ``the translation has “your”``."""
    label = evidence_label(name)
    return f"{label} “{value}”" if isinstance(value, str) else f"{label} {value:+.1f}"


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
        "word": "your own correction",
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
