"""A review whose text was read otherwise since: what an export leaves out of it is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from align.cli.app import app
from align.errors import InputError
from align.export import export_files
from align.review.journal import Entry, JournalContents, Torn
from align.review.operation import Undo
from align.review.session import Review

from .made import bitext, decide
from .paged import paged_review, paged_side, pages

READ = [(("Баш ответ получил.",), ("I received your reply.",)), (("Он ушёл.",), ("He left.",))]
READ_AGAIN = [(("Ваш ответ получил.",), READ[0][1]), READ[1]]


def journal_of(opened: Review) -> list[Entry]:
    documents = {text.side: text.document.sha256 for text in opened.bitext.texts}
    return [Entry(made, "anna", "2026-11-27T10:00:00Z", documents) for made, _ in opened.history.done]


def reviewed() -> list[Entry]:
    """The journal of a review with two decisions."""
    opened = Review(bitext(READ))
    decide(opened, do="confirm", row="s0")
    decide(opened, do="comment", row="s19", text="as in the scan")
    return journal_of(opened)


@pytest.mark.parametrize(
    "to", ["tsv", "tei", pytest.param("html", marks=pytest.mark.model), "json", "clean", "tmx"]
)
def test_decisions_on_another_reading_are_counted_in_every_format(to: str) -> None:
    """The scan was read again, with other letters: the export says how many decisions are missing and why."""
    again = Review(bitext(READ_AGAIN), None, JournalContents(tuple(reviewed())))
    message = export_files(again, to).messages[0]
    assert message.startswith("2 of 2 decisions of the journal have no place in this text, left out: made on")
    assert "another reading" in message
    assert "same picture, OCR engine and options" in message


def test_no_message_where_every_decision_has_its_place() -> None:
    entries = reviewed()
    assert not export_files(Review(bitext(READ), None, JournalContents(tuple(entries))), "tsv").messages


def test_what_was_taken_back_is_not_missing() -> None:
    """Of two decisions on another reading, one was undone: one is missing."""
    entries = reviewed()
    entries.append(Entry(Undo(of=entries[1].operation.id), "anna", "", entries[0].documents))
    again = Review(bitext(READ_AGAIN), None, JournalContents(tuple(entries)))
    assert export_files(again, "tsv").messages[0].startswith("1 of 1 decisions")


def test_lines_that_cannot_be_read_are_named() -> None:
    contents = JournalContents(tuple(reviewed()), (Torn(3, "no JSON: Expecting value"),))
    [message] = export_files(Review(bitext(READ), None, contents), "tsv").messages
    assert message == "lines of the journal that cannot be read, left out: 3 (no JSON: Expecting value)"


def test_training_data_name_the_decisions_without_a_place() -> None:
    """No line is confirmed because the pages were read otherwise: to confirm rows is no advice then."""
    first = paged_review(paged_side("source", pages("Баш ответ получил.")))
    decide(first, do="confirm", row="s0")
    other = paged_review(paged_side("source", pages("Ваш ответ получил.")))
    again = Review(other.bitext, None, JournalContents(tuple(journal_of(first))))
    with pytest.raises(InputError, match=r"found none; 1 of 1 decisions of the journal have no place"):
        export_files(again, "groundtruth")


def test_the_command_writes_the_file_and_ends_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The decisions that are missing are named on the error stream; the file holds all others."""
    first = Review(bitext(READ))
    decide(first, do="confirm", row="s0")
    monkeypatch.setattr("align.cli.exchange.aligned", lambda *_, **__: bitext(READ_AGAIN))
    journal, output = tmp_path / "j.jsonl", tmp_path / "rows.jsonl"
    journal.write_text("".join(entry.to_line() for entry in journal_of(first)), encoding="utf-8")
    command = ["export", "scan.png", "--to", "jsonl", "--review", str(journal), "-o", str(output)]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 1, done.output
    assert "align: 1 of 1 decisions of the journal have no place in this text" in done.stderr
    rows = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert rows[1]["source"] == "Ваш ответ получил."
