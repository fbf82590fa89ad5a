"""The tables of a collection, read a partition and a few columns at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from align.errors import ReadError


@dataclass(frozen=True)
class CollectionPart:
    """One partition of the tables in a folder.

    Attributes:
        folder: Of the collection.
        name: Of its files, which each table has in a folder of its own.
    """

    folder: Path
    name: str

    def columns(self, table: str, *names: str) -> pa.Table:
        """Columns of one of its tables.

        Raises:
            ReadError: The file is missing or damaged, or has no such column.
        """
        path = self.folder / table / self.name
        try:
            return pq.read_table(path, columns=list(names), partitioning=None).select(names)
        except (pa.ArrowException, OSError, KeyError) as error:
            raise ReadError(
                f"{path}: expected a table of a collection with {', '.join(names)}: {error}; "
                "remove this file and run the same command again"
            ) from error


def collection_parts(folder: Path, table: str = "documents") -> list[CollectionPart]:
    """The partitions of a collection in order; none where the table was not written."""
    return [CollectionPart(folder, path.name) for path in sorted((folder / table).glob("part-*.parquet"))]


def groups(table: pa.Table, keys: list[str], *sums: str) -> Iterator[dict[str, Any]]:
    """For each combination of values of the keys the sums of columns, and the number of rows as ``rows``."""
    counted = [*((name, "sum") for name in sums), ([], "count_all")]
    found = table.group_by(keys, use_threads=False).aggregate(counted)
    names = [*keys, *sums, "rows"]
    ordered = [*keys, *(f"{name}_sum" for name in sums), "count_all"]
    for row in found.select(ordered).to_pylist():
        yield dict(zip(names, (row[name] for name in ordered), strict=True))
