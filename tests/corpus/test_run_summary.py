"""What a run of a collection returns and leaves beside its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from made_tables import document

from align.config import Config
from align.corpus import run, tables
from align.corpus.actor import CorpusActor
from align.corpus.bitext_files import bitext_file, lacks_bitext
from align.corpus.document import CorpusDocument
from align.corpus.failed_rows import failed_rows
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.options import CorpusOptions
from align.corpus.schema import Rows, TableName
from align.corpus.store import Partition, partition_of
from align.corpus.worker import Worker


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[CorpusDocument]:
    """Three documents, each aligned into three sentences without an encoder and without Ray."""

    def align(todo: Sequence[KeyedDocument], _job: Any, folder: Path, count: int, *_others: Any) -> list[Any]:
        for one in todo:
            rows = document(one.document.id)
            rows["documents"][0]["key"] = one.key
            partition = Partition(folder, partition_of(one.document.id, count), count)
            partition.write_shard(tables.of_rows(rows))
        return []

    monkeypatch.setattr(run, "align_on_ray", align)
    files = [tmp_path / f"{name}.txt" for name in "abc"]
    for path in files:
        path.write_text(path.name, "utf-8")
    return [CorpusDocument(path.stem, (path,), (path.name,)) for path in files]


def test_a_run_leaves_a_report_and_counts_what_it_did(
    documents: list[CorpusDocument], tmp_path: Path
) -> None:
    """A changed document is done again alone; a run with nothing to do keeps the report."""
    found = run.run_corpus(documents, tmp_path / "out")
    assert (found.done, found.sentences, found.report) == (3, 9, tmp_path / "out" / "report.html")
    assert 'href="../a.txt"' in found.report.read_text("utf-8")
    documents[0].files[0].write_text("changed", "utf-8")
    again = run.run_corpus(documents, tmp_path / "out")
    assert (again.done, again.sentences) == (1, 3)
    written = again.report.stat().st_mtime_ns
    nothing = run.run_corpus(documents, tmp_path / "out")
    assert (nothing.done, nothing.sentences, nothing.rate) == (0, 0, 0.0)
    assert nothing.report.stat().st_mtime_ns == written


def test_bitexts_are_those_of_the_tables(documents: list[CorpusDocument], tmp_path: Path) -> None:
    """A document without its bitext is done again where bitexts are wanted; no old one stays."""
    out = tmp_path / "out"
    run.run_corpus(documents, out)
    for name in ("a", "c", "of another manifest"):
        path = bitext_file(out / "bitexts", name)
        path.parent.mkdir(parents=True)
        path.touch()
    assert lacks_bitext(out / "bitexts", "b")
    assert run.run_corpus(documents, out, options=CorpusOptions(bitexts=True)).done == 1
    assert run.run_corpus(documents[:2], out, options=CorpusOptions(forget=True)).done == 0
    assert [path.name[0] for path in sorted(out.glob("bitexts/*/*"), key=str)] == ["a"]


def test_documents_that_are_done_again_lose_their_bitexts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before they are begun: however they end, no bitext of earlier rows stays."""
    path = bitext_file(tmp_path / "bitexts", "a")
    path.parent.mkdir(parents=True)
    path.touch()
    timings: dict[TableName, Rows] = {"timings": [{"document": "a", "megabytes": None}]}

    def fail(_: Worker, batch: Sequence[KeyedDocument]) -> Iterator[dict[TableName, Rows]]:
        for one in batch:
            yield failed_rows(one.document, one.key, "it ended") | timings

    monkeypatch.setattr(Worker, "run", fail)
    batch = np.empty(1, object)
    batch[0] = KeyedDocument(CorpusDocument("a", (), ()), "key")
    CorpusActor(WorkerJob(Config(), 1.0, 1.0), tmp_path, 1)({"document": batch})
    assert not path.exists()
