"""The table of formats, and the functions that read it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from align.bitext import Bitext
from align.errors import InputError
from align.export import FORMATS, ExportedFiles, collect_rows, export, export_files, format_of, output_paths
from align.export.corrected import apparatus, corrected
from align.flag import Flag

from .made import bitext, decide, review

TEXT_FORMATS = [name for name, one in FORMATS.items() if not one.needs_pages]

PAIR = ("Баш ответ получил.", "I received your reply.")


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_every_format_is_written_and_labelled(name: str) -> None:
    """The function that the table names exists and gives files."""
    found = FORMATS[name]
    assert found.name == name
    assert found.label
    made = export(collect_rows(review(PAIR)), name)
    assert made.files
    assert set(found.parts) <= set(made.files)
    assert (set(made.files) == {""}) or not found.printable


def test_no_two_formats_share_a_suffix() -> None:
    """A file's name stands for one format."""
    suffixes = [suffix for one in FORMATS.values() for suffix in one.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("letter.json", "json"),
        ("letter.align.json", "json"),
        ("letter.jsonl", "jsonl"),
        ("letter.tsv", "tsv"),
        ("LETTER.TMX", "tmx"),
        ("letter.xlf", "xliff"),
        ("letter.xliff", "xliff"),
        ("letter.xlsx", "xlsx"),
        ("letter.docx", "docx"),
        ("letter.tei", "tei"),
        ("letter.tei.xml", "tei"),
        ("letter.html", "html"),
        ("letter.txt", "text"),
    ],
)
def test_the_end_of_a_name_stands_for_a_format(path: str, name: str) -> None:
    """In small and capital letters."""
    assert format_of(Path("out") / path) == name


@pytest.mark.parametrize("path", ["letter", "letter.xml", "letter.moses", "tmx"])
def test_a_name_that_stands_for_no_format_is_refused(path: str) -> None:
    """The message lists the suffixes."""
    with pytest.raises(InputError, match=rf"{path}: expected a file name that ends in \.json, .*\.txt"):
        format_of(Path(path))


def test_a_bitext_is_exported_like_a_review_without_decisions() -> None:
    """Both are taken by the same function."""
    whole = bitext([([PAIR[0]], [PAIR[1]])])
    assert export_files(whole, "jsonl").files == export_files(review(PAIR), "jsonl").files


def test_decisions_of_a_review_are_exported() -> None:
    """Also the messages on rows that are left out."""
    opened = review(PAIR, ("Он ушёл.", "He left."))
    decide(opened, do="confirm", row="s0")
    made = export_files(opened, "moses", confirmed=True, locales=("ru-RU", None))
    assert made.files[".ru-RU"].decode() == "Баш ответ получил.\n"
    assert made.messages == ("1 of 2 rows left out: 1 not confirmed (s19)",)
    with pytest.raises(InputError, match="no format 'tbx'"):
        export_files(opened, "tbx")


def test_files_are_named_after_the_output() -> None:
    """What is known before the export, and what it made."""
    assert output_paths("text", Path("out/a.txt")) == (Path("out/a.txt"), Path("out/a.txt.apparatus.tsv"))
    assert output_paths("json", None) == ()
    assert ExportedFiles({".ru": b"", ".en": b""}).paths(Path("out/a")) == {
        Path("out/a.ru"): b"",
        Path("out/a.en"): b"",
    }


def test_both_apparatuses_have_the_same_place_columns(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """The corrected text of ``align correct`` and the text format list changes alike."""
    _, changes = corrected(tiny((doubt,)), 0.9)
    table = export_files(review(PAIR), "text").files[".apparatus.tsv"].decode()
    heads = [text.splitlines()[0].split("\t") for text in (apparatus(changes), table)]
    assert heads == [
        ["start", "stop", "old", "new", "confidence", "reason"],
        ["start", "stop", "old", "new", "how", "by"],
    ]


def test_the_table_of_formats_loads_no_library() -> None:
    """``align --help`` lists the formats at once."""
    code = "from align.export import FORMATS; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"numpy", "lxml", "docx", "xlsxwriter", "align.review"} & set(done.stdout.split())
