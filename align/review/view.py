"""The state as a browser gets it: rows of pieces, their doubts and what is known of them. JSON values only.

    row    {id, status, needs, later, comment, confidence, sure, score, why, cells: {source, target}, doubts}
    cell   [{id, pieces: [{t, d?, old?, v?}]}]     a sentence each; t text, d doubt's id, v verdict
    doubt  {id, side, kind, family, word, text, state, reading, confidence, reason, suggestions: [{t, c, e}]}

A row's ``detail`` (asked for when it has the focus) is the same cell cut word by word, each piece with its
id, the words that answer each other, and where each side stands in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from align.bitext_data import BitextData
from align.flag import KINDS, Suggestion
from align.review.channel_update import ReviewedChannel
from align.review.doubts import Doubt
from align.review.explain import explain
from align.review.place import Place, flat
from align.review.queue import needs_review, sureness
from align.review.segments import Segment, segments
from align.review.state import Row, State, Verdict, sentence_id
from align.text.document import SIDES, Side


@dataclass(frozen=True)
class View:
    """How to show a state. ``look``: a row as weighed last, with its doubts.

    ``ratio``: usual target characters for one of the source.
    """

    look: Callable[[Row], tuple[Row, list[Doubt]]]
    ratio: float = 1.0

    def row(self, state: State, row: Row) -> dict[str, Any]:
        """One row."""
        row, here = self.look(row)
        score = row.pairing.score
        shown = {
            "id": row.id,
            "status": row.status,
            "needs": needs_review(row, here),
            "cells": {side: self.cell(state, side, row, here) for side in SIDES},
        }
        more = {
            "later": row.later,
            "comment": row.comment,
            "confidence": None if row.pairing.confidence is None else round(row.pairing.confidence, 3),
            "sure": sureness(row),
            "score": None if score is None else round(score, 3),
            "why": explain(state, row, self.ratio),
            "doubts": [self.doubt(doubt) for doubt in here] + list(_own(state, row, here)),
        }
        return shown | {name: value for name, value in more.items() if value not in (None, "", False, [])}

    def cell(
        self, state: State, side: Side, row: Row, doubts: Sequence[Doubt], *, words: bool = False
    ) -> list[dict[str, Any]]:
        """One side of a row."""
        return [
            {
                "id": sentence_id(side, spans),
                "pieces": [
                    drawn(piece, named=words) for piece in segments(state, side, spans, doubts, words=words)
                ],
            }
            for spans in row.side(side)
        ]

    def doubt(self, doubt: Doubt, suggestions: Sequence[Suggestion] | None = None) -> dict[str, Any]:
        """One doubt with its suggestions (or these), best first."""
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
            "suggestions": [
                _suggestion(one) for one in (flag.suggestions if suggestions is None else suggestions)
            ],
        }
        return shown | ({} if verdict is None or verdict.text is None else {"reading": verdict.text})

    def status(self, state: State, row: Row) -> dict[str, Any]:
        """What a decision about a row alone can change."""
        row, here = self.look(row)
        return {
            "id": row.id,
            "status": row.status,
            "needs": needs_review(row, here),
            "later": row.later,
            "comment": row.comment,
            "why": explain(state, row, self.ratio),
        }

    def detail(self, state: State, row: Row, learned: Mapping[Side, ReviewedChannel]) -> dict[str, Any]:
        """A row word by word, where it stands, and its doubts as weighed with what was ``learned``."""
        row, here = self.look(row)
        return {
            "row": row.id,
            "cells": {side: self.cell(state, side, row, here, words=True) for side in SIDES},
            "where": {
                side: state.sheets[side].where(flat(row.side(side))) for side in SIDES if row.side(side)
            },
            "suggestions": {
                doubt.id: [_suggestion(one) for one in learned[doubt.flag.side].weighed(doubt)]
                for doubt in here
                if doubt.open and doubt.flag.suggestions and doubt.flag.side in learned
            },
        }


def heading(bitext: BitextData) -> dict[str, Any]:
    """What stands above the rows: the archive's title, else the file's name; each side's language, file."""
    document = bitext.documents[0]
    return {
        "title": document.metadata.title or document.name,
        "sides": {
            text.side: {"language": text.language, "name": text.document.name} for text in bitext.texts
        },
    }


def drawn(piece: Segment, *, named: bool) -> dict[str, Any]:
    """A piece as a browser draws it; ``named``: with the id that it answers by."""
    shown: dict[str, Any] = {"t": piece.text}
    if named:
        shown["id"] = piece.id
    if piece.doubt is not None or piece.verdict is not None:
        shown["d"] = piece.doubt or f"v{piece.id}"
    if piece.old is not None:
        shown["old"] = piece.old
    return shown


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    shown: dict[str, Any] = {"t": suggestion.text, "c": round(suggestion.confidence, 3)}
    if suggestion.evidence:
        shown["e"] = [_said(name, value) for name, value in suggestion.evidence.items()]
    return shown


NAMES = {"channel": "letter shapes", "frequency": "how common", "vouched": "stands elsewhere"}
"""What the reviewer reads for the name of an evidence."""


def _said(name: str, value: float | str) -> str:
    """``context +2.1`` (nats); ``answered by “your”``."""
    return f"{name} “{value}”" if isinstance(value, str) else f"{NAMES.get(name, name)} {value:+.1f}"


def _own(state: State, row: Row, doubts: Sequence[Doubt]) -> Iterator[dict[str, Any]]:
    """Corrections at places where nobody had a doubt, to be seen and opened again like one."""
    for side in SIDES:
        for spans in row.side(side):
            if state.readings and state.verdicts.met(Place(side, spans)):
                for piece in segments(state, side, spans, doubts):
                    if piece.verdict is not None and piece.doubt is None:
                        yield _correction(side, piece, piece.verdict)


def _correction(side: Side, piece: Segment, verdict: Verdict) -> dict[str, Any]:
    return {
        "id": f"v{piece.id}",
        "side": side,
        "kind": "yours",
        "word": "your own reading",
        "text": piece.old if piece.old is not None else piece.text,
        "state": verdict.how,
        "reading": piece.text,
        "suggestions": [],
    }


def own_place(state: State, id: str) -> Place | None:  # noqa: A002  # the trade's word
    """The place of a correction by the id its piece has (``vs120``)."""
    if id[:1] != "v" or not id[2:].isdecimal():
        return None
    side, start = id[1], int(id[2:])
    for place in state.readings:
        if place.side[0] == side and any(start in span for span in place.spans):
            return place
    return None
