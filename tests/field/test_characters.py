"""Texts whose characters stand in other code points, between other line breaks, or as entities."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import align
from align.bitext import Bitext

Rows = Callable[[Bitext], list[tuple[str, str]]]

pytestmark = pytest.mark.model


def _read(folder: Path) -> Bitext:
    return align.align_files(folder / "source.txt", folder / "target.txt")


def test_same_letter_other_code_point(field: Callable[[str], Path], rows: Rows) -> None:
    """Decomposed letters, a stress mark, a hyphen that never breaks, an invisible space: no flag."""
    bitext = _read(field("04-same-letter-other-code-point"))
    assert not bitext.flags
    assert rows(bitext)[1][0] == "Посылаем пять-шесть дивизий и 38-ю бригаду."
    assert len(bitext) == 4


def test_line_breaks_not_lf(field: Callable[[str], Path]) -> None:
    """As with newlines: whole sentences, sure, no flag."""
    bitext = _read(field("05-line-breaks-not-lf"))
    assert not bitext.flags
    assert [bead.type for bead in bitext.alignment] == ["1-1", "1-1"]
    assert min(bead.confidence for bead in bitext.alignment) > 0.9


def test_control(field: Callable[[str], Path], rows: Rows) -> None:
    """Control characters hide neither a word nor the end of a sentence."""
    bitext = _read(field("19-control"))
    assert rows(bitext) == [
        ("Первый пункт принят.", "The first item is adopted."),
        ("Второй пункт отклонён.", "The second item is rejected."),
    ]
    assert not bitext.flags


def test_html_entities(field: Callable[[str], Path], rows: Rows) -> None:
    """They are read as the marks they stand for."""
    bitext = _read(field("40-html-entities"))
    assert not bitext.flags
    assert rows(bitext)[0][1] == 'He read "New Word", May 1942.'


@pytest.mark.parametrize(
    "source",
    [
        "Поезд ушёл в Москву.\rПосол ждал ответа\rдо вечера.",
        "Поезд ушёл в Москву.\u2028Посол ждал ответа\u2028до вечера.",
        "Поезд ушёл в Москву.\x85Посол ждал ответа\x85до вечера.",
        "Поезд ушёл в Москву.\r\nПосол ждал ответа\r\nдо вечера.",
        "Поезд уше\u0308л в Москву. Посол ждал отве\u0301та до вечера.",
        "По\u200bезд ушёл в\u00a0Москву. Посол\u202fждал ответа до\u2009вечера.",
        "Поезд ушёл в&nbsp;Москву.<br>Посол ждал ответа<br/>до вечера.",
        "<p>Поезд ушёл в Москву.</p><p>Посол ждал ответа до&#160;вечера.</p>",
        "\ufeffПоезд ушёл в Москву.\x0c\x07 Посол ждал ответа до вечера.\x1a",
        "Поезд ушёл в Москву. Посо\u00adл ждал отве\u00adта до вечера.",
    ],
)
def test_other_members(source: str, rows: Rows) -> None:
    """The same two sentences in ten disguises: two pairs, no flag, nothing corrected."""
    bitext = align.align_texts(
        source, "The train left for Moscow. The ambassador waited for the answer till evening."
    )
    assert [len(row[0].split()) for row in rows(bitext)] == [4, 5]
    assert not bitext.flags
    assert bitext.correct(min_confidence=0.0) == source


def test_a_correction_replaces_a_letter_with_its_marks() -> None:
    """The stress mark of a misread word does not stay behind."""
    source = "Посол жда\u0301л ответа китайсхо\u0301го правительства."
    bitext = align.align_texts(source, "The ambassador waited for the answer of the Chinese government.")
    assert bitext.correct() == "Посол жда\u0301л ответа китайского правительства."
