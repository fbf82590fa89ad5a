"""Shards become tables: each document once, whatever the order, repetition and loss of shards."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from row_tools import compared, held, part

from align.corpus import placing, tables
from align.corpus.merge import merge_partition
from align.corpus.placing import finish_placing
from align.corpus.schema import TABLES, TableName
from align.corpus.store import Partition

NAMES = ("a", "b", "c", "d")
KEYS = dict.fromkeys(NAMES, "k")
SHARDS = st.lists(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(("k", "old")), st.booleans()),
        min_size=1,
        max_size=4,
        unique_by=lambda one: one[0],
    ),
    max_size=6,
)
"""Shards: of each document its id, its key, and whether it failed."""


@pytest.fixture
def partition(tmp_path: Path) -> Partition:
    return Partition(tmp_path, 0, 1)


def standing(partition: Partition) -> dict[str, str]:
    """What the tables hold."""
    assert not partition.shard_files()
    (found,) = partition.parts()
    return held(found)


@settings(max_examples=40)
@given(SHARDS, st.integers(0, 6))
def test_each_document_stands_once(shards: list[list[tuple[str, str, bool]]], merged: int) -> None:
    """A document has the rows of its key; those without an error where there are any, whenever they came."""
    with tempfile.TemporaryDirectory() as folder:
        partition, expected = Partition(Path(folder), 0, 1), dict[str, str]()
        for number, shard in enumerate(shards):
            if number == merged:
                merge_partition(partition, KEYS)
            rows = [part(name, key, error=f"E{number}" if failed else None) for name, key, failed in shard]
            partition.write_shard(tables.joined(rows))
            for name, key, failed in shard:
                if key == "k" and (not failed or expected.get(name, "E").startswith("E")):
                    expected[name] = f"E{number}" if failed else f"{name} k"
        missing = merge_partition(partition, KEYS)
        assert standing(partition) == expected
        assert missing == set(NAMES) - set(expected)


@settings(max_examples=20)
@given(st.permutations(NAMES), st.lists(st.sampled_from(NAMES), max_size=4), st.integers(1, 4))
def test_the_files_depend_on_no_order(order: list[str], again: list[str], size: int) -> None:
    """Byte for byte, also where documents were done twice."""
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        for folder, names in ((first, list(NAMES)), (second, [*order, *again])):
            partition = Partition(Path(folder), 0, 1)
            for at in range(0, len(names), size):
                partition.write_shard(tables.joined(map(part, dict.fromkeys(names[at : at + size]))))
            assert not merge_partition(partition, KEYS)
        assert compared(Path(first)) == compared(Path(second))


@pytest.mark.parametrize("left", [0.0, 0.3, 0.6, 0.99])
def test_a_damaged_shard_is_missing(partition: Partition, left: float) -> None:
    """Its documents are named, whatever part of it is left; the others are kept."""
    partition.write_shard(part("a"))
    partition.write_shard(part("b"))
    path = partition.shard_files()[0]
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * left)])
    assert merge_partition(partition, dict.fromkeys("ab", "k")) == {"a"}
    assert standing(partition) == {"b": "b k"}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("damage", ["removed", "cut"])
def test_a_damaged_table_is_missing(partition: Partition, name: TableName, damage: str) -> None:
    """Its documents are named; what shards hold is kept."""
    partition.write_shard(part("a"))
    merge_partition(partition, {"a": "k"})
    partition.write_shard(part("b"))
    path = partition.file(name)
    content = path.read_bytes()
    path.unlink()
    if damage == "cut":
        path.write_bytes(content[:50])
    assert [result.document for result in partition.results()] == ["b"]
    assert merge_partition(partition, dict.fromkeys("ab", "k")) == {"a"}
    assert standing(partition) == {"b": "b k"}


def test_tables_that_are_complete_are_not_written_again(partition: Partition) -> None:
    partition.write_shard(part("a"))
    merge_partition(partition, {"a": "k"})
    before = partition.file("documents").stat().st_ino
    assert not merge_partition(partition, {"a": "k"})
    assert partition.file("documents").stat().st_ino == before


def test_a_document_that_is_forgotten_goes_from_all_tables(partition: Partition) -> None:
    partition.write_shard(tables.joined([part("a"), part("b")]))
    merge_partition(partition, dict.fromkeys("ab", "k"))
    merge_partition(partition, {"b": "k"})
    assert standing(partition) == {"b": "b k"}


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("moment", range(12))
def test_tables_are_put_in_their_places_together(
    partition: Partition, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """Killed at any step of it, they are the old ones or the new ones after the next start, never some."""
    partition.write_shard(tables.joined([part("a"), part("b")]))
    merge_partition(partition, dict.fromkeys("ab", "k"))
    steps = iter(range(100))

    def counted(path: Path, target: Path) -> Path:
        if next(steps) == moment:
            raise Killed
        return replace(path, target)

    replace = Path.replace
    partition.write_shard(part("c"))
    monkeypatch.setattr(Path, "replace", counted)
    try:
        merge_partition(partition, dict.fromkeys("bc", "k"))
        killed = False
    except Killed:
        killed = True
    monkeypatch.undo()
    finish_placing(partition.path)
    found = [held(one) for one in partition.parts()]
    assert found[0] == ({"a": "a k", "b": "b k"} if killed and moment == 0 else {"b": "b k", "c": "c k"})
    assert not merge_partition(partition, dict.fromkeys("bc", "k"))
    assert standing(partition) == {"b": "b k", "c": "c k"}
    assert not list(partition.path.rglob("*.part"))
    assert not list((partition.path / placing.READY).iterdir())
