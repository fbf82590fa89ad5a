"""A collection that has grown equals one that was of that size from the beginning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from row_tools import compared, part

from align.corpus import repartition as module
from align.corpus import tables
from align.corpus.merge import merge_partition
from align.corpus.repartition import repartition
from align.corpus.store import Partition, partition_count, partition_of, partitions

NAMES = [f"document {number}" for number in range(9)]


def write(folder: Path, names: Sequence[str], count: int) -> None:
    for name in names:
        Partition(folder, partition_of(name, count), count).write_shard(part(name))


def merge(folder: Path, names: Sequence[str], count: int) -> frozenset[str]:
    """Merge all partitions; the documents that are missing."""
    missing = frozenset[str]()
    for partition in partitions(folder, count):
        wanted = {name: "k" for name in names if partition_of(name, count) == partition.number}
        missing |= merge_partition(partition, wanted)
    return missing


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The collection as one run makes it in four partitions."""
    write(tmp_path / "fresh", NAMES, 4)
    assert not merge(tmp_path / "fresh", NAMES, 4)
    return tmp_path / "fresh"


@pytest.mark.parametrize("before", [1, 2, 8, 16])
def test_any_number_of_partitions_becomes_any_other(tmp_path: Path, fresh: Path, before: int) -> None:
    """More or fewer, tables and shards alike; no file of the old number is left."""
    folder = tmp_path / "grown"
    write(folder, NAMES[:5], before)
    merge(folder, NAMES[:5], before)
    write(folder, NAMES[5:7], before)
    repartition(folder, 4)
    write(folder, NAMES[7:], 4)
    assert not merge(folder, NAMES, 4)
    assert compared(folder) == compared(fresh)
    assert [path.name for path in (folder / ".work" / "shards").iterdir()] == ["4"]


@pytest.mark.parametrize("moment", range(1, 12))
@pytest.mark.parametrize("then", [4, 2], ids=["again", "back"])
def test_killed_while_it_divides_it_loses_nothing(
    tmp_path: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch, moment: int, then: int
) -> None:
    """Begun again for the same number, or for the old one, each document stands once."""
    folder = tmp_path / "killed"
    write(folder, NAMES[:6], 2)
    merge(folder, NAMES[:6], 2)
    write(folder, NAMES[6:], 2)
    divide, unlink, steps = module._divide, Path.unlink, iter(range(1, 100))

    def step() -> None:
        if next(steps) == moment:
            raise KeyboardInterrupt

    def stepped(call: Callable[..., None]) -> Callable[..., None]:
        def stepping(*values: object, **options: object) -> None:
            step()
            call(*values, **options)

        return stepping

    monkeypatch.setattr(module, "_divide", stepped(divide))
    monkeypatch.setattr(Path, "unlink", stepped(unlink))
    with pytest.raises(KeyboardInterrupt):
        repartition(folder, 4)
    monkeypatch.undo()
    repartition(folder, then, tables_too=then == 4)
    assert not merge(folder, NAMES, then)
    repartition(folder, 4, tables_too=then != 4)
    assert not merge(folder, NAMES, 4)
    assert compared(folder) == compared(fresh)


def test_partitions_are_a_power_of_two() -> None:
    assert [partition_count(size) for size in (0, 1, 512, 513, 1025, 2000)] == [1, 1, 1, 2, 4, 4]


def test_documents_are_divided_alike() -> None:
    """Ids in order fill all partitions."""
    found = [partition_of(f"letter-{number}", 4) for number in range(400)]
    assert all(80 < found.count(number) < 120 for number in range(4))


def test_a_shard_of_no_document_is_no_harm(tmp_path: Path) -> None:
    Partition(tmp_path, 0, 1).write_shard(tables.of_rows({}))
    assert not merge(tmp_path, [], 1)
