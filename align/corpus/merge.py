"""Shards -> the tables of a partition, each document once, ordered by its id."""

from __future__ import annotations

from collections.abc import Mapping

from align.corpus import tables
from align.corpus.placing import place_tables
from align.corpus.store import Partition
from align.corpus.tables import Tables


def merge_partition(partition: Partition, keys: Mapping[str, str]) -> frozenset[str]:
    """Write the tables of a partition from what is known of its documents, and remove its shards.

    Nothing is written where the tables hold these documents and no others. Of a document that is there twice
    under its key the newest rows without an error are taken, else the newest.

    Args:
        partition: The partition.
        keys: Id of each document that it shall hold -> its key.

    Returns:
        The documents that are nowhere under their key; the tables hold the others.

    Raises:
        OutputError: The disk does not allow it.
    """
    if not partition.shard_files() and partition.file("documents").is_file() and partition.keys() == keys:
        return frozenset()
    chosen = _Chosen(keys)
    for part in partition.parts():
        chosen.add(part)
    place_tables(partition, tables.in_order(chosen.tables()))
    partition.remove_shards()
    return frozenset(keys) - chosen.part_of.keys()


class _Chosen:
    """The rows that are taken, of parts that come the oldest first.

    Attributes:
        part_of: Id of each document -> the number of the part whose rows are taken.
    """

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys, self._parts = keys, list[Tables]()
        self.part_of: dict[str, int] = {}
        self._failed: dict[str, bool] = {}

    def add(self, part: Tables) -> None:
        """Take the rows of a part for the documents of which nothing better is there."""
        better = set[str]()
        for row in part["documents"].select(["document", "key", "status"]).to_pylist():
            name, failed = row["document"], row["status"] == "failed"
            if self._keys.get(name) == row["key"] and (self._failed.get(name, True) or not failed):
                self.part_of[name], self._failed[name] = len(self._parts), failed
                better.add(name)
        self._parts.append(tables.of_documents(part, better))

    def tables(self) -> Tables:
        """All rows that are taken."""
        names: list[list[str]] = [[] for _ in self._parts]
        for name, at in self.part_of.items():
            names[at].append(name)
        return tables.joined(map(tables.of_documents, self._parts, names))
