"""Corrections go back to the page: hOCR, ALTO and PAGE XML with the words corrected, all else as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from made_pages import FACSIMILES, named

from align.errors import InputError
from align.export import collect_rows, export, export_files
from align.facsimile.alto import pages_of_alto
from align.facsimile.decided import corrector
from align.facsimile.facsimile import Facsimile, PlacedWord
from align.facsimile.hocr import pages_of_hocr
from align.facsimile.page import Page, PageWord
from align.facsimile.page_xml import pages_of_page_xml
from align.review.journal import Entry
from align.review.operation import Edit, TextChange
from align.review.place import Place
from align.text.span import Span

from .made import decide
from .made import review as text_review
from .paged import change, paged_review, paged_side, pages

READERS: dict[str, Callable[[etree._Element], tuple[Page, ...]]] = {
    "hocr": pages_of_hocr,
    "alto": pages_of_alto,
    "page": pages_of_page_xml,
}


def read(files: dict[str, bytes], to: str) -> tuple[Page, ...]:
    """The pages of all files of an export."""
    return tuple(page for data in files.values() for page in READERS[to](etree.fromstring(data)))


def plain(word: PageWord) -> PageWord:
    """A word without what a correction changes."""
    return PageWord("x", word.box)


@pytest.mark.parametrize("to", READERS)
@settings(max_examples=40, deadline=None)  # the first loads word lists
@given(st.data())
def test_pages_are_equal_but_for_the_corrections(to: str, data: st.DataObject) -> None:
    """Words with a letter more: everything else is read again as it was, on generated pages."""
    facsimile = named(data.draw(FACSIMILES))
    made = paged_review(paged_side("source", facsimile))
    view = made.state.side_views["source"]
    there = [one for one in facsimile.words if view.has_text((Span(one.start, one.stop),))]
    numbers = data.draw(st.sets(st.integers(0, max(len(there) - 1, 0)), max_size=4))
    chosen = [there[at] for at in sorted(numbers) if at < len(there)]
    if chosen:
        change(made, "source", [((one.start, one.stop), one.word.text + "ъ") for one in chosen])
    found = Facsimile(read(dict(export(collect_rows(made), to).files), to), facsimile.engine)
    for old, new in zip(facsimile.words, found.words, strict=True):
        if old in chosen:
            assert new.word.text == old.word.text + "ъ"
            assert (plain(new.word), new.word.confidence) == (plain(old.word), None)
            assert corrector(new.word) is not None
        else:
            assert new.word == old.word
    assert _without_words(found) == _without_words(facsimile)


def _without_words(facsimile: Facsimile) -> tuple[Page, ...]:
    """The pages with one word in each line."""
    return tuple(
        replace(
            page,
            blocks=tuple(
                replace(block, lines=tuple(replace(line, words=(PageWord("x"),)) for line in block.lines))
                for block in page.blocks
            ),
        )
        for page in facsimile.pages
    )


def words_of(made: dict[str, bytes], to: str) -> list[PlacedWord]:
    return list(Facsimile(read(made, to)).words)


@pytest.mark.parametrize("to", READERS)
def test_who_corrected_a_word_stands_beside_what_was_read(to: str) -> None:
    """Name and time as the journal has them; the confidence of the engine stays with its reading."""
    made = paged_review(paged_side("source", pages("Баш ответ получил.")))
    view = made.state.side_views["source"]
    edit = Edit((TextChange(Place("source", (Span(0, 3),)), view.quote((Span(0, 3),)), "Ваш"),))
    made.apply(edit)
    entry = Entry(edit, "anna", "2026-11-27T10:00:00Z", {})
    files = dict(export_files(made, to, entries=[entry]).files)
    word = words_of(files, to)[0].word
    assert str(corrector(word)) == "anna, 2026-11-27T10:00:00Z"
    assert [(one.text, one.confidence) for one in word.alternatives[1:]] == [("Баш", 0.6)]


def test_only_corrections_of_confirmed_rows_are_exported_on_request() -> None:
    """The words of the others stand as they were read."""
    made = paged_review(paged_side("source", pages("Баш ответ получил.\nОн ушол домой.")))
    change(made, "source", [((0, 3), "Ваш"), ((22, 26), "ушёл")])
    decide(made, do="confirm", row="s0")
    files = dict(export_files(made, "hocr", confirmed=True).files)
    assert [one.word.text for one in words_of(files, "hocr")][:5] == [
        "Ваш",
        "ответ",
        "получил.",
        "Он",
        "ушол",
    ]


def test_two_documents_with_pages_are_two_files(tmp_path: Path) -> None:
    """Named after their sides; a translation without pages is left out."""
    both = paged_review(
        paged_side("source", pages("Он ушёл.")), paged_side("target", pages("He left.", "He came."))
    )
    assert [path.name for path in both.bitext.export(tmp_path / "letter.hocr")] == [  # type: ignore[attr-defined]
        "letter-original.hocr",
        "letter-translation.hocr",
    ]
    single = paged_review(paged_side("source", pages("Он ушёл.")))
    assert [path.name for path in single.bitext.export(tmp_path / "a.hocr")] == ["a.hocr"]  # type: ignore[attr-defined]


def test_the_files_of_several_pages_go_where_the_name_points(tmp_path: Path) -> None:
    """Numbered files, a folder, or a ZIP; named after the pictures of the pages."""
    bitext = paged_review(paged_side("source", pages("Он ушёл.", "Он пришёл.", picture="scan_{}.png"))).bitext
    for output, to in (("a.alto.xml", None), ("folder", "page"), ("a.page.zip", None)):
        bitext.export(tmp_path / output, to)  # type: ignore[attr-defined]
    found = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*"))
    assert found == [
        "a-scan_0.alto.xml",
        "a-scan_1.alto.xml",
        "a.page.zip",
        "folder/scan_0.xml",
        "folder/scan_1.xml",
    ]
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.page.zip").read_bytes())) as archive:
        assert archive.namelist() == ["scan_0.xml", "scan_1.xml"]


@pytest.mark.parametrize("to", READERS)
def test_a_document_without_pages_is_refused(to: str) -> None:
    """In one line that names the file and another way."""
    with pytest.raises(InputError, match=r"expected a document with pages .*source.txt.*--to text"):
        export(collect_rows(text_review(("Он ушёл.", "He left."))), to)
