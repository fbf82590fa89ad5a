"""JSON of schema ``align/bitext-1`` as version 0.1 wrote it: without the text of the files.

It is completed from the files themselves. The provenance of each sentence, which version 0.1 gave as spans
only, is found by a comparison of the raw text of these spans with the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import numpy as np

from align.errors import AlignError, InputError
from align.export.bitext_json import file_json
from align.text.document import SIDES, Document, Side
from align.text.readers.archive import read_archive
from align.text.readers.plain import read_plain
from align.text.trace import TracedText
from align.text.trace_runs import to_runs


def completed(value: Mapping[str, Any], files: Iterable[Path], path: Path) -> dict[str, Any]:
    """The same with the keys that today's reader needs.

    Args:
        value: What version 0.1 wrote.
        files: The files that were aligned, in any order.
        path: Where the JSON is; files of the recorded names are looked for beside it.

    Raises:
        InputError: A file is missing, or has another text than the one that was aligned.
    """
    documents = _documents(value, [*files, *_recorded(value, path.parent)], path)
    ids = {sha256: f"d{number}" for number, sha256 in enumerate(documents, start=1)}
    described = {
        side: one and {**one, "file": ids[one["sha256"]]} for side, one in value["documents"].items()
    }
    sentences: dict[str, list[dict[str, Any]]] = {
        side: [_traced(one, documents[described[side]["sha256"]].raw) for one in value["sentences"][side]]
        for side in SIDES
    }
    return {
        **value,
        "documents": described,
        "sentences": sentences,
        "flags": [{**flag, "sentence": _sentence_of(flag, sentences)} for flag in value["flags"]],
        "realigned": [_with_scores(region) for region in value["realigned"]],
        "files": [file_json(ids[sha256], document) for sha256, document in documents.items()],
    }


def _recorded(value: Mapping[str, Any], folder: Path) -> list[Path]:
    """The files of the recorded names that are in a folder."""
    names = dict.fromkeys(one["name"] for one in value["documents"].values() if one)
    return [folder / name for name in names if (folder / name).is_file()]


def _documents(value: Mapping[str, Any], files: Iterable[Path], json: Path) -> dict[str, Document]:
    """The documents that were aligned, by sha256."""
    sides: dict[str, list[Side]] = {}
    for side in SIDES:
        if value["documents"][side] is not None:
            sides.setdefault(value["documents"][side]["sha256"], []).append(side)
    found: dict[str, Document] = {}
    for file in files:
        for sha256, own in sides.items():
            document = _read(file, own)
            if sha256 not in found and document is not None and document.sha256 == sha256:
                found[sha256] = document
    for sha256, own in sides.items():
        if sha256 not in found:
            name = value["documents"][own[0]]["name"]
            raise InputError(
                f"{json}: expected the file {name} (sha256 {sha256[:12]}…), whose text version 0.1 did "
                "not store; give it as files=[…], or put it beside the JSON"
            )
    return {sha256: found[sha256] for sha256 in sides}


def _read(path: Path, sides: list[Side]) -> Document | None:
    """A file as a page of both sides, or of one; ``None`` where it cannot be read so."""
    page = None
    try:
        page = read_archive(path)
    except AlignError:
        if len(sides) > 1:
            return None
    if page is not None and all(page.spans(side) for side in sides):
        return page
    try:
        return read_plain(path, sides[0])
    except AlignError:
        return None


def _traced(sentence: Mapping[str, Any], raw: str) -> dict[str, Any]:
    """A sentence with its provenance, character by character."""
    places = [at for start, stop in sentence["spans"] for at in range(start, stop)]
    text = sentence["text"]
    starts: list[int] = []
    stops: list[int] = []
    for _, i, j, k, m in SequenceMatcher(
        None, "".join(raw[at] for at in places), text, autojunk=False
    ).get_opcodes():
        for number in range(m - k):
            at = i + number
            inside = at < j
            start = places[at] if inside else (stops[-1] if stops else places[0])
            starts.append(start)
            stops.append(start + 1 if inside else start)
    trace = TracedText(text, np.array(starts, np.int32), np.array(stops, np.int32))
    return {**sentence, "trace": [list(run) for run in to_runs(trace)]}


def _sentence_of(flag: Mapping[str, Any], sentences: Mapping[str, list[dict[str, Any]]]) -> str:
    """The id of the first sentence that holds some of a flag's text."""
    for sentence in sentences[flag["side"]]:
        if any(
            start < stop_ and start_ < stop
            for start, stop in flag["spans"]
            for start_, stop_ in sentence["spans"]
        ):
            return str(sentence["id"])
    raise InputError(f"the flag {flag['id']} stands in no sentence; was the file edited?")


def _with_scores(region: Mapping[str, Any]) -> dict[str, Any]:
    """A region aligned again; version 0.1 did not store the scores of its former beads."""
    unknown = {"score": None, "confidence": 0.0}
    return {**region, "before": [{**unknown, **bead} for bead in region["before"]]}
