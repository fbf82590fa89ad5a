"""Words that a line's end breaks, that lost their spaces, or that have too many."""

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


def test_line_end_hyphens(field: Callable[[str], Path], rows: Rows) -> None:
    """Compounds keep their hyphen, names and years close: no flag, nothing to correct."""
    folder = field("13-line-end-hyphens")
    bitext = _read(folder)
    assert not bitext.flags
    text = " ".join(source for source, _ in rows(bitext))
    for word in ("по-русски", "из-за", "кого-нибудь", "Вице-президент", "Нью-Йорке", "Кто-то", "1950-1953"):
        assert word in text
    assert bitext.correct(min_confidence=0.0) == (folder / "source.txt").read_text(encoding="utf-8")


def test_correct_leaves_the_hyphen(field: Callable[[str], Path]) -> None:
    """A broken word that was misread is whole after its correction."""
    bitext = _read(field("13b-correct-leaves-the-hyphen"))
    assert bitext.correct() == (
        "Он получил ответ китайского\nправительства и сразу же уехал в Пекин.\n"
        "Посол вручил ноту министру\nиностранных дел.\n"
    )


def test_joined(field: Callable[[str], Path], rows: Rows) -> None:
    """Words without their spaces are cut at each word; letter-spaced words are closed."""
    bitext = _read(field("09-joined"))
    first = {flag.text: flag.suggestions[0].text for flag in bitext.flags}
    assert first == {
        "перейдутграницу": "перейдут границу",
        "получен,передан": "получен, передан",
        "СССР,рассмотревпредложение,согласно": "СССР, рассмотрев предложение, согласно",
    }
    assert rows(bitext)[3][0] == "Секретарь ЦК подписал приказ немедленно."


def test_head_glued(field: Callable[[str], Path], rows: Rows) -> None:
    """The few lines of a head are no paragraph; the head has a row of its own."""
    bitext = _read(field("26-head-glued"))
    assert rows(bitext)[0] == ("СОВЕРШЕННО СЕКРЕТНО", "TOP SECRET")
    assert rows(bitext)[-1][0] == "Посол вручил ноту министру."
    assert not bitext.flags


@pytest.mark.parametrize(
    ("observed", "first"),
    [
        ("правительствосогласно", "правительство согласно"),
        ("Посол,прибывшийвчера,уехал", "Посол, прибывший вчера, уехал"),
        ("вручилнотуминистру", "вручил ноту министру"),
        ("иностранныхдел", "иностранных дел"),
    ],
)
def test_words_run_together(observed: str, first: str) -> None:
    """Also more than two, with commas between them."""
    target = (
        "The ambassador, who arrived yesterday, left; the government agrees; "
        "he handed a note to the minister of foreign affairs."
    )
    bitext = align.align_texts(f"Вот {observed} сегодня.", target)
    found = [flag for flag in bitext.flags if flag.side == "source" and flag.kind.startswith("ocr")]
    assert [(flag.text, flag.suggestions[0].text) for flag in found] == [(observed, first)]


@pytest.mark.parametrize(
    "source",
    [
        "МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ\nОтдел печати\nМосква\nПосол вручил ноту министру.",
        "Экз. № 1\nТов. Молотову\nТов. Микояну\nПосол вручил ноту министру.",
        "ШИФРТЕЛЕГРАММА\nИЗ ПЕКИНА\nВнеочередная\nПосол вручил ноту министру.",
    ],
)
def test_a_head_is_not_glued_to_the_text(source: str, rows: Rows) -> None:
    """Other heads of three lines."""
    target = "One\nTwo\nThree\nThe ambassador handed the note to the minister."
    bitext = align.align_texts(source, target)
    assert any(row[0] == "Посол вручил ноту министру." for row in rows(bitext))


@pytest.mark.parametrize("hyphen", ["-\n", "-\r\n", "¬\n", "\u00ad\n", "\u00ad", "-\n\n- 2 -\n\n", "- "])
def test_a_broken_word_that_was_misread_becomes_whole(hyphen: str) -> None:
    """Whatever breaks it, the review and ``correct`` leave one word and lose no line."""
    source = f"Он получил ответ китай{hyphen}схого правительства и сразу же уехал в Пекин."
    target = "He received the answer of the Chinese government and left at once for Peking."
    corrected = align.align_texts(source, target).correct()
    assert " ".join(corrected.replace("- 2 -", "").split()) == (
        "Он получил ответ китайского правительства и сразу же уехал в Пекин."
    )
    assert corrected.count("\n") == source.count("\n")
