"""The rows of some documents: one Arrow table for each table of the collection."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc

from align.corpus.schema import SCHEMAS, TABLES, Rows, TableName

Tables = Mapping[TableName, pa.Table]
"""Name of each table -> its rows for some documents."""

SORTED_BY: Mapping[TableName, Sequence[str]] = {
    "documents": ("document",),
    "sentences": ("document", "side", "sentence"),
    "beads": ("document", "bead"),
    "flags": ("document", "flag"),
    "timings": ("document",),
}


def of_rows(rows: Mapping[TableName, Rows]) -> Tables:
    """Tables of these rows; a table that is not named is empty."""
    return {name: pa.Table.from_pylist(rows.get(name, []), schema=SCHEMAS[name]) for name in TABLES}


def joined(parts: Iterable[Tables]) -> Tables:
    """All rows of the parts, in their order."""
    several = list(parts)
    return {
        name: pa.concat_tables([SCHEMAS[name].empty_table(), *(one[name] for one in several)])
        for name in TABLES
    }


def of_documents(tables: Tables, wanted: Collection[str]) -> Tables:
    """The rows of the documents with these ids alone."""
    ids = pa.array(sorted(wanted), pa.string())
    return {name: table.filter(pc.is_in(table["document"], ids)) for name, table in tables.items()}


def in_order(tables: Tables) -> Tables:
    """The same rows ordered by document and place in it, each table in one chunk."""
    return {
        name: table.sort_by([(column, "ascending") for column in SORTED_BY[name]]).combine_chunks()
        for name, table in tables.items()
    }


def keys_of(tables: Tables) -> dict[str, str]:
    """Id of each document -> the key under which its rows were made."""
    documents = tables["documents"]
    return dict(zip(documents["document"].to_pylist(), documents["key"].to_pylist(), strict=True))


def write_stream(tables: Tables, file: BinaryIO) -> None:
    """Write all tables one after the other, each as a stream of Arrow."""
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    for name in TABLES:
        with pa.ipc.new_stream(file, SCHEMAS[name], options=options) as stream:
            stream.write_table(tables[name])


def read_stream(file: pa.NativeFile, only: TableName | None = None) -> Tables:
    """Read what :func:`write_stream` wrote, or the tables up to the one that is named.

    Raises:
        pyarrow.ArrowInvalid: It is anything else.
    """
    names = TABLES if only is None else TABLES[: TABLES.index(only) + 1]
    return {name: pa.ipc.open_stream(file).read_all().cast(SCHEMAS[name]) for name in names}
