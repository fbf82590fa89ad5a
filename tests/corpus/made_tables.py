"""Small tables of collections, made without an encoder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from align.corpus import tables
from align.corpus.schema import Rows, TableName
from align.corpus.store import partition_of, partitions

RUSSIAN = "Ваш ответ получил вчера вечером, спасибо за него, он пришёл"
ENGLISH = "I received your reply last night, thank you for it, it came"


def flag(text: str, *suggestions: tuple[str, float], **others: Any) -> dict[str, Any]:
    """A flag of a document made by :func:`document`."""
    best = [{"text": typed, "confidence": sure} for typed, sure in suggestions]
    usual = {"side": "source", "sentence": 1, "kind": "ocr.unknown-word", "confidence": 0.9}
    return usual | {"text": text, "reason": "", "suggestions": best, "spans": []} | others


def document(
    name: str,
    flags: Sequence[Mapping[str, Any]] = (),
    sentences: int = 3,
    sides: str = "source target",
    *,
    confidences: Sequence[float] = (),
    **others: Any,
) -> dict[TableName, Rows]:
    """The rows of a document whose sentences are all alike; ``others``: of its row of documents.

    ``confidences``: of its beads, doubtful below .5. With ``pages`` a page has two sentences.
    """
    pages = others.pop("pages", False)
    texts = {"source": RUSSIAN, "target": ENGLISH}
    present = {side: side in sides.split() for side in texts}
    row = {
        "document": name,
        "status": "aligned" if all(present.values()) else "alone",
        "original": f"{name}.txt",
        "source_language": "ru" if present["source"] else None,
        "target_language": "en" if present["target"] else None,
        **{f"{side}_sentences": sentences * there for side, there in present.items()},
        "beads": len(confidences),
        "flags": len(flags),
        "key": name.rjust(32, "0"),
    }
    return {
        "documents": [row | others],
        "sentences": [
            {"document": name, "side": side, "sentence": at, "text": texts[side], **_page(pages, at)}
            for side, there in present.items()
            for at in range(1, sentences * there + 1)
        ],
        "beads": [
            {"document": name, "bead": at, "confidence": sure, "doubtful": sure < 0.5}
            for at, sure in enumerate(confidences, 1)
        ],
        "flags": [
            {"document": name, "flag": at, **_page(pages, one["sentence"]), **one}
            for at, one in enumerate(flags, 1)
        ],
        "timings": [{"document": name, "seconds": 1.5, "finished": datetime.now(UTC), "megabytes": 800.0}],
    }


def _page(pages: bool, number: int) -> dict[str, Any]:  # noqa: FBT001
    page = (number + 1) // 2
    return {"page": page, "picture": f"scans/p{page}.jpg"} if pages else {}


def failure(name: str, error: str) -> dict[TableName, Rows]:
    """The rows of a document that failed."""
    counts = {"source_sentences": 0, "target_sentences": 0, "beads": 0, "flags": 0}
    row = {"document": name, "status": "failed", "error": error, "original": f"{name}.txt", "key": name}
    return {"documents": [row | counts]}


def write_tables(folder: Path, *documents: Mapping[TableName, Rows], count: int = 2) -> Path:
    """Write the tables of a collection in ``count`` partitions; returns the folder."""
    for partition in partitions(folder, count):
        own = [
            tables.of_rows(rows)
            for rows in documents
            if partition_of(rows["documents"][0]["document"], count) == partition.number
        ]
        for name, table in tables.in_order(tables.joined(own)).items():
            partition.file(name).parent.mkdir(parents=True, exist_ok=True)
            pq.write_table(table, partition.file(name))
    return folder


def write_copies(folder: Path, *rows: tuple[str, str, float]) -> None:
    """Write a table of copies and excerpts: document, the document it is made of, similarity."""
    names = ("document", "duplicate_of", "similarity")
    (folder / "duplicates").mkdir()
    kinds = ({"kind": "copy" if row[2] > 0.85 else "excerpt"} for row in rows)
    found = [dict(zip(names, row, strict=True)) | kind for row, kind in zip(rows, kinds, strict=True)]
    pq.write_table(pa.Table.from_pylist(found), folder / "duplicates" / "part-00000.parquet")
