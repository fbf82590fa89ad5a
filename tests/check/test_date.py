"""Dates that differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Писано 5 октября 1950 г.", "Written on October 5, 1950."),
        ("Писано 5.10.1950 в Москве.", "Written in Moscow on 5 October 1950."),
        ("Случилось 25 октября 1917 года.", "It happened on November 7, 1917."),
        ("Отменено 19 февраля 1861 года.", "Abolished on 3 March 1861."),
        ("В мае он уехал.", "He may have left in May."),
    ],
)
def test_one_day_in_two_forms_or_calendars_is_one(marked: Marked, source: str, target: str) -> None:
    """Figures, words, and the old style of either side (10 to 13 days) are the same day."""
    assert marked((source, target)) == []


@pytest.mark.parametrize(
    ("target", "found"), [("On October 8, 1950.", "October 8"), ("On 5 December 1950.", "5 December")]
)
def test_another_day_or_month_is_marked(marked: Marked, target: str, found: str) -> None:
    """What no calendar explains is doubtful."""
    assert marked(("5 октября 1950 года.", target)) == [f"date: {found}"]
