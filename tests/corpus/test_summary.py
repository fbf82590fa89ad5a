"""The summary of a collection."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from made_tables import document, failure, flag, write_copies, write_tables

from align.cli.corpus_summary import show_run
from align.cli.progress import Messages
from align.corpus.corpus_run import CorpusRun
from align.corpus.summary import CorpusSummary, corpus_summary, sentences_of
from align.errors import ReadError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection of four documents in two partitions: two aligned, one alone, one failed."""
    first = document("a", [flag("Баш"), flag("x", kind="check.number")], 3, confidences=[0.9, 0.3])
    second = document("b", [flag("Баш")], 4, confidences=[0.99])
    return write_tables(
        tmp_path / "out", first, second, document("c", sides="source"), failure("d", "no such file")
    )


def test_a_summary_counts_what_the_tables_hold(folder: Path) -> None:
    """Documents by their state, sentences, beads, flags by kind, and what workers needed."""
    assert corpus_summary(folder) == CorpusSummary(
        aligned=2,
        alone=1,
        failed=1,
        source_sentences=10,
        target_sentences=7,
        beads=3,
        doubtful=1,
        flags={"ocr.unknown-word": 2, "check.number": 1},
        seconds=4.5,
        megabytes=800.0,
    )


def test_copies_are_counted_where_they_were_looked_for(folder: Path) -> None:
    """No table of copies is unknown, not none."""
    assert corpus_summary(folder).duplicates is None
    write_copies(folder, ("b", "a", 0.9))
    assert corpus_summary(folder).duplicates == 1


def test_a_folder_without_tables_has_no_documents(tmp_path: Path) -> None:
    """An empty collection is a collection of none."""
    assert corpus_summary(tmp_path).documents == 0


def test_a_damaged_table_is_named(folder: Path) -> None:
    """The message says which file, and what to do."""
    (folder / "beads" / "part-00000.parquet").write_bytes(b"nothing")
    with pytest.raises(
        ReadError, match=r"beads/part-00000\.parquet: expected a table.*remove this file and run"
    ):
        corpus_summary(folder)


def test_sentences_of_some_documents(folder: Path) -> None:
    """The rate of a run counts the documents of this run alone."""
    assert sentences_of(folder, {"b", "c", "d"}) == 7
    assert sentences_of(folder, ()) == 0


def run(folder: Path, done: int) -> CorpusRun:
    return CorpusRun(folder, 4, folder / "report.html", done, sentences=10 if done else 0, seconds=4.0)


def test_the_table_that_a_run_prints(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Plain text where it is no terminal: labels, numbers, the plain names of kinds."""
    show_run(run(folder, 4))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "4 of 4 documents done now"
    assert [line.split() for line in lines if line.startswith("  unknown word")] == [["unknown", "word", "2"]]
    assert [line.split() for line in lines if "a second" in line] == [["sentences", "a", "second", "2.5"]]
    assert lines[-2:] == [str(folder), str(folder / "report.html")]


def test_a_run_that_did_nothing_is_known_by_its_first_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The counts of the tables are shown all the same, without a rate."""
    show_run(run(folder, 0))
    printed = capsys.readouterr().out
    first = (
        "nothing to do: all 4 documents of the manifest were done before; "
        "1 failed: --retry tries them again\n"
    )
    assert printed.startswith(first)
    assert re.search(r"^sentences of originals +10$", printed, re.MULTILINE)
    assert "a second" not in printed


def test_documents_that_were_taken_out_and_a_first_pass_are_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Such a run has done something, although it has aligned no document."""
    show_run(replace(run(folder, 0), forgotten=3))
    printed = capsys.readouterr().out
    assert printed.startswith("3 documents taken out: all 4 documents of the manifest were done before")
    assert re.search(r"^  taken out +3$", printed, re.MULTILINE)
    show_run(replace(run(folder, 4), first_pass=4))
    assert re.search(r"^  in a first pass +4$", capsys.readouterr().out, re.MULTILINE)


def test_a_program_reads_the_summary_as_one_object(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --json the summary is one line of JSON on the output."""
    monkeypatch.setattr(Messages, "as_json", True)
    show_run(run(folder, 4))
    [line] = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert found["schema"] == "align/corpus-summary-1"
    assert found["documents"] == {
        "all": 4,
        "aligned": 2,
        "alone": 1,
        "failed": 1,
        "copies": None,
        "done_now": 4,
        "first_pass": 0,
        "taken_out": 0,
    }
    assert found["flags"] == {"ocr.unknown-word": 2, "check.number": 1}
    assert found["sentences_per_second"] == 2.5


def test_a_terminal_gets_a_table_with_lines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same labels and numbers, in a box."""
    import io
    import sys

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    show_run(run(folder, 4))
    assert "┌" in terminal.getvalue()
    assert "unknown word" in terminal.getvalue()
