"""A bitext as JSON, schema ``align/bitext-1``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from json import dumps
from typing import Any

from align.alignment.bead import Bead, Crossing
from align.alignment.realign import RealignedRegion
from align.bitext import Bitext, SideText
from align.export.exported import ExportedFiles
from align.export.row import ExportSet
from align.flag import Flag, Suggestion
from align.text.document import Document, Side
from align.text.span import Span

SCHEMA = "align/bitext-1"


def json(work: ExportSet) -> ExportedFiles:
    """Everything found, whatever was decided: the whole bitext."""
    return ExportedFiles.of(dumps(to_json(work.review.bitext), ensure_ascii=False, indent=1) + "\n")


def to_json(bitext: Bitext) -> dict[str, Any]:
    """Everything a run found, as values that ``json.dumps`` takes.

    Spans are ``[start, stop]`` in code points of the raw file that ``documents`` names for the side;
    ``aside`` and ``moved`` carry the side's name, ``metadata.spans`` the places of the archive's own words.
    """
    sides: dict[Side, SideText | None] = {"source": bitext.source, "target": bitext.target}
    return {
        "schema": SCHEMA,
        "documents": {side: text and _document(text) for side, text in sides.items()},
        "metadata": _metadata(bitext.documents),
        "sentences": {side: _sentences(text) if text else [] for side, text in sides.items()},
        "beads": [
            {
                "id": bead_id(number),
                **_sides(bead),
                "score": None if bead.score is None else round(bead.score, 4),
                "confidence": round(bead.confidence, 4),
            }
            for number, bead in enumerate(bitext.alignment.beads)
        ],
        "crossings": [
            {**_sides(crossing), "score": round(crossing.score, 4)} for crossing in bitext.alignment.crossings
        ],
        "realigned": [_change(change, bitext.bead_of) for change in bitext.realigned],
        "flags": [
            _flag(number, flag, bitext.bead_of.get((flag.side, flag.sentence)))
            for number, flag in enumerate(bitext.flags)
        ],
        "aside": [
            {"side": text.side, "span": _span(aside.span), "reason": aside.reason}
            for text in bitext.texts
            for aside in text.aside
        ],
        "moved": [
            {"side": text.side, "span": _span(move.span), "after": move.after, "reason": move.reason}
            for text in bitext.texts
            for move in text.moves
        ],
        "signature": asdict(bitext.signature),
    }


def _change(change: RealignedRegion, bead_of: Mapping[tuple[Side, int], int]) -> dict[str, Any]:
    """The beads as they were, by their sentences, and the ids of those that replaced them."""
    return {
        "before": [_sides(bead) for bead in change.before],
        "after": [bead_id(bead_of[bead.first]) for bead in change.after],
    }


def _sides(bead: Bead | Crossing) -> dict[str, list[str]]:
    return {
        "source": [sentence_id("source", index) for index in bead.source],
        "target": [sentence_id("target", index) for index in bead.target],
    }


def sentence_id(side: Side, index: int) -> str:
    """``s1``, ``s2`` … in the source, ``t1``, ``t2`` … in the target."""
    return f"{side[0]}{index + 1}"


def bead_id(number: int) -> str:
    """``b1``, ``b2`` …, in order."""
    return f"b{number + 1}"


def _document(text: SideText) -> dict[str, str]:
    return {"name": text.document.name, "sha256": text.document.sha256, "language": text.language}


def _metadata(documents: Iterable[Document]) -> dict[str, Any]:
    """The first document's word on each field; where the words stand, by the file's sha256."""
    found: dict[str, Any] = {}
    for document in documents:
        for name, value in asdict(document.metadata).items():
            found[name] = found.get(name) or value
    found["spans"] = {
        document.sha256: [_span(span) for span in document.spans("metadata")] for document in documents
    }
    return found


def _sentences(text: SideText) -> list[dict[str, Any]]:
    return [
        {
            "id": sentence_id(text.side, sentence.index),
            "text": sentence.text,
            "spans": [_span(span) for span in sentence.origin],
        }
        for sentence in text.sentences
    ]


def _flag(number: int, flag: Flag, bead: int | None) -> dict[str, Any]:
    return {
        "id": f"f{number + 1}",
        "side": flag.side,
        "spans": [_span(span) for span in flag.spans],
        "text": flag.text,
        "kind": flag.kind,
        "confidence": round(flag.confidence, 4),
        "reason": flag.reason,
        "bead": None if bead is None else bead_id(bead),
        "suggestions": [_suggestion(suggestion) for suggestion in flag.suggestions],
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "text": suggestion.text,
        "confidence": round(suggestion.confidence, 4),
        "evidence": {
            name: value if isinstance(value, str) else round(float(value), 4)
            for name, value in suggestion.evidence.items()
        },
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.stop]
