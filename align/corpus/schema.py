"""The tables of a collection: their columns, as Arrow types.

The version stands in the metadata of every Parquet file. Columns may be added to a version; none is removed
or changes its meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

import pyarrow as pa

VERSION = "align/corpus-1"

TableName = Literal["documents", "sentences", "beads", "flags", "timings"]

SPAN = pa.struct([("start", pa.int64()), ("stop", pa.int64())])
"""Code points of the raw text of the document."""

SUGGESTION = pa.struct([("text", pa.string()), ("confidence", pa.float64())])

COLUMNS: Mapping[TableName, Mapping[str, pa.DataType]] = MappingProxyType(
    {
        "documents": {
            "document": pa.string(),
            "status": pa.string(),
            "error": pa.string(),
            "original": pa.string(),
            "translation": pa.string(),
            "title": pa.string(),
            "date": pa.string(),
            "source_language": pa.string(),
            "target_language": pa.string(),
            "source_sentences": pa.int32(),
            "target_sentences": pa.int32(),
            "source_words": pa.int32(),
            "beads": pa.int32(),
            "flags": pa.int32(),
            "notes": pa.list_(pa.string()),
            "pictures": pa.list_(pa.string()),
            "source_minhash": pa.list_(pa.uint32()),
            "target_minhash": pa.list_(pa.uint32()),
            "key": pa.string(),
        },
        "sentences": {
            "document": pa.string(),
            "side": pa.string(),
            "sentence": pa.int32(),
            "text": pa.string(),
            "language": pa.string(),
            "spans": pa.list_(SPAN),
            "page": pa.int32(),
            "picture": pa.string(),
        },
        "beads": {
            "document": pa.string(),
            "bead": pa.int32(),
            "type": pa.string(),
            "source_first": pa.int32(),
            "source_count": pa.int32(),
            "target_first": pa.int32(),
            "target_count": pa.int32(),
            "score": pa.float64(),
            "confidence": pa.float64(),
            "doubtful": pa.bool_(),
        },
        "flags": {
            "document": pa.string(),
            "flag": pa.int32(),
            "side": pa.string(),
            "sentence": pa.int32(),
            "kind": pa.string(),
            "text": pa.string(),
            "confidence": pa.float64(),
            "reason": pa.string(),
            "suggestions": pa.list_(SUGGESTION),
            "spans": pa.list_(SPAN),
            "page": pa.int32(),
            "picture": pa.string(),
        },
        "timings": {
            "document": pa.string(),
            "key": pa.string(),
            "seconds": pa.float64(),
            "finished": pa.timestamp("ms", tz="UTC"),
            "megabytes": pa.float64(),
        },
    }
)
"""Name of each table -> name of each column -> its type.

Sentences, beads and flags are numbered from 1 in their document. ``status`` is ``aligned``, ``alone`` (one
side is missing) or ``failed``; ``error`` says why. ``page`` counts from 1; it and ``picture`` are null where
a text has no pages. ``source_minhash`` and ``target_minhash`` find texts that are alike. ``timings`` holds
what differs from run to run; all other tables are equal for equal input.
"""

TABLES: tuple[TableName, ...] = tuple(COLUMNS)

SCHEMAS: Mapping[TableName, pa.Schema] = MappingProxyType(
    {
        name: pa.schema(list(columns.items()), metadata={"schema": f"{VERSION}/{name}"})
        for name, columns in COLUMNS.items()
    }
)
"""Name of each table -> its schema."""

DUPLICATES = pa.schema(
    {
        "document": pa.string(),
        "duplicate_of": pa.string(),
        "kind": pa.string(),
        "similarity": pa.float64(),
    }.items(),
    metadata={"schema": f"{VERSION}/duplicates"},
)
"""The schema of the table of the collection that links documents which are the same letter.

``kind`` is ``copy`` or ``excerpt``; ``duplicate_of`` is the first of all copies by its id.
"""

Rows = list[dict[str, Any]]
"""Rows as values by the name of their column."""
