"""What an editor does in Word comes back: changes tracked, accepted, rejected or typed, and comments."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from align.export import collect_rows, export
from align.export.word_comments import COMMENT_AUTHOR
from align.flag import Flag, Suggestion
from align.importing.import_rows import ImportResult, import_rows
from align.importing.imported_row import ImportedTable
from align.importing.tables import read_rows
from align.review import Review
from align.review.command import operation
from align.review.journal import Entry
from align.text.span import Span
from tests.export.made import bitext, decide, review

FORMER = Path(__file__).parent / "former"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FLAGS = (
    Flag(
        "source", 0, (Span(0, 3),), "Баш", "ocr.real-word", 0.9, "the translation has “your”",
        (Suggestion("Ваш", 0.9),),
    ),
    Flag(
        "source", 1, (Span(22, 26),), "ушол", "ocr.unknown-word", 0.9, "no such word",
        (Suggestion("ушёл", 0.6), Suggestion("ушла", 0.2)),
    ),
)  # fmt: skip
PAIRS = (("Баш ответ получил.", "I received your reply."), ("Он ушол.", "He left."))
NOTHING = ImportResult(0, (), ())
Document = Any
"""python-docx's, which has no types."""


@pytest.fixture
def letter() -> Review:
    """The first doubt is decided, the second open."""
    opened = review(*PAIRS, flags=FLAGS)
    decide(opened, do="accept", doubt="f1")
    return opened


def document_of(opened: Review) -> Document:
    """The exported document, opened by another library."""
    import docx

    entries = [
        Entry(made, "anna", "2026-03-01T09:12:44Z", opened.documents) for made, _ in opened.history.done
    ]
    return docx.Document(io.BytesIO(export(collect_rows(opened, entries), "docx").files[""]))


@pytest.fixture
def returned(tmp_path: Path) -> Callable[[Document], ImportedTable]:
    """What is read of a document that an editor saved."""

    def save(document: Document) -> ImportedTable:
        document.save(tmp_path / "letter.docx")
        return read_rows(tmp_path / "letter.docx")

    return save


def elements(document: Document, *names: str) -> list[Any]:
    """All elements of these names in the order of the text."""
    wanted = {W + name for name in names}
    return [one for one in document.element.body.iter() if one.tag in wanted]


def unwrap(change: Any) -> None:
    """What a word processor does when an insertion is accepted, or a deletion is rejected."""
    for run in list(change):
        for text in run.iter(W + "delText"):
            text.tag = W + "t"
        change.addprevious(run)
    change.getparent().remove(change)


def accept_all(document: Document) -> None:
    for change in elements(document, "ins"):
        unwrap(change)
    for change in elements(document, "del"):
        change.getparent().remove(change)


def reject_all(document: Document) -> None:
    for change in elements(document, "ins"):
        change.getparent().remove(change)
    for change in elements(document, "del"):
        unwrap(change)


def texts(opened: Review) -> list[str]:
    return [row.source for row in collect_rows(opened).rows]


def test_a_correction_is_a_tracked_change_of_its_reviewer(letter: Review) -> None:
    """With the time of the decision; a comment tells why."""
    document = document_of(letter)
    deleted, inserted = elements(document, "del", "ins")
    assert [one.text for one in elements(document, "delText")] == ["Баш"]
    assert [one.text for one in inserted.iter(W + "t")] == ["Ваш"]
    for change in (deleted, inserted):
        assert (change.get(W + "author"), change.get(W + "date")) == ("anna", "2026-03-01T09:12:44Z")
    first = next(iter(document.comments))
    assert first.text == "Read: Баш\nChanged to: Ваш, by anna\nWhy: the translation has “your”"


def test_an_open_doubt_is_a_comment_with_its_readings(letter: Review) -> None:
    """Nothing of the text is changed where nothing was decided."""
    document = document_of(letter)
    _, second = document.comments
    assert second.text.splitlines() == [
        "Read: ушол",
        "Suggested: ушёл (please look)",
        "Other readings: ушла",
        "Why: no such word",
    ]
    assert len(elements(document, "commentReference")) == 2
    assert "Он ушол." in document.tables[0].rows[2].cells[1].text


def test_a_row_is_called_by_the_number_that_the_table_shows(
    letter: Review, returned: Callable[[Document], ImportedTable]
) -> None:
    """Not by its place in the table, which counts the heading."""
    assert [row.where for row in returned(document_of(letter)).rows] == ["No. 1", "No. 2"]


def test_no_identifier_is_in_sight(letter: Review) -> None:
    """Ids, digests and provenance are hidden text: a title, a line of counts and the table are seen."""
    document = document_of(letter)
    hidden = [mark.getparent().getparent() for mark in elements(document, "vanish")]
    for run in [one for one in hidden if one.tag == W + "r"]:
        run.getparent().remove(run)
    shown = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert shown == ["source.txt", "ru → en · 2 rows: 2 open · 1 correction · 1 open doubt"]
    assert [row.cells[0].text for row in document.tables[0].rows] == ["No.", "1", "2"]


def test_the_editor_left_everything_as_it_is(
    letter: Review, returned: Callable[[Document], ImportedTable]
) -> None:
    """A tracked change that is neither accepted nor rejected changes no decision."""
    assert import_rows(letter, returned(document_of(letter))) == NOTHING


def test_an_accepted_change_is_the_text(
    letter: Review, returned: Callable[[Document], ImportedTable]
) -> None:
    """It is what the reviewer decided: nothing changes."""
    document = document_of(letter)
    accept_all(document)
    assert import_rows(letter, returned(document)) == NOTHING
    assert texts(letter)[0] == "Ваш ответ получил."


def test_a_rejected_change_is_the_text_as_read(
    letter: Review, returned: Callable[[Document], ImportedTable]
) -> None:
    """The doubt is dismissed: no correction is left, and the decision can be undone."""
    document = document_of(letter)
    reject_all(document)
    assert import_rows(letter, returned(document)) == ImportResult(1, (), ())
    row = collect_rows(letter).rows[0]
    assert (row.source, row.corrections) == ("Баш ответ получил.", ())
    assert [doubt.state for doubt in letter.doubts.every(letter.state)] == ["kept", "open"]
    letter.undo()
    assert texts(letter)[0] == "Ваш ответ получил."


def test_what_an_editor_typed_comes_back_decided_or_not(
    letter: Review, returned: Callable[[Document], ImportedTable]
) -> None:
    """With changes tracked or without."""
    document = document_of(letter)
    [run] = [one for one in elements(document, "t") if one.text == "He left."]
    run.text = "He went."
    [doubted] = [one.getparent() for one in elements(document, "t") if one.text == "ушол"]
    track(doubted, "ушёл", "boris")
    assert import_rows(letter, returned(document)) == ImportResult(2, (), ())
    assert [(row.source, row.target) for row in collect_rows(letter).rows] == [
        ("Ваш ответ получил.", "I received your reply."),
        ("Он ушёл.", "He went."),
    ]


def track(run: Any, new: str, author: str) -> None:
    """What a word processor does when a run is typed over while changes are tracked."""
    from copy import deepcopy

    inserted, deleted = (run.makeelement(W + name, {W + "author": author}) for name in ("ins", "del"))
    copied = deepcopy(run)
    next(copied.iter(W + "t")).text = new
    inserted.append(copied)
    run.addprevious(deleted)
    run.addnext(inserted)
    deleted.append(run)
    next(run.iter(W + "t")).tag = W + "delText"


def test_comments_of_an_editor_become_the_note(
    letter: Review, returned: Callable[[Document], ImportedTable]
) -> None:
    """The export's own comments do not; the same file once more changes nothing."""
    document = document_of(letter)
    paragraph = document.tables[0].rows[2].cells[2].paragraphs[0]
    document.add_comment(paragraph.runs, text="Which hour?\nSee the diary.", author="boris", initials="b")
    assert {comment.author for comment in document.comments} == {COMMENT_AUTHOR, "boris"}
    table = returned(document)
    assert import_rows(letter, table) == ImportResult(1, (), ())
    assert [row.note for row in collect_rows(letter).rows] == ["", "Which hour? See the diary."]
    assert import_rows(letter, table) == NOTHING


def test_a_row_that_an_editor_deleted_is_left_alone(
    letter: Review, returned: Callable[[Document], ImportedTable]
) -> None:
    """With changes tracked the row is still in the file, marked as deleted."""
    document = document_of(letter)
    row = document.tables[0].rows[1]._tr
    row.get_or_add_trPr().append(row.makeelement(W + "del", {W + "author": "boris"}))
    assert import_rows(letter, returned(document)) == NOTHING


def former_review() -> Review:
    """The review as it stood when the former version exported its files."""
    opened = Review(
        bitext([(["Баш ответ получил."], ["I received your reply."]), (["Он ушёл."], ["He left."])])
    )
    made = operation(opened, {"do": "edit", "row": "s0", "side": "source", "text": "Ваш ответ получил."})
    assert made is not None
    opened.apply(made)
    decide(opened, do="confirm", row="s0")
    decide(opened, do="comment", row="s0", text="as in the scan")
    return opened


@pytest.mark.parametrize("name", ["rows.docx", "rows.xlsx"])
def test_files_of_the_former_version_still_come_back(name: str) -> None:
    """Their ids stand in sight, their headings are those of a table."""
    opened = former_review()
    assert import_rows(opened, read_rows(FORMER / name)) == NOTHING
    assert [row.id for row in read_rows(FORMER / name).rows] == ["s0", "s19"]


def test_changes_in_a_document_of_the_former_version_come_back(tmp_path: Path) -> None:
    """Typed into a cell."""
    import docx

    document = docx.Document(str(FORMER / "rows.docx"))
    document.tables[0].rows[2].cells[2].paragraphs[0].runs[0].text = "He went."
    document.save(str(tmp_path / "rows.docx"))
    opened = former_review()
    assert import_rows(opened, read_rows(tmp_path / "rows.docx")) == ImportResult(1, (), ())
    assert collect_rows(opened).rows[1].target == "He went."
