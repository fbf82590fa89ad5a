"""A bitext as JSON, schema ``align/bitext-1``.

The schema is published as JSON Schema (draft 2020-12) in ``schema/bitext-1.schema.json``. Keys may be added
to it; none is removed or changes its meaning. :mod:`align.export.bitext_reader` is the inverse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from json import dumps, loads
from typing import Any

from align.alignment.bead import Bead, Crossing
from align.alignment.realign import RealignedRegion
from align.bitext_data import BitextData
from align.export.export_set import ExportedFiles, ExportSet
from align.export.picture_names import away_messages, bitext_seen_from
from align.facsimile.json_value import to_value
from align.flag import Flag, Suggestion
from align.text.document import SIDES, Document, Side
from align.text.sentence import Sentence
from align.text.side_text import SideText
from align.text.span import Span
from align.text.trace_runs import to_runs

SCHEMA = "align/bitext-1"
DIGITS = 4
"""Decimal places of scores and confidences in an export."""


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of :func:`to_json`.

    Example:
        >>> from align.export.bitext_json import schema
        >>> schema()["title"]
        'align/bitext-1'
    """
    text = files("align.export").joinpath("schema/bitext-1.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = loads(text)
    return found


def json(work: ExportSet) -> ExportedFiles:
    """The whole bitext as it was computed; a reviewer's decisions do not change it."""
    bitext = work.review.bitext
    away = (
        message
        for document in bitext.documents
        if document.facsimile is not None
        for message in away_messages(document.facsimile, document.folder, work.folder)
    )
    return ExportedFiles.of(to_text(bitext_seen_from(bitext, work.folder)), tuple(away))


def to_text(bitext: BitextData, digits: int | None = DIGITS) -> str:
    """The text of a JSON file; ``digits`` as in :func:`to_json`."""
    return dumps(to_json(bitext, digits), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_json(bitext: BitextData, digits: int | None = DIGITS) -> dict[str, Any]:
    """The bitext as a value for ``json.dumps``.

    Spans are ``[start, stop]`` in code points of the raw file that ``documents`` names for the side.

    Args:
        bitext: What to write.
        digits: Decimal places of scores and confidences; ``None`` writes them in full.

    Returns:
        A value that is valid against :func:`schema`.
    """
    return _Writer(bitext, digits).value()


def sentence_id(side: Side, index: int) -> str:
    """``s1``, ``s2`` … in the source, ``t1``, ``t2`` … in the target."""
    return f"{side[0]}{index + 1}"


def bead_id(number: int) -> str:
    """``b1``, ``b2`` …, in order."""
    return f"b{number + 1}"


class _Writer:
    """One bitext on its way to JSON."""

    def __init__(self, bitext: BitextData, digits: int | None) -> None:
        self.bitext = bitext
        self.digits = digits
        self.files = {document: f"d{number}" for number, document in enumerate(bitext.documents, start=1)}

    def value(self) -> dict[str, Any]:
        """The whole value, its keys in the order of the file."""
        bitext = self.bitext
        sides: Mapping[Side, SideText | None] = {"source": bitext.source, "target": bitext.target}
        return {
            "schema": SCHEMA,
            "documents": {side: text and self._side(text) for side, text in sides.items()},
            "metadata": self._metadata(),
            "sentences": {
                side: [_sentence(side, one) for one in text.sentences] if text else []
                for side, text in sides.items()
            },
            "beads": [
                {"id": bead_id(number), **self._bead(bead)}
                for number, bead in enumerate(bitext.alignment.beads)
            ],
            "crossings": [self._crossing(crossing) for crossing in bitext.alignment.crossings],
            "realigned": [self._realigned(region) for region in bitext.realigned],
            "flags": [self._flag(number, flag) for number, flag in enumerate(bitext.flags, start=1)],
            "aside": [
                {"side": text.side, "span": _span(excluded.span), "reason": excluded.reason}
                for text in bitext.texts
                for excluded in text.excluded
            ],
            "moved": [
                {"side": text.side, "span": _span(move.span), "after": move.after, "reason": move.reason}
                for text in bitext.texts
                for move in text.moves
            ],
            "signature": asdict(bitext.signature),
            "files": [file_json(id_, document) for document, id_ in self.files.items()],
            **({"notes": list(bitext.pair_notes)} if bitext.pair_notes else {}),
        }

    def _side(self, text: SideText) -> dict[str, Any]:
        document = text.document
        return {
            "name": document.name,
            "sha256": document.sha256,
            "language": text.language,
            "file": self.files[document],
            **_notes(text),
        }

    def _metadata(self) -> dict[str, Any]:
        """Each field's value in the first document that has one; the spans of the metadata by sha256."""
        found: dict[str, Any] = {}
        for document in self.bitext.documents:
            for name, value in asdict(document.metadata).items():
                found[name] = found.get(name) or value
        found["spans"] = {
            document.sha256: [_span(span) for span in document.spans("metadata")]
            for document in self.bitext.documents
        }
        return found

    def _bead(self, bead: Bead) -> dict[str, Any]:
        score = None if bead.score is None else self._number(bead.score)
        return {**_sides(bead), "score": score, "confidence": self._number(bead.confidence)}

    def _crossing(self, crossing: Crossing) -> dict[str, Any]:
        beads = {"beads": [self._bead(bead) for bead in crossing.beads]} if crossing.beads else {}
        return {**_sides(crossing), "score": self._number(crossing.score), **beads}

    def _realigned(self, region: RealignedRegion) -> dict[str, Any]:
        """The beads before, and the ids of those that replaced them."""
        return {
            "before": [self._bead(bead) for bead in region.before],
            "after": [bead_id(self.bitext.bead_of[bead.first]) for bead in region.after],
        }

    def _flag(self, number: int, flag: Flag) -> dict[str, Any]:
        bead = self.bitext.bead_of.get((flag.side, flag.sentence))
        return {
            "id": f"f{number}",
            "side": flag.side,
            "spans": [_span(span) for span in flag.spans],
            "text": flag.text,
            "kind": flag.kind,
            "confidence": self._number(flag.confidence),
            "reason": flag.reason,
            "bead": None if bead is None else bead_id(bead),
            "sentence": sentence_id(flag.side, flag.sentence),
            "suggestions": [self._suggestion(suggestion) for suggestion in flag.suggestions],
        }

    def _suggestion(self, suggestion: Suggestion) -> dict[str, Any]:
        return {
            "text": suggestion.text,
            "confidence": self._number(suggestion.confidence),
            "evidence": {
                name: value if isinstance(value, str) else self._number(value)
                for name, value in suggestion.evidence.items()
            },
        }

    def _number(self, value: float) -> float:
        return float(value) if self.digits is None else round(float(value), self.digits)


def _sides(bead: Bead | Crossing) -> dict[str, list[str]]:
    return {
        side: [sentence_id(side, index) for index in indices]
        for side, indices in zip(SIDES, (bead.source, bead.target), strict=True)
    }


def _sentence(side: Side, sentence: Sentence) -> dict[str, Any]:
    """``language`` and ``old_spelling`` are written where they differ from those of the side.

    ``trace`` is written only if a character stands for more or less than one code point.
    """
    spans = sentence.origin
    value: dict[str, Any] = {
        "id": sentence_id(side, sentence.index),
        "text": sentence.text,
        "spans": [_span(span) for span in spans],
    }
    if sentence.language is not None:
        value["language"] = sentence.language
    if sentence.old_spelling:
        value["old_spelling"] = True
    runs = to_runs(sentence.traced)
    if runs != [(span.start, span.stop, len(span)) for span in spans]:
        value["trace"] = [list(run) for run in runs]
    return value


def file_json(id_: str, document: Document) -> dict[str, Any]:
    """A raw file with its metadata and sections."""
    return {
        "id": id_,
        "name": document.name,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "metadata": asdict(document.metadata),
        "sections": [{"part": section.part, "span": _span(section.span)} for section in document.sections],
        "text": document.raw,
        **_notes(document),
        **({"facsimile": to_value(document.facsimile)} if document.facsimile else {}),
    }


def _notes(noted: Document | SideText) -> dict[str, list[str]]:
    """The notes of a file or a side, where there are some."""
    return {"notes": list(noted.notes)} if noted.notes else {}


def _span(span: Span) -> list[int]:
    return [span.start, span.stop]
