"""A collection that has grown: its tables in another number of partitions."""

from __future__ import annotations

import shutil
from pathlib import Path

from align.corpus import tables
from align.corpus.schema import TABLES
from align.corpus.store import Partition, partition_of, partitions


def repartition(folder: Path, count: int) -> None:
    """Make shards for ``count`` partitions of what stands in another number of them.

    Killed at any moment and begun again, it loses nothing: the old files go when all shards are there.

    Args:
        folder: Of the collection.
        count: How many partitions it shall have.

    Raises:
        OutputError: The disk does not allow it.
    """
    work = folder / ".work" / "shards"
    old = {int(one.name) for one in work.iterdir()} - {count} if work.is_dir() else set()
    files = sorted(folder.glob("documents/part-*.parquet"))
    stands = [Partition(folder, int(path.stem.removeprefix("part-")), 0) for path in files]
    several = [*stands, *(one for number in sorted(old) for one in partitions(folder, number))]
    for partition in several:
        _divide(partition, count)
    for partition in stands:
        for name in TABLES:
            partition.file(name).unlink(missing_ok=True)
    for number in old:
        shutil.rmtree(work / str(number))


def _divide(partition: Partition, count: int) -> None:
    """Write its rows as shards of the new partitions."""
    for part in partition.parts():
        groups: dict[int, list[str]] = {}
        for document in tables.keys_of(part):
            groups.setdefault(partition_of(document, count), []).append(document)
        for number, documents in groups.items():
            found = tables.of_documents(part, documents)
            Partition(partition.path, number, count).write_shard(found)
