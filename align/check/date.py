"""Dates that differ, old style and new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Calendar  # noqa: N812  # the noun is taken here
from datetime import timedelta
from functools import lru_cache
from types import MappingProxyType

from align.check.context import CheckContext
from align.flag import Flag
from align.numerals.roman import arabic

STEMS: Mapping[str, int] = MappingProxyType(
    {
        "январ": 1, "феврал": 2, "март": 3, "апрел": 4, "мая": 5, "май": 5, "мае": 5, "июн": 6, "июл": 7,
        "август": 8, "сентябр": 9, "октябр": 10, "ноябр": 11, "декабр": 12,
        "January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6, "July": 7, "August": 8,
        "September": 9, "October": 10, "November": 11, "December": 12,
        "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9, "Oct": 10,
        "Nov": 11, "Dec": 12,
    }
)  # fmt: skip
RUSSIAN = (
    r"(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)(?:ь|я|а|е|ю|ем|ём|у|ом)?|"
    r"ма[йяе]"
)
ENGLISH = "|".join(stem for stem in STEMS if stem[0].isascii())
MONTH = rf"(?P<month>\b(?:(?i:{RUSSIAN})|{ENGLISH})\b)\.?"
DAY = r"(?P<day>[0-3]?\d)(?:-?[^\W\d_]{1,3})?"
DATE = re.compile(
    rf"\b{DAY}(?:[- ]of)?\s+{MONTH}"
    rf"|{MONTH.replace('month', 'month2')}\s+{DAY.replace('day', 'day2')}\b(?!\d)(?!\s*(?:год|г\.))"
    r"|\b(?P<day3>[0-3]?\d)\.(?P<month3>[01]?\d|[IVX]{1,4})\.(?:\d{4}|\d{2})\b"
)
STYLES = range(10, 14)
"""Days between the Julian and the Gregorian calendar, 16th to 21st century."""


@dataclass(frozen=True)
class Date:
    """A day of a month at ``start:stop`` of a text."""

    start: int
    stop: int
    month: int
    day: int

    def meets(self, other: Date) -> bool:
        """Whether the two can be one day, each in either style."""
        if (self.month, self.day) == (other.month, other.day):
            return True
        distance = abs((self.in_a_year() - other.in_a_year()).days)
        return min(distance, 366 - distance) in STYLES

    def in_a_year(self) -> Calendar:
        """Of a leap year, so that every day exists; a day too high runs into the next month."""
        return Calendar(2000, self.month, 1) + timedelta(days=self.day - 1)


@lru_cache(maxsize=1 << 12)
def dates(text: str) -> tuple[Date, ...]:
    """Days of months, written out in Russian or English or in figures, day first."""
    found = []
    for match in DATE.finditer(text):
        month = _month(match["month"] or match["month2"] or match["month3"])
        day = int(match["day"] or match["day2"] or match["day3"])
        if month is not None and 1 <= day <= 31:
            found.append(Date(match.start(), match.end(), month, day))
    return tuple(found)


def _month(written: str) -> int | None:
    number = int(written) if written.isdigit() else arabic(written)
    if number is not None:
        return number if 1 <= number <= 12 else None
    small = written.lower()
    found = (number for stem, number in STEMS.items() if written == stem or small.startswith(stem))
    return next(found, None)


def days(matter: CheckContext) -> Iterator[Flag]:
    """A day of a month in the translation that is none of the original's, in either calendar."""
    for both in matter.both:
        expected, there = dates(both.source.sure), dates(both.source.readings)
        for date in dates(both.target.sure):
            if expected and not any(date.meets(other) for other in there):
                said = both.source.text[expected[0].start : expected[0].stop]
                reason = f"the original has {said}; old and new style do not explain it."
                yield both.target.flag(date.start, date.stop, "check.date", 0.9, reason)
