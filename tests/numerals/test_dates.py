"""Days of months in a text."""

from __future__ import annotations

import pytest

from align.numerals.dates import dates


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("Писано 5 октября 1950 г.", 10, 5),
        ("в Октябре 5-го", 10, 5),
        ("Written on October 5, 1950.", 10, 5),
        ("the 5th of Oct.", 10, 5),
        ("Получено 7.XI.50", 11, 7),
        ("Получено 07.11.1950", 11, 7),
    ],
)
def test_a_day_is_found_in_words_and_figures(text: str, month: int, day: int) -> None:
    """Russian and English months in any form, figures day first."""
    assert [(date.month, date.day) for date in dates(text)] == [(month, day)]


@pytest.mark.parametrize("text", ["He may 5 times", "35 октября", "5.13.1950", "октябрь 1950", "2.10"])
def test_what_is_no_day_is_not_found(text: str) -> None:
    """Small *may* is a verb, and a month has 31 days at most."""
    assert dates(text) == ()


def test_the_two_calendars_are_ten_to_thirteen_days_apart() -> None:
    """25 October of the old style is 7 November; across the end of a year too."""
    one, other, third = dates("25 октября, 7 November, 8 November")
    assert one.meets(other)
    assert not one.meets(third) or third.day - one.day in range(10, 15)
    last, first = dates("December 25, 6 January")
    assert last.meets(first)
