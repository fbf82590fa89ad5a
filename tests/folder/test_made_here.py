"""Files that align wrote into a folder are none of its documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hand import LetterEncoder
from openpyxl import load_workbook

from align.bitext import Bitext
from align.export import FORMATS, export_files
from align.folder.documents import contents_of
from align.folder.folder import Folder
from align.folder.quality_report import quality_report
from align.output import write
from align.review.protocol import MessageHandler
from align.review.session import Review

from .conftest import letter, names

TEXT_FORMATS = [name for name, one in FORMATS.items() if not one.needs_pages]

PAIRS = (
    ("letter.ru.docx", "letter.en.docx"),
    ("letter_ru.txt", "letter_en.txt"),
    ("letter.txt", "brief.txt"),
)


def put(folder: Path, *files: str) -> None:
    """Files that a translator received."""
    for name in files:
        if name.endswith(".docx"):
            made = docx.Document()
            made.add_paragraph("Баш ответ получил.")
            made.save(str(folder / name))
        else:
            (folder / name).write_text("Баш ответ получил.\n", encoding="utf-8")


def of(pair: tuple[str, str]) -> Bitext:
    """A bitext of these two files."""
    made = letter("Баш")
    assert made.source is not None
    assert made.target is not None
    source, target = (
        replace(text, document=replace(text.document, name=name))
        for text, name in zip((made.source, made.target), pair, strict=True)
    )
    return replace(made, source=source, target=target)


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("to", TEXT_FORMATS)
def test_save_as_makes_no_document(letters: Path, to: str, pair: tuple[str, str]) -> None:
    """In any format, under the name that is offered; also once more, and beside those of other formats."""
    put(letters, *pair)
    before = contents_of(letters)
    journal = letters / f"{Path(pair[0]).stem}.review.jsonl"
    with Review.open(of(pair), journal, encoder=LetterEncoder()) as review:
        handler = MessageHandler(review, review.bitext.exporter(review))  # type: ignore[attr-defined]
        [shown] = handler.handle({"do": "look", "to": to, "confirmed": False})
        message = {"do": "write", "to": to, "confirmed": False, "name": shown["name"], "replace": False}
        [written] = handler.handle(message)
        [again] = handler.handle({"do": "look", "to": to, "confirmed": False})
    assert written["is"] == "written"
    assert (shown["exists"], again["exists"]) == (False, True)
    after = contents_of(letters)
    assert after.documents == before.documents
    assert after.unclear == before.unclear == ()
    assert not {Path(path).name for path in written["paths"]} & set(names(after.documents))


@pytest.mark.parametrize("to", TEXT_FORMATS)
def test_an_export_under_the_name_of_the_letter_makes_no_document(letters: Path, to: str) -> None:
    """As the command writes it, named after what both files of the pair share."""
    put(letters, *PAIRS[0])
    before = contents_of(letters)
    output = letters / f"letter{(*FORMATS[to].suffixes, '')[0]}"
    made = export_files(Review(of(PAIRS[0]), encoder=LetterEncoder()), to)
    for path, data in made.paths(output).items():
        path.write_bytes(data)
    after = contents_of(letters)
    assert (after.documents, after.unclear) == (before.documents, ())


def test_a_report_makes_no_document(letters: Path) -> None:
    """Whatever it is called; a page that was received is one."""
    put(letters, "a.txt")
    (letters / "b.html").write_text(
        "<html><title>Quality report: b</title><p>Да.</p></html>", encoding="utf-8"
    )
    write(letters / "report.html", quality_report(Folder.open(letters)))
    found = contents_of(letters)
    assert names(found.documents) == ["a.txt", "b.html"]
    assert {one.name: one.reason[:16] for one in found.skipped} == {"report.html": "written by align"}


def test_a_corrected_text_makes_no_document(letters: Path) -> None:
    """It is known by the table of changes beside it; without that it may be anybody's."""
    put(letters, "a.txt", "b.txt")
    (letters / "b.txt.apparatus.tsv").write_text("start\tstop\n", encoding="utf-8")
    assert names(contents_of(letters).documents) == ["a.txt"]
    (letters / "b.txt.apparatus.tsv").unlink()
    assert names(contents_of(letters).documents) == ["a.txt", "b.txt"]


def test_a_document_that_another_program_saved_is_known_still(letters: Path) -> None:
    """With its properties, or with its rows' hidden ids."""
    put(letters, "a.txt")
    of(PAIRS[0]).export(letters / "b.docx")
    made = docx.Document(str(letters / "b.docx"))
    made.core_properties.comments = ""
    made.save(str(letters / "c.docx"))
    of(PAIRS[0]).export(letters / "d.xlsx")
    load_workbook(letters / "d.xlsx").save(letters / "e.xlsx")
    found = contents_of(letters)
    assert names(found.documents) == ["a.txt"]
    reasons = {one.name for one in found.skipped if one.reason.startswith("written by align")}
    assert reasons == {"b.docx", "c.docx", "d.xlsx", "e.xlsx"}
