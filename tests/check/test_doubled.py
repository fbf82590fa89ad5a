"""Sentences twice, and one sentence in two renderings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.check.same_sentence import are_one_sentence

Marked = Callable[..., list[str]]


def test_a_sentence_twice_on_one_side_is_marked(marked: Marked) -> None:
    """The second of the two."""
    assert marked(("Он ушёл домой рано.", "He went home early. / He went home early.")) == [
        "doubled: He went home early."
    ]


def test_a_sentence_the_author_repeats_is_no_fault(marked: Marked) -> None:
    """Where both sides say it twice, it is style."""
    assert marked(*[("Он ушёл домой рано.", "He went home early.")] * 2) == []


def test_the_same_sentence_rendered_otherwise_is_marked(marked: Marked) -> None:
    """The flag quotes the earlier rendering."""
    first = ("Каждый человек имеет право на жизнь.", "Everyone has the right to life.")
    other = ("Каждый человек имеет право на жизнь.", "All people may live.")
    assert marked(first, ("Дождь.", "Rain."), other) == ["rendering: All people may live."]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Отправлено 100 вагонов с зерном.", "Отправлено 200 вагонов с зерном.", False),
        ("Отправлено две тысячи вагонов.", "Отправлено три тысячи вагонов.", False),
        ("Поезд с зерном ушёл на север вчера.", "Поезд с зерном не ушёл на север вчера.", False),
        ("Письмо получено в Москве 3 июня утром.", "Письмо получено в Москве 3 июля утром.", False),
        (
            "Ноту правительства вручил посол Ли вчера днём.",
            "Ноту правительства вручил посол Пак вчера днём.",
            False,
        ),
        ("Поезд с зерном ушёл на север вчера.", "Поезд с зерном ушёл на севср вчера.", True),
        ("Поезд с зерном ушёл на север вчера.", "Поезд с зерном , ушёл на север вчера.", True),
    ],
)
def test_sentences_are_one_but_for_misread_letters(one: str, other: str, *, same: bool) -> None:
    """A number, month, name or negation makes another sentence of it."""
    assert are_one_sentence(one, other, "ru") == same
