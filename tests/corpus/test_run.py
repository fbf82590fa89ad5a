"""What is done again, and what is not: collections in one process, with the real encoder and without Ray."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from fault_tools import compared, errors, make_collection, make_pair, run, statuses, write_manifest
from filelock import FileLock

from align.corpus import run as module
from align.corpus import store
from align.corpus.align_batch import BatchAligner
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.options import CorpusOptions
from align.corpus.store import Partition, partition_of
from align.corpus.tables import of_rows
from align.errors import InputError, OutputError, ReadError
from align.progress import Progress

pytestmark = pytest.mark.model

DOCUMENTS = 5


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are aligned one after the other in this process, a shard each."""

    def align(
        todo: Sequence[KeyedDocument],
        job: WorkerJob,
        folder: Path,
        count: int,
        _options: CorpusOptions,
        _progress: Progress,
    ) -> list[KeyedDocument]:
        for done in BatchAligner(job, lambda _: None).run(todo):
            rows = {**done.rows}
            name = rows["documents"][0]["document"]
            Partition(folder, partition_of(name, count), count).write_shard(of_rows(rows))
        return []

    monkeypatch.setattr(module, "align_on_ray", align)


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    return make_collection(tmp_path / "in", DOCUMENTS)


@pytest.fixture
def folder(tmp_path: Path, manifest: Path) -> Path:
    """The tables of the collection."""
    run(manifest, tmp_path / "out")
    return tmp_path / "out"


def ids(count: int) -> set[str]:
    return {f"d{number}" for number in range(count)}


def test_a_second_run_does_nothing(manifest: Path, folder: Path) -> None:
    before = {path: path.stat().st_ino for path in folder.rglob("*.parquet")}
    assert run(manifest, folder).done == 0
    assert {path: path.stat().st_ino for path in folder.rglob("*.parquet")} == before


def test_a_document_that_has_changed_is_done_again_alone(
    manifest: Path, folder: Path, tmp_path: Path
) -> None:
    """The tables equal those of a run that has never seen the old one."""
    (manifest.parent / "d1.ru.txt").write_text("Это другое письмо. Оно короче.\n", "utf-8")
    assert run(manifest, folder).done == 1
    run(manifest, tmp_path / "fresh")
    assert compared(folder) == compared(tmp_path / "fresh")


def test_a_document_that_is_added_is_done_alone(manifest: Path, folder: Path, tmp_path: Path) -> None:
    make_collection(manifest.parent, DOCUMENTS + 1)
    assert run(manifest, folder).done == 1
    run(manifest, tmp_path / "fresh")
    assert compared(folder) == compared(tmp_path / "fresh")


def test_a_document_that_is_removed_stays_until_it_is_forgotten(
    manifest: Path, folder: Path, tmp_path: Path
) -> None:
    before = compared(folder)
    make_collection(manifest.parent, DOCUMENTS - 1)
    with pytest.raises(InputError, match="1 documents that the manifest does not name, such as 'd4'"):
        run(manifest, folder)
    assert compared(folder) == before
    without = run(manifest, folder, CorpusOptions(forget=True))
    assert (without.done, without.forgotten) == (0, 1)
    run(manifest, tmp_path / "fresh")
    assert compared(folder) == compared(tmp_path / "fresh")


def test_a_collection_that_grows_equals_a_fresh_one(
    manifest: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tables are divided into more partitions, nothing is done twice."""
    monkeypatch.setattr(store, "PARTITION_DOCUMENTS", 2)
    make_collection(manifest.parent, DOCUMENTS + 2)
    assert run(manifest, folder).done == 2
    run(manifest, tmp_path / "fresh")
    assert len(list((folder / "flags").glob("*.parquet"))) == 4
    assert compared(folder) == compared(tmp_path / "fresh")


def test_a_document_that_failed_is_tried_again_only_where_that_is_wanted(
    manifest: Path, tmp_path: Path
) -> None:
    (manifest.parent / "d2.en.txt").write_bytes(b"\xff\xfe\x00\x01")
    folder = tmp_path / "out"
    assert run(manifest, folder).done == DOCUMENTS
    assert statuses(folder)["d2"] == "failed"
    assert run(manifest, folder).done == 0
    assert run(manifest, folder, CorpusOptions(retry=True)).done == 1


@pytest.mark.parametrize("name", ["documents", "sentences", "timings"])
def test_damaged_tables_are_made_again(manifest: Path, folder: Path, name: str) -> None:
    """A file that was cut costs its documents once more, and no other."""
    before = compared(folder)
    path = folder / name / "part-00000.parquet"
    path.write_bytes(path.read_bytes()[:-100])
    assert run(manifest, folder).done == DOCUMENTS
    assert compared(folder) == before


def test_a_table_that_is_damaged_inside_is_made_again(manifest: Path, folder: Path, tmp_path: Path) -> None:
    """Found when it is read: the same run does its documents again."""
    path = folder / "sentences" / "part-00000.parquet"
    content = bytearray(path.read_bytes())
    content[4 : len(content) // 2] = bytes(len(content) // 2 - 4)
    path.write_bytes(content)
    make_collection(manifest.parent, DOCUMENTS + 1)
    assert run(manifest, folder).done == DOCUMENTS + 1
    run(manifest, tmp_path / "fresh")
    assert compared(folder) == compared(tmp_path / "fresh")


@pytest.mark.parametrize(
    "content", ["", "{", "[1]", '{"partitions": -1}', '{"partitions": 0, "documents": 1}']
)
def test_a_damaged_state_has_one_line_and_a_way_out(manifest: Path, folder: Path, content: str) -> None:
    """Nothing is overwritten; the file removed, nothing is done again."""
    before = compared(folder)
    state = folder / "corpus.json"
    whole = state.read_bytes()
    state.write_text(content, "utf-8")
    with pytest.raises(
        ReadError, match=r"corpus\.json: expected .* remove this file and run the same command"
    ):
        run(manifest, folder)
    assert compared(folder) == before
    state.unlink()
    assert run(manifest, folder).done == 0
    assert (compared(folder), state.read_bytes()) == (before, whole)


def test_tables_of_another_version_are_refused(manifest: Path, folder: Path) -> None:
    state = folder / "corpus.json"
    state.write_text(json.dumps(json.loads(state.read_text()) | {"schema": "align/corpus-9"}))
    with pytest.raises(ReadError, match="expected align/corpus-1, found align/corpus-9; name a new folder"):
        run(manifest, folder)


def test_a_folder_of_another_program_stays_as_it_is(manifest: Path, tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "thesis.docx").touch()
    with pytest.raises(OutputError, match="holds other files; name a new folder"):
        run(manifest, folder)
    assert [path.name for path in folder.rglob("*")] == ["thesis.docx"]


def test_a_file_is_no_folder(manifest: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OutputError, match="file"):
            run(manifest, place)


def test_a_second_run_on_the_same_folder_is_refused(manifest: Path, folder: Path) -> None:
    """While another one is at work."""
    with FileLock(folder / ".work" / "lock"), pytest.raises(OutputError, match="another run writes into"):
        run(manifest, folder)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """A disk of its own; called with the kilobytes that it has."""
    place = tmp_path / "disk"
    place.mkdir()

    def sized(kilobytes: int) -> Path:
        again = ["-o", f"remount,size={kilobytes}k"] if place.is_mount() else ["-o", f"size={kilobytes}k"]
        command = ["mount", *again, "-t", "tmpfs", "tmpfs", str(place)]
        if (
            os.geteuid() != 0
            or shutil.which("mount") is None
            or subprocess.run(command, check=False).returncode
        ):
            pytest.skip("no disk can be mounted here: that needs the rights of the administrator")
        return place

    yield sized
    if place.is_mount():
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.parametrize(("kilobytes", "bitexts"), [(4, 0), (24, 0), (24, 1), (60, 1)])
def test_a_full_disk_has_one_line_and_costs_nothing(
    small_disk: Callable[[int], Path], manifest: Path, folder: Path, kilobytes: int, bitexts: int
) -> None:
    """Full while shards, bitexts or tables are written: with more space the same command goes on."""
    place = small_disk(kilobytes) / "out"
    options = CorpusOptions(bitexts=bool(bitexts))
    with pytest.raises(OutputError) as found:
        run(manifest, place, options)
    assert "\n" not in str(found.value)
    assert "No space left on device" in str(found.value)
    small_disk(4000)
    assert run(manifest, place, options).done <= DOCUMENTS
    assert compared(place) == compared(folder)
    assert len(list(place.rglob("*.align.json"))) == DOCUMENTS * bitexts
    assert not list(place.rglob("*.part"))
    assert not list(place.rglob("*.arrow"))


def test_a_shard_is_not_done_again_after_a_full_disk(
    small_disk: Callable[[int], Path], manifest: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something else fills the disk when all shards are there: then there is no place for the tables."""
    place = small_disk(500)
    align: Callable[..., list[KeyedDocument]] = vars(module)["align_on_ray"]

    def fill(*values: Any) -> list[KeyedDocument]:
        lost = align(*values)
        with suppress(OSError), (place / "filler").open("wb", buffering=0) as file:
            while file.write(bytes(1024)):
                pass
        return lost

    monkeypatch.setattr(module, "align_on_ray", fill)
    with pytest.raises(OutputError, match="No space left on device; free some space"):
        run(manifest, place / "out")
    (place / "filler").unlink()
    assert run(manifest, place / "out").done == 0
    assert compared(place / "out") == compared(folder)


def test_hostile_lines_and_files_are_rows(tmp_path: Path) -> None:
    """Every line of a manifest is one row of the documents, with its error where it failed."""
    place = tmp_path / "in"
    place.mkdir()
    pair = make_pair(place, "good", 1)
    hostile = {
        "binary.bin": bytes(range(256)) * 40,
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "digits.txt": b"12 34 56\n",
        "cut.docx": b"PK\x03\x04" + b"\0" * 50,
        "cut.pdf": b"%PDF-1.7\n1 0 obj\n<<",
        "cut.xml": b"<?xml version='1.0'?><TEI><text>",
        "koi8.txt": "Он получил письмо.\n".encode("koi8-r"),
        "utf16.txt": "Он получил письмо.\n".encode("utf-16"),
        "nul.txt": b"a\0b\0c\n",
    }
    for name, content in hostile.items():
        (place / name).write_bytes(content)
    rows: list[tuple[str, ...]] = [(f"good {number}", *pair) for number in range(9)]
    rows += [(name, name, pair[1]) for name in hostile]
    rows += [
        ("twice", *pair),
        ("twice", *pair),
        ("", *pair),
        ("no file", "", ""),
        ("gone", "gone.txt", "x" * 400),
    ]
    rows += [
        ("a/b\\c:d", *pair),
        ("'\"`$", *pair),
        ("\N{PILE OF POO}", *pair),
        ("é" * 500, *pair),
        ("..", *pair),
    ]
    rows += [("one language", pair[0], pair[0]), ("too", *pair, "many"), ("a folder", str(place), pair[1])]
    os.mkfifo(place / "pipe.txt")
    rows += [("pipe", "pipe.txt", pair[1]), ("zero", "/dev/zero", pair[1])]
    run(write_manifest(place, rows), tmp_path / "out", CorpusOptions(bitexts=True))
    found, why = statuses(tmp_path / "out"), errors(tmp_path / "out")
    assert len(found) == len(rows)
    good = [name for name, status in found.items() if status == "aligned"]
    assert {name for name, *_ in rows[:9]} | {"a/b\\c:d", "'\"`$", "\N{PILE OF POO}", "é" * 500, ".."} <= set(
        good
    )
    failed = {*hostile} - {"koi8.txt", "utf16.txt"} | {"line 23", "no file", "gone", "one language", "too"}
    assert failed | {"pipe", "zero", "a folder", "twice (line 21)", "twice (line 22)"} <= set(why)
    assert all(line and "\n" not in line for line in why.values())
    assert len(list((tmp_path / "out" / "bitexts").rglob("*.json"))) == len(good)
