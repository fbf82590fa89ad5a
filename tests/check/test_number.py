"""Numbers that only one side names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.flag import Flag

Flags = Callable[..., list[Flag]]
Marked = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Прошло 12 лет.", "Twelve years went by."),
        ("Прошло двенадцать лет.", "12 years went by."),
        ("Перейдёт 38-ю параллель.", "Crosses the 38th parallel."),
        ("О 5-6 дивизиях.", "About five-six divisions."),
        ("Глава XIV начинается.", "Chapter 14 begins."),
        ("Население 1 250 000 человек.", "A population of 1,250,000."),
        ("Потрачено 1,5 млн рублей.", "1.5 million roubles were spent."),
        ("Потрачено 1,5 млн рублей.", "1,500,000 roubles were spent."),
        ("В 1950–51 годах.", "In 1950 and 1951."),
        ("Скорость 135 км/ч.", "A speed of 85 mph."),
        ("Начало в 18:30.", "It begins at 6:30 p.m."),
        ("В двадцать пять лет.", "At 25."),
        ("Более 20 миллионов человек.", "More than 20 million people."),
        ("На третий день.", "On day 3, after three days."),
    ],
)
def test_one_number_in_two_forms_is_one(marked: Marked, source: str, target: str) -> None:
    """Digits, words, Roman numerals, ranges, scales, clocks and measures are compared by value."""
    assert marked((source, target)) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Прислали 14 вагонов.", "They sent 17 cars.", "17"),
        ("Прислали три вагона.", "They sent five cars.", "five"),
        ("В 1884 году.", "In 1844.", "1844"),
        ("Погибло 1 100 человек.", "Some 1,700 people died.", "1,700"),
        ("На третий день.", "After seven days.", "seven"),
    ],
)
def test_another_number_is_marked(marked: Marked, source: str, target: str, found: str) -> None:
    """A number in the translation stands where the original has another."""
    assert marked((source, target)) == [f"number: {found}"]


def test_a_number_that_is_lost_is_marked_in_the_original(flags: Flags) -> None:
    """The flag is on the number, and its reason names the side that lacks it."""
    [flag] = flags([("Прислали 250 вагонов.", "They sent cars.")])
    assert (flag.side, flag.text) == ("source", "250")
    assert "translation" in flag.reason


def test_words_that_may_count_or_not_are_left_alone(marked: Marked) -> None:
    """*First*, *one*, *a couple* come and go in good translation."""
    assert marked(("Он пришёл первым.", "He came.")) == []
    assert marked(("Он пришёл.", "He was the one who came, for a second.")) == []


def test_a_number_in_the_translators_brackets_is_no_addition(marked: Marked) -> None:
    """What stands in square brackets is the translator's own."""
    assert marked(("Он уехал.", "He left [in 1951].")) == []
