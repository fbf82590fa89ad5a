"""Save as…: a look first, then the file beside the journal; nothing is replaced or lost unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hand import LetterEncoder, bitext_of, flag_on

from align.export import FORMATS
from align.review import Review
from align.review.operation import Confirm
from align.review.protocol import MessageHandler

TEXT_FORMATS = [name for name, one in FORMATS.items() if not one.needs_pages]


@pytest.fixture
def review(tmp_path: Path) -> Review:
    made = bitext_of(["aaa bbb", "ccc ddd"], ["abb", "cdd"], [(1, 1)] * 2)
    made = replace(made, flags=(flag_on(made.source, 0, 1, "bab"),))
    return Review.open(made, tmp_path / "letter.review.jsonl", reviewer="anna", encoder=LetterEncoder())


@pytest.fixture
def handler(review: Review) -> MessageHandler:
    return MessageHandler(review, review.bitext.exporter(review))  # type: ignore[attr-defined]


def look(handler: MessageHandler, to: str, *, confirmed: bool = False) -> dict[str, object]:
    [reply] = handler.handle({"do": "look", "to": to, "confirmed": confirmed})
    return reply


def test_the_formats_stand_in_the_first_message(handler: MessageHandler) -> None:
    """Word and Excel first; every format of the command line is there, in words."""
    first = next(handler.handle({"do": "hello"}))
    assert [one["name"] for one in first["formats"]][:2] == ["docx", "xlsx"]
    assert {one["name"] for one in first["formats"]} == set(TEXT_FORMATS)
    assert first["formats"][0]["title"].startswith("Word: ")


@pytest.mark.parametrize("to", TEXT_FORMATS)
def test_a_look_writes_nothing(handler: MessageHandler, tmp_path: Path, to: str) -> None:
    """Text is shown as it will be, another format by its first rows; open doubts are counted."""
    before = sorted(tmp_path.iterdir())
    shown = look(handler, to)
    assert sorted(tmp_path.iterdir()) == before
    assert shown["notes"][0] == "1 doubt is unanswered: the text stands there as it was read."  # type: ignore[index]
    assert "aaa" in str(shown.get("text")) or shown.get("table", [[]])[0] == ["aaa bbb", "abb"]  # type: ignore[index]


def test_a_file_is_replaced_only_where_the_reviewer_agrees(handler: MessageHandler, tmp_path: Path) -> None:
    """The second time the name is called taken; with ``replace`` it is written again."""
    message = {"do": "write", "to": "tmx", "confirmed": False, "name": "out", "replace": False}
    path = tmp_path / "out.tmx"
    assert list(handler.handle(message)) == [{"is": "written", "paths": [str(path)], "n": None}]
    path.write_text("mine", encoding="utf-8")
    assert list(handler.handle(message)) == [{"is": "exists", "name": "out.tmx", "n": None}]
    assert path.read_text(encoding="utf-8") == "mine"
    [reply] = handler.handle(message | {"replace": True})
    assert reply["is"] == "written"
    assert "<tmx" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["", " ", "..", "away/out", "../out.tmx", "a\0b", "о" * 200, "~/out", "C:\\out"]
)
def test_what_is_no_name_of_a_file_is_refused(handler: MessageHandler, tmp_path: Path, name: str) -> None:
    """One line that says what is expected; nothing is written anywhere."""
    before = sorted(tmp_path.parent.rglob("*.tmx"))
    [reply] = handler.handle({"do": "write", "to": "tmx", "confirmed": False, "name": name, "replace": False})
    expected = "expected a name for the file, without folders, such as source.tmx"
    assert (reply["is"], reply["text"]) == ("trouble", expected)
    assert sorted(tmp_path.parent.rglob("*.tmx")) == before


def test_an_error_of_the_program_is_a_reply_too(
    handler: MessageHandler, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message without a reply would look like a lost kernel."""
    monkeypatch.setattr(type(handler.workspace), "save", lambda _: 1 / 0)
    [reply] = handler.handle({"do": "save", "n": 7})
    assert (reply["is"], reply["n"]) == ("trouble", 7)
    assert "ZeroDivisionError" in reply["text"]


@pytest.mark.parametrize(
    ("to", "name", "paths"),
    [
        ("text", "copy", ["copy.text.txt", "copy.text.txt.apparatus.tsv"]),
        ("text", "copy.txt", ["copy.text.txt", "copy.text.txt.apparatus.tsv"]),
        ("text", "copy.text.txt", ["copy.text.txt", "copy.text.txt.apparatus.tsv"]),
        ("clean", "copy", ["copy.clean.original.txt", "copy.clean.translation.txt"]),
        ("clean", "copy.clean", ["copy.clean.original.txt", "copy.clean.translation.txt"]),
        ("docx", "copy.DOCX", ["copy.DOCX"]),
    ],
)
def test_a_typed_name_shows_what_the_file_is(
    handler: MessageHandler, tmp_path: Path, to: str, name: str, paths: list[str]
) -> None:
    """Where its content does not; no part of it stands twice."""
    [written] = handler.handle({"do": "write", "to": to, "confirmed": False, "name": name, "replace": False})
    assert [Path(path).name for path in written["paths"]] == paths
    assert all((tmp_path / one).exists() for one in paths)


def test_the_documents_and_the_journal_are_never_written_over(
    review: Review, handler: MessageHandler, tmp_path: Path
) -> None:
    """Not even where the reviewer says replace."""
    review.apply(Confirm((review.rows[0].pairing,)))
    journal = (tmp_path / "letter.review.jsonl").read_bytes()
    message = {
        "do": "write",
        "to": "jsonl",
        "confirmed": False,
        "replace": True,
        "name": "letter.review.jsonl",
    }
    [reply] = handler.handle(message)
    assert reply["is"] == "trouble"
    assert (tmp_path / "letter.review.jsonl").read_bytes() == journal


def test_only_confirmed_rows_where_that_is_chosen(review: Review, handler: MessageHandler) -> None:
    """The look shows them alone and counts those that are left out."""
    review.apply(Confirm((review.rows[1].pairing,)))
    shown = look(handler, "tsv", confirmed=True)
    assert "ccc ddd" in str(shown["text"])
    assert "aaa bbb" not in str(shown["text"])
    assert any("1 of 2 rows left out" in note for note in shown["notes"])  # type: ignore[attr-defined]


def test_without_an_exporter_nothing_is_offered(review: Review) -> None:
    """A review of data that no format knows: no button."""
    assert next(MessageHandler(review).handle({"do": "hello"}))["formats"] == []
