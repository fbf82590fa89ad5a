"""The text for reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import align
from align.bitext import Bitext
from align.export import collect_rows, export, export_files
from align.flag import Flag
from align.review import Review
from align.text.document import Document, Section
from align.text.paragraphs import paragraph_starts
from align.text.span import Span

from .made import decide, review


def read(opened: Review | Bitext) -> dict[str, str]:
    return {part: data.decode() for part, data in export_files(opened, "clean").files.items()}


def test_only_the_text_is_left_in_paragraphs(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """No archive's head, no page number; corrections are in it, a blank line stands between paragraphs."""
    opened = Review(tiny((doubt,)), reviewer="anna")
    decide(opened, do="accept", doubt="f1")
    assert read(opened) == {
        ".clean.original.txt": "Ваш ответ получил.\n\nЯ ушёл.\n",
        ".clean.translation.txt": "I received your reply. I left.\n",
    }


def test_a_translation_alone_is_one_file(tiny: Callable[..., Bitext]) -> None:
    """Where there is no original."""
    assert list(read(tiny(source=False))) == [".clean.translation.txt"]


def test_a_passage_that_was_brought_back_is_a_paragraph(tiny: Callable[..., Bitext]) -> None:
    """It is text again, and nothing is joined to it."""
    opened = Review(tiny(), reviewer="anna")
    decide(opened, do="bring-back", side="source", number=0)
    assert read(opened)[".clean.original.txt"] == "Баш ответ получил.\n\n- 2 -\n\nЯ ушёл.\n"


def test_a_sentence_that_a_correction_emptied_leaves_no_gap() -> None:
    """Neither a double space nor an empty paragraph."""
    opened = review(("Он ушёл.", "He left."), (("|", "Дождь."), "Rain."), flags=[mark(9, "|")])
    decide(opened, do="accept", doubt="f1")
    assert "  " not in read(opened)[".clean.original.txt"]
    assert read(opened)[".clean.original.txt"].split() == ["Он", "ушёл.", "Дождь."]


def mark(at: int, text: str) -> Flag:
    from align.flag import Suggestion

    span = Span(at, at + len(text))
    return Flag("source", 1, (span,), text, "ocr.stray-mark", 0.9, "no text", (Suggestion("", 0.9),))


def test_lines_and_pages_are_joined_before_paragraphs_are_found() -> None:
    """A sentence that goes on behind the end of a page begins no paragraph."""
    raw = "Войска перейдут границу, как было решено вчера в\n\n- 2 -\n\nгороде. Ночь.\n\nУтро.\n"
    document = Document("letter.txt", raw, (Section("source", Span(0, len(raw))),))
    assert paragraph_starts(document, "source", "ru") == {0, raw.index("Утро")}


def test_only_confirmed_rows_are_read_where_only_they_are_wanted(tiny: Callable[..., Bitext]) -> None:
    """As with the other formats."""
    opened = Review(tiny(), reviewer="anna")
    decide(opened, do="confirm", row=opened.rows[1].id)
    files = export(collect_rows(opened, confirmed=True), "clean").files
    assert files == {".clean.original.txt": "Я ушёл.\n".encode(), ".clean.translation.txt": b"I left.\n"}


@pytest.mark.model
def test_a_real_letter_reads_without_stamps_and_page_numbers(seeds: Path) -> None:
    """What cleaning set aside is not in it; points of a list and the salutation are paragraphs."""
    bitext = align.align_file(seeds / "002_e3cea84825fd0a83.txt")
    found = read(bitext)
    for text in bitext.texts:
        [part] = [part for part in found if ("original" in part) == (text.side == "source")]
        paragraphs = found[part].split("\n\n")
        assert all("\n" not in paragraph.rstrip("\n") for paragraph in paragraphs)
        assert sum(paragraph.startswith(("1) ", "2) ", "3) ", "4) ")) for paragraph in paragraphs) == 4
        assert " ".join(found[part].split()) == " ".join(
            " ".join(sentence.text for sentence in text.sentences).split()
        )
