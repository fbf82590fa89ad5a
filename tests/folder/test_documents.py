"""Which files of a folder are documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.errors import ReadError
from align.folder.document_list import FILE_NAME
from align.folder.documents import contents_of
from align.folder.folder import Folder

from .conftest import names


def put(folder: Path, *files: str) -> None:
    for name in files:
        (folder / name).write_text("Ваш ответ получил. I received it.\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["a.txt", "b.md"], ["a.txt", "b.md"]),
        (["a.ru.txt", "a.en.txt"], ["a.ru.txt + a.en.txt"]),
        (["a_en.txt", "a_fr.txt"], ["a_fr.txt + a_en.txt"]),
        (["a-translation.txt", "a-original.md"], ["a-original.md + a-translation.txt"]),
        (["a.txt", "a перевод.txt"], ["a.txt + a перевод.txt"]),
        (["a (English).txt", "a (Russian).txt"], ["a (Russian).txt + a (English).txt"]),
        (["ru_a.txt", "en_a.txt", "ru_b.txt", "en_b.txt"], ["ru_a.txt + en_a.txt", "ru_b.txt + en_b.txt"]),
        (["a.de.txt"], ["a.de.txt"]),
        (["1-2.txt", "1_2.txt"], ["1-2.txt", "1_2.txt"]),
    ],
)
def test_names_tell_which_files_belong_together(letters: Path, files: list[str], expected: list[str]) -> None:
    """A language or a side in the name, at its end or its beginning."""
    put(letters, *files)
    found = contents_of(letters)
    assert names(found.documents) == expected
    assert not found.unclear
    assert not found.skipped


@pytest.mark.parametrize(
    "files",
    [
        ["a.de.txt", "a.ru.txt"],
        ["a.txt", "a.en.txt"],
        ["a.ru.txt", "a.en.txt", "a.de.txt"],
        ["a.ru.txt", "a.ru.md"],
        ["a.txt", "a.md"],
    ],
)
def test_what_names_do_not_tell_is_shown_and_not_guessed(letters: Path, files: list[str]) -> None:
    """None of these files is taken for a document before the reviewer says so."""
    put(letters, *files)
    found = contents_of(letters)
    assert not found.documents
    assert sorted(path.name for one in found.unclear for path in one.files) == sorted(files)
    assert all(one.reason for one in found.unclear)


def test_a_scan_is_the_original_of_a_translation(letters: Path) -> None:
    """``a.pdf`` beside ``a.en.txt``; a scan whose partner is in the original's language is not guessed."""
    put(letters, "a.en.txt", "b.de.txt")
    for name in ("a.pdf", "b.pdf"):
        (letters / name).write_bytes(b"%PDF-1.4\n")
    assert names(contents_of(letters).documents) == ["a.pdf + a.en.txt"]
    assert names(contents_of(letters, (None, "de")).documents) == ["b.pdf + b.de.txt"]
    assert not contents_of(letters, ("en", "ru")).documents


def test_the_settings_say_which_language_is_the_original(letters: Path) -> None:
    """Where they name it, a translation out of English is one, too."""
    put(letters, "a.en.txt", "a.ru.txt", "b.de.txt", "b.ru.txt")
    assert names(contents_of(letters, ("en", None)).documents) == ["a.en.txt + a.ru.txt"]
    assert names(contents_of(letters, (None, "de")).documents) == [
        "a.ru.txt + a.en.txt",
        "b.ru.txt + b.de.txt",
    ]


def test_the_list_of_documents_decides(letters: Path) -> None:
    """It pairs, it takes files alone, it leaves files out; a name without a file is a problem."""
    put(letters, "a.txt", "b.txt", "c.en.txt", "c.ru.txt", "notes.txt")
    lines = ["# a note", "a.txt\tb.txt", "c.en.txt", "-notes.txt", "gone.txt", "a\tb\tc"]
    (letters / FILE_NAME).write_text("\n".join(lines), encoding="utf-8")
    found = contents_of(letters)
    assert names(found.documents) == ["a.txt + b.txt", "c.en.txt", "c.ru.txt"]
    assert [one.name for one in found.skipped] == ["notes.txt"]
    assert len(found.problems) == 2
    assert "line 6" in found.problems[0]
    assert "gone.txt" in found.problems[1]


def test_other_files_are_named_with_the_reason(letters: Path) -> None:
    """Pictures, workbooks, bytes, unknown names, folders; our own files are not worth a line."""
    put(letters, "a.txt", "a.review.jsonl", "a.review.ipynb", "a.review.jsonl.lock", ".hidden.txt")
    put(letters, "words.txt", "glossary.tsv", "a.corrected.txt", "quality-report.html", "a.tmx", "b.csv")
    (letters / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    (letters / "bytes.txt").write_bytes(b"a\0\1\2")
    (letters / "more").mkdir()
    put(letters / "more", "b.txt")
    found = contents_of(letters)
    assert names(found.documents) == ["a.txt"]
    reasons = {one.name: one.reason for one in found.skipped}
    assert reasons.keys() == {
        *("scan.png", "bytes.txt", "more", "b.csv"),
        *("a.corrected.txt", "quality-report.html", "a.tmx"),
    }
    assert "picture" in reasons["scan.png"]
    assert "a.txt" in reasons["a.tmx"]


def test_a_file_that_is_skipped_can_be_named(letters: Path) -> None:
    """Whoever knows better writes it into the list."""
    put(letters, "a.csv")
    (letters / FILE_NAME).write_text("a.csv\n", encoding="utf-8")
    assert names(contents_of(letters).documents) == ["a.csv"]


def test_the_lists_of_a_folder_are_written_once(letters: Path) -> None:
    """Empty, with what is unclear in the list of documents; what is there stays."""
    put(letters, "a.txt", "a.en.txt")
    (letters / "words.txt").write_text("берёзов\n", encoding="utf-8")
    folder = Folder.open(letters)
    assert not folder.glossary.exists()
    folder.prepare()
    assert folder.words.read_text("utf-8") == "берёзов\n"
    listed = (letters / FILE_NAME).read_text("utf-8")
    assert "# a.en.txt\ta.txt\n" in listed
    assert len(contents_of(letters).unclear) == 1
    (letters / FILE_NAME).write_text(listed.replace("# a.en.txt\ta.txt", "a.txt\ta.en.txt"), encoding="utf-8")
    folder.prepare()
    assert names(contents_of(letters).documents) == ["a.txt + a.en.txt"]


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    """With its path."""
    with pytest.raises(ReadError, match="gone"):
        Folder.open(tmp_path / "gone")
