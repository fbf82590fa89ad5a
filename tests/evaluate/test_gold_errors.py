"""Gold error files: what is read, and the errors for files that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from align.errors import InputError, ReadError
from align.evaluate.gold_errors import GoldError, check_gold, read_furniture, read_gold_errors
from align.text.span import Span

HEADER = "start\tstop\tocr\ttruth\tkind\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def written(text: str) -> Path:
        (tmp_path / "errors.tsv").write_bytes(text.encode())
        return tmp_path / "errors.tsv"

    return written


def test_columns_are_read_as_they_stand(write: Callable[[str], Path]) -> None:
    """Quotes are letters like any other, a backslash escapes, an empty truth is a stray mark."""
    rows = '9\t12\t“a"\t«a»\ttypography\n0\t5\tМ1е\\\\5\tNie\tocr\n6\t7\t`\t\tocr\n12\t12\t\tда\tlost\n'
    assert read_gold_errors(write(HEADER + rows)) == (
        GoldError(Span(0, 5), "М1е\\5", "Nie", "ocr"),
        GoldError(Span(6, 7), "`", "", "ocr"),
        GoldError(Span(9, 12), '“a"', "«a»", "typography"),
        GoldError(Span(12, 12), "", "да", "lost"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"errors\.tsv, line 1: expected the columns start stop ocr truth kind"),
        ("begin\tend\n", "line 1: expected the columns"),
        (HEADER + "1\t2\ta\tb\n", "line 2: expected 5 columns with tabs between, got 4"),
        (HEADER + "1\t2\ta\tb\tocr\nx\t2\ta\tb\tocr\n", "line 3: expected 0 <= start <= stop"),
        (HEADER + "3\t2\ta\tb\tocr\n", "line 2: expected 0 <= start <= stop"),
        (HEADER + "1\t2\ta\tb\tOCR\n", "line 2: expected a kind of ocr, break, typography, lost, got 'OCR'"),
    ],
)
def test_a_bad_row_is_named(write: Callable[[str], Path], text: str, message: str) -> None:
    """The error names the line, what was expected and what came."""
    with pytest.raises(ReadError, match=message):
        read_gold_errors(write(text))


def test_furniture_is_places(tmp_path: Path) -> None:
    """Page furniture is read as spans, in order."""
    (tmp_path / "aside.tsv").write_text("start\tstop\ttext\n50\t52\t3.\n9\t14\t- 2 -\n", encoding="utf-8")
    assert read_furniture(tmp_path / "aside.tsv") == (Span(9, 14), Span(50, 52))


def test_gold_of_another_file_is_refused() -> None:
    """The gold's words must stand in the raw file at their places; line breaks count as spaces."""
    check_gold("резу-\nльтате", [GoldError(Span(0, 12), "резу- льтате", "результате", "break")])
    for stretch in (GoldError(Span(0, 4), "Ваш", "Баш", "ocr"), GoldError(Span(90, 93), "Баш", "Ваш", "ocr")):
        with pytest.raises(InputError, match="is it the gold of another file"):
            check_gold("Баш ответ", [stretch])


@pytest.mark.data
def test_every_development_file_fits_its_text(data: Path) -> None:
    """All gold errors of the development set stand in their raw files."""
    for folder in sorted((data / "ocr-dev").iterdir()):
        raw = (folder / "source.txt").read_bytes().decode()
        check_gold(raw, read_gold_errors(folder / "errors.tsv"))
        for span in read_furniture(folder / "aside.tsv"):
            assert span.of(raw).strip()
