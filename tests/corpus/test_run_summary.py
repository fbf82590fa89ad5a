"""What a run of a collection returns and leaves beside its tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from made_tables import document

from align.corpus import run, tables
from align.corpus.document import CorpusDocument
from align.corpus.job import KeyedDocument
from align.corpus.store import Partition, partition_of


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
