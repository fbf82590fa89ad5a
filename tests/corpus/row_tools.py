"""Rows of documents without any alignment, and the files of a collection."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from align.corpus import tables
from align.corpus.document import CorpusDocument
from align.corpus.failed_rows import failed_rows, named_row
from align.corpus.tables import Tables

COMPARED = ("documents", "sentences", "beads", "flags")
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def part(document: str, key: str = "k", *, error: str | None = None) -> Tables:
    """The tables of one document: one sentence and one bead, or an error."""
    one = CorpusDocument(document, (), (document,))
    timing = {"document": document, "key": key, "seconds": 1.0, "finished": BEGAN, "megabytes": 1.0}
    if error is not None:
        return tables.of_rows(failed_rows(one, key, error) | {"timings": [timing]})
    sentence = {"document": document, "side": "source", "sentence": 1, "text": f"{document} {key}"}
    return tables.of_rows(
        {
            "documents": [named_row(one, key) | {"status": "aligned"}],
            "sentences": [sentence | {"spans": []}],
            "beads": [{"document": document, "bead": 1, "type": "1-1"}],
            "timings": [timing],
        }
    )


def compared(folder: Path) -> Mapping[str, bytes]:
    """The files of the tables that are equal for equal input."""
    files = [path for name in COMPARED for path in sorted((folder / name).glob("*"))]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def held(found: Tables) -> dict[str, str]:
    """Id of each document -> its sentence, or its error; fails where a table holds a document twice."""
    rows = found["documents"].to_pylist()
    texts = {row["document"]: row["text"] for row in found["sentences"].to_pylist()}
    assert len(texts) == found["sentences"].num_rows == found["beads"].num_rows
    assert len({row["document"] for row in rows}) == len(rows) == found["timings"].num_rows
    return {row["document"]: row["error"] or texts.pop(row["document"]) for row in rows}
