"""Scans as documents of a collection: read by the workers, their pictures named in the tables."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pyarrow.parquet as pq
import pytest
from numpy.typing import NDArray
from PIL import Image

from align.config import Config
from align.corpus import align_batch, run
from align.corpus.actor import CorpusActor
from align.corpus.align_batch import BatchAligner
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.keys import document_keys
from align.corpus.manifest import read_manifest
from align.corpus.run import run_corpus
from align.corpus.schema import Rows, TableName
from align.corpus.worker import Worker
from align.facsimile.hocr_writer import to_hocr
from align.scan.read_scan import read_scan
from align.scan.scan_run import ScanRun
from tests.scan.conftest import FakeEngine, real  # noqa: F401 - a fixture
from tests.scan.test_commands import ENGLISH, RUSSIAN
from tests.scan.typed import DPI, sheet, typed

PLAIN = replace(Config(source_language="ru", target_language="en"), doubts=False)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """The only engine on the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return FakeEngine(folder)


class NoEncoder:
    """Stands for an encoder where nothing is aligned."""

    name = "none"

    def encode(self, sentences: list[str]) -> NDArray[np.float32]:
        return np.zeros((len(sentences), 2), np.float32)


def blank_pages(folder: Path, *widths: int) -> Path:
    """Pictures without a letter, of which the engine made up for tests reads the widths."""
    folder.mkdir()
    for number, width in enumerate(widths, 1):
        Image.new("L", (width, 200), "white").save(folder / f"p{number}.png")
    return folder


def keyed(manifest: Path, lines: str) -> list[KeyedDocument]:
    """The documents of a manifest with these lines."""
    manifest.write_text(f"id\toriginal\ttranslation\n{lines}", "utf-8")
    documents = read_manifest(str(manifest)).documents
    keys = document_keys(documents, PLAIN)
    return [KeyedDocument(one, key) for one, key in zip(documents, keys, strict=True)]


def aligned_here(documents: list[KeyedDocument], monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The rows of documents that fail before anything is encoded."""
    monkeypatch.setattr(align_batch, "load", lambda _: NoEncoder())
    found = BatchAligner(WorkerJob(PLAIN, 60.0, 4.0), lambda _: None).run(documents)
    return [one.rows["documents"][0] for one in found]


def test_without_an_engine_the_row_has_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names what is missing and how it is installed; the other documents are not touched."""
    blank_pages(tmp_path / "letter", 301)
    monkeypatch.setenv("PATH", str(tmp_path))
    (row,) = aligned_here(keyed(tmp_path / "m.tsv", "a\tletter\n"), monkeypatch)
    assert row["status"] == "failed"
    assert "needs Tesseract, which is not installed; install it with" in row["error"]
    assert "\n" not in row["error"]


@pytest.mark.usefixtures("fake")
def test_without_the_extra_the_row_has_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a machine without Pillow has it."""

    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    blank_pages(tmp_path / "letter", 301)
    monkeypatch.setattr("align.scan.extra.import_module", missing)
    (row,) = aligned_here(keyed(tmp_path / "m.tsv", "a\tletter\n"), monkeypatch)
    assert row["status"] == "failed"
    assert row["error"].startswith(
        "reading pictures of pages needs Pillow, which is not installed; install it"
    )


@pytest.fixture
def worker() -> Iterator[Worker]:
    """A worker whose documents may take six seconds."""
    one = Worker(WorkerJob(PLAIN, 6.0, 4.0))
    yield one
    one.close()


def statuses(rows: list[dict[TableName, Rows]]) -> dict[str, tuple[str, str]]:
    return {
        row["document"]: (row["status"], row.get("error", "")) for one in rows for row in one["documents"]
    }


@pytest.mark.model
def test_the_time_of_a_scan_counts_from_its_last_page(
    fake: FakeEngine, tmp_path: Path, worker: Worker
) -> None:
    """One page at a time is read; all take longer than a document may. A page that hangs costs its scan."""
    fake.conduct(
        "busy = sys.argv[0] + '.busy'; os.mkdir(busy); time.sleep(0 if again else 1); os.rmdir(busy)\n"
        "    if size == b'399': time.sleep(60)"
    )
    blank_pages(tmp_path / "long", *range(301, 309))
    blank_pages(tmp_path / "stuck", 399)
    (tmp_path / "en.txt").write_text("page301 and more\n", "utf-8")
    documents = keyed(tmp_path / "m.tsv", "long\tlong\ten.txt\nstuck\tstuck\ten.txt\n")
    began = time.monotonic()
    found = statuses(list(worker.run(documents)))
    assert found["long"] == ("aligned", "")
    assert found["stuck"] == ("failed", "it took longer than 6 s; --timeout with --retry allows more")
    assert time.monotonic() - began > 6
    left = [
        one for one in psutil.process_iter(["cmdline"]) if str(tmp_path / "bin") in str(one.info["cmdline"])
    ]
    assert not left


@pytest.mark.model
@pytest.mark.usefixtures("fake")
def test_pages_that_were_read_are_not_read_again(fake: FakeEngine, tmp_path: Path, worker: Worker) -> None:
    """A scan that was given up goes on at the page where it was."""
    fake.conduct("if size == b'303': time.sleep(60)")
    blank_pages(tmp_path / "letter", 301, 302, 303)
    documents = keyed(tmp_path / "m.tsv", "a\tletter\n")
    assert statuses(list(worker.run(documents)))["a"][0] == "failed"
    fake.conduct("")
    before = len(fake.calls)
    assert statuses(list(worker.run(documents)))["a"] == ("alone", "")
    assert [call.split()[0] for call in fake.calls[before:]] == ["303"]


def test_kept_pages_are_no_documents_of_a_pattern(fake: FakeEngine, tmp_path: Path) -> None:
    """A second run finds the same documents as the first, whatever was kept beside them."""
    scans = blank_pages(tmp_path / "scans", 301)
    read_scan(scans / "p1.png", ScanRun(languages=("ru",)))
    assert (scans / "p1.png.pages").is_dir()
    assert fake.calls
    for source in (str(scans / "**" / "*"), str(scans / "*")):
        assert [one.id for one in read_manifest(source).documents] == ["p1"]


def made_scans(folder: Path) -> Path:
    """A manifest of a PDF that is named twice, a folder of pictures, and hOCR with its picture."""
    sheet(RUSSIAN).save(folder / "scan.pdf", resolution=DPI)
    (folder / "letter").mkdir()
    typed(folder / "letter" / "p1.png", *RUSSIAN[:2])
    typed(folder / "letter" / "p2.png", *RUSSIAN[2:])
    typed(folder / "page.png", *RUSSIAN)
    facsimile = read_scan(folder / "page.png", ScanRun(languages=("ru",))).facsimile
    (folder / "page.hocr").write_text(to_hocr(facsimile), "utf-8")
    (folder / "en.txt").write_text(ENGLISH, "utf-8")
    manifest = folder / "m.tsv"
    lines = (
        "pdf\tscan.pdf\ten.txt\nagain\tscan.pdf\ten.txt\nfolder\tletter\ten.txt\nhocr\tpage.hocr\ten.txt\n"
    )
    manifest.write_text(f"id\toriginal\ttranslation\n{lines}", "utf-8")
    return manifest


def by_two_workers(
    todo: Sequence[KeyedDocument], job: WorkerJob, folder: Path, partitions: int, *_: object
) -> list[KeyedDocument]:
    """Stands for Ray: two actors do the documents in turns, both at a time."""
    actors = [CorpusActor(job, folder, partitions) for _ in range(2)]
    try:
        with ThreadPoolExecutor(2) as pool:
            several = pool.map(lambda at: [actors[at](batch_of(one)) for one in todo[at::2]], range(2))
            receipts = [receipt for batches in several for batch in batches for receipt in batch["receipt"]]
        assert [receipt.trouble for receipt in receipts] == [""] * len(todo)
    finally:
        for actor in actors:
            actor._worker.close()  # Ray ends the whole process
    return []


def batch_of(document: KeyedDocument) -> dict[str, NDArray[Any]]:
    column = np.empty(1, dtype=object)
    column[0] = document
    return {"document": column}


@pytest.mark.model
@pytest.mark.usefixtures("real")
def test_scans_of_a_manifest_become_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two workers read the same PDF at a time; each sentence names its page and its picture."""
    monkeypatch.setattr(run, "align_on_ray", by_two_workers)
    (tmp_path / "in").mkdir()
    manifest = made_scans(tmp_path / "in")
    before = {path for path in (tmp_path / "in").rglob("*") if path.suffix in (".png", ".pdf")}
    documents = read_manifest(str(manifest)).documents
    run_corpus(documents, tmp_path / "out", PLAIN)
    rows = {row["document"]: row for row in pq.read_table(tmp_path / "out" / "documents").to_pylist()}
    assert {name: row["status"] for name, row in rows.items()} == dict.fromkeys(rows, "aligned")
    assert {name: row["pictures"] for name, row in rows.items()} == {
        "pdf": ["scan.pdf"],
        "again": ["scan.pdf"],
        "folder": ["letter/p1.png", "letter/p2.png"],
        "hocr": ["page.png"],
    }
    sentences = pq.read_table(tmp_path / "out" / "sentences").to_pylist()
    source = [row for row in sentences if row["side"] == "source"]
    assert {(row["document"], row["page"], row["picture"]) for row in source} >= {
        ("pdf", 1, "scan.pdf"),
        ("again", 1, "scan.pdf"),
        ("folder", 1, "letter/p1.png"),
        ("folder", 2, "letter/p2.png"),
        ("hocr", 1, "page.png"),
    }
    assert all(row["picture"] is None for row in sentences if row["side"] == "target")
    assert {path for path in (tmp_path / "in").rglob("*") if path.suffix in (".png", ".pdf")} == before
    assert (tmp_path / "in" / "scan.pdf.pages").is_dir()
    links = pq.read_table(tmp_path / "out" / "duplicates").to_pylist()
    assert {(row["document"], row["duplicate_of"]) for row in links} >= {("pdf", "again")}
    assert run_corpus(documents, tmp_path / "out", PLAIN).done == 0
