"""A collection that has grown: its tables in another number of partitions."""

from __future__ import annotations

import shutil
from pathlib import Path

from align.corpus import tables
from align.corpus.schema import TABLES
from align.corpus.store import Partition, partition_of, partitions


def repartition(folder: Path, count: int, *, tables_too: bool = True) -> None:
    """Make shards for ``count`` partitions of what stands in another number of them.

    Killed at any moment and begun again, it loses nothing: the old files go when all shards are there.

    Args:
        folder: Of the collection.
        count: How many partitions it shall have.
        tables_too: Whether the tables are in another number; else only shards are looked for.

    Raises:
        OutputError: The disk does not allow it.
    """
    old = _old_counts(folder, count)
    several = [one for number in old for one in partitions(folder, number)]
    if tables_too:
        files = sorted(folder.glob("documents/part-*.parquet"))
        several = [*(Partition(folder, int(path.stem.removeprefix("part-")), 0) for path in files), *several]
    for partition in several:
        _divide(partition, count)
    if tables_too:
        for name in TABLES:  # the documents first: tables without them are not read
            for path in folder.glob(f"{name}/part-*.parquet"):
                path.unlink()
    for number in old:
        shutil.rmtree(folder / ".work" / "shards" / str(number))


def _old_counts(folder: Path, count: int) -> list[int]:
    """The other numbers of partitions for which there are shards."""
    return sorted(int(one.name) for one in folder.glob(".work/shards/*[0-9]") if one.name != str(count))


def _divide(partition: Partition, count: int) -> None:
    """Write its rows as shards of the new partitions."""
    for part in partition.parts():
        groups: dict[int, list[str]] = {}
        for document in tables.keys_of(part):
            groups.setdefault(partition_of(document, count), []).append(document)
        for number, documents in groups.items():
            found = tables.of_documents(part, documents)
            Partition(partition.path, number, count).write_shard(found)
