"""Shards -> the tables of a partition, each document once, ordered by its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from align.corpus import tables
from align.corpus.store import Partition
from align.corpus.tables import Tables


def merge_partition(partition: Partition, keys: Mapping[str, str]) -> frozenset[str]:
    """Write the tables of a partition from what is known of its documents, and remove its shards.

    Nothing is written where the tables hold these documents and no others. Of a document that is there twice
    under its key the rows without an error are taken, else the newest.

    Args:
        partition: The partition.
        keys: Id of each document that it shall hold -> its key.

    Returns:
        The documents that are nowhere under their key; the tables hold the others.

    Raises:
        OutputError: The disk does not allow it.
    """
    if not partition.shard_files() and partition.keys() == keys and partition.file("documents").is_file():
        return frozenset()
    chosen = _chosen(partition, keys)
    partition.write(tables.in_order(tables.joined(_taken(partition, chosen))))
    partition.remove_shards()
    return frozenset(keys) - chosen.keys()


def _chosen(partition: Partition, keys: Mapping[str, str]) -> dict[str, int]:
    """Id of each document -> the number of the part whose rows are taken."""
    chosen, failed = dict[str, int](), dict[str, bool]()
    for number, part in enumerate(partition.parts(only_documents=True)):
        for row in part["documents"].select(["document", "key", "status"]).to_pylist():
            name, is_failed = row["document"], row["status"] == "failed"
            if keys.get(name) == row["key"] and (failed.get(name, True) or not is_failed):
                chosen[name], failed[name] = number, is_failed
    return chosen


def _taken(partition: Partition, chosen: Mapping[str, int]) -> Iterator[Tables]:
    """The rows of the chosen documents of each part."""
    for number, part in enumerate(partition.parts()):
        yield tables.of_documents(part, [name for name, at in chosen.items() if at == number])
