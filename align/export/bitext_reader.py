"""JSON of schema ``align/bitext-1`` -> bitext; the inverse of :mod:`align.export.bitext_json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from align.alignment.bead import Alignment, Bead, Crossing
from align.alignment.realign import RealignedRegion
from align.bitext_data import BitextData
from align.errors import InputError, ReadError
from align.export.bitext_json import SCHEMA
from align.export.former_json import completed
from align.facsimile.json_value import from_value
from align.flag import Flag, Suggestion
from align.signature import Signature
from align.text.clean import Excluded, Move
from align.text.document import SIDES, Document, Metadata, Section, Side
from align.text.sentence import Sentence
from align.text.side_text import SideText
from align.text.span import Span
from align.text.trace_runs import from_runs


def read_bitext(path: Path | str, files: Iterable[Path | str] = ()) -> BitextData:
    """Read a JSON file of schema ``align/bitext-1``.

    Args:
        path: The JSON file.
        files: The files that were aligned, where the JSON was written by version 0.1, which did not store
            their text. They are also looked for beside the JSON.

    Raises:
        ReadError: The file cannot be read, or is no JSON.
        InputError: It is no bitext, or the text of its files is missing.
    """
    path = Path(path)
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file; check the path") from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error
    except ValueError as error:
        raise ReadError(f"{path}: expected JSON: {error}; give a file that Bitext.save wrote") from error
    if isinstance(value, Mapping) and value.get("schema") == SCHEMA and "files" not in value:
        value = completed(value, map(Path, files), path)
    return from_json(value, str(path)).seen_in(path.parent)


def from_json(value: Any, name: str = "JSON") -> BitextData:  # noqa: ANN401  # whatever a file holds
    """Build the bitext that :func:`align.export.bitext_json.to_json` wrote; nothing is computed again.

    Args:
        value: What ``json.loads`` returned.
        name: What error messages call it.

    Raises:
        InputError: The value is no bitext.
    """
    if not isinstance(value, Mapping) or value.get("schema") != SCHEMA:
        raise InputError(f"{name}: expected JSON of schema {SCHEMA}; give a file that Bitext.save wrote")
    try:
        return _bitext(value)
    except KeyError as error:
        raise InputError(
            f"{name}: expected the key {error} of schema {SCHEMA}; was the file edited?"
        ) from error
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        raise InputError(f"{name}: does not follow schema {SCHEMA}: {error}; was the file edited?") from error


def _bitext(value: Mapping[str, Any]) -> BitextData:
    documents = {one["id"]: _document(one) for one in value["files"]}
    sides = {side: _side(side, value, documents) for side in SIDES}
    beads = _beads(value["beads"], (0, 0))
    return BitextData(
        sides["source"],
        sides["target"],
        Alignment(
            beads,
            len(value["sentences"]["source"]),
            len(value["sentences"]["target"]),
            tuple(map(_crossing, value.get("crossings", ()))),
        ),
        tuple(_flag(one) for one in value["flags"]),
        Signature(**value["signature"]),
        tuple(_realigned(one, beads) for one in value["realigned"]),
        tuple(value.get("notes", ())),
    )


def _document(value: Mapping[str, Any]) -> Document:
    document = Document(
        value["name"],
        value["text"],
        tuple(Section(one["part"], Span(*one["span"])) for one in value["sections"]),
        Metadata(**value["metadata"]),
        value["encoding"],
        tuple(value.get("notes", ())),
        from_value(value["facsimile"]) if "facsimile" in value else None,
    )
    if document.sha256 != value["sha256"]:
        raise ValueError(f"the sha256 of the text of {document.name} is not {value['sha256']}")
    return document


def _side(side: Side, value: Mapping[str, Any], documents: Mapping[str, Document]) -> SideText | None:
    described = value["documents"][side]
    if described is None:
        return None
    return SideText(
        side,
        documents[described["file"]],
        described["language"],
        tuple(_sentence(index, one) for index, one in enumerate(value["sentences"][side])),
        tuple(Excluded(Span(*one["span"]), one["reason"]) for one in value["aside"] if one["side"] == side),
        tuple(
            Move(Span(*one["span"]), one["after"], one["reason"])
            for one in value["moved"]
            if one["side"] == side
        ),
        tuple(described.get("notes", ())),
    )


def _sentence(index: int, value: Mapping[str, Any]) -> Sentence:
    runs = value.get("trace") or [(start, stop, stop - start) for start, stop in value["spans"]]
    traced = from_runs(value["text"], [(start, stop, length) for start, stop, length in runs])
    return Sentence(index, traced, value.get("language"), value.get("old_spelling", False))


def _beads(values: Sequence[Mapping[str, Any]], at: tuple[int, int]) -> tuple[Bead, ...]:
    """Beads one after another, the first at these source and target indices."""
    beads: list[Bead] = []
    for value in values:
        bead = Bead(*_ranges(value, at), value["score"], value["confidence"])
        beads.append(bead)
        at = bead.source.stop, bead.target.stop
    return tuple(beads)


def _ranges(value: Mapping[str, Any], at: tuple[int, int]) -> tuple[range, range]:
    """The sentences of both sides as ranges; a side without sentences is the empty range at ``at``."""
    source, target = (
        range(_index(ids[0]), _index(ids[-1]) + 1) if ids else range(start, start)
        for ids, start in zip((value["source"], value["target"]), at, strict=True)
    )
    return source, target


def _crossing(value: Mapping[str, Any]) -> Crossing:
    """A crossing; one written before version 0.2 has no beads."""
    beads = (Bead(*_ranges(one, (0, 0)), one["score"], one["confidence"]) for one in value.get("beads", ()))
    return Crossing(*_ranges(value, (0, 0)), value["score"], tuple(beads))


def _realigned(value: Mapping[str, Any], beads: Sequence[Bead]) -> RealignedRegion:
    after = tuple(beads[_index(id_)] for id_ in value["after"])
    return RealignedRegion(_beads(value["before"], (after[0].source.start, after[0].target.start)), after)


def _flag(value: Mapping[str, Any]) -> Flag:
    return Flag(
        value["side"],
        _index(value["sentence"]),
        tuple(Span(*span) for span in value["spans"]),
        value["text"],
        value["kind"],
        value["confidence"],
        value["reason"],
        tuple(
            Suggestion(one["text"], one["confidence"], dict(one["evidence"])) for one in value["suggestions"]
        ),
    )


def _index(id_: str) -> int:
    """``s3``, ``t3``, ``b3`` -> 2."""
    return int(id_[1:]) - 1
