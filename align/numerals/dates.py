"""Days of months in a text, compared in the Julian and the Gregorian calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as Calendar  # noqa: N812  # Date is the class of this module
from datetime import timedelta
from functools import lru_cache

from align.lang.registry import LANGUAGES
from align.numerals.roman import arabic, latin_form

_MONTH_NAMES = "|".join(
    language.months.pattern for language in LANGUAGES.values() if language.months.pattern is not None
)
_MONTH = rf"(?P<month>\b(?:{_MONTH_NAMES})\b)\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:-?[^\W\d_]{1,3})?"
DATE = re.compile(
    rf"\b{_DAY}(?:[- ]of)?\s+{_MONTH}"
    rf"|{_MONTH.replace('month', 'month2')}\s+{_DAY.replace('day', 'day2')}\b(?!\d)(?!\s*(?:год|г\.))"
    r"|\b(?P<day3>[0-3]?\d)\.(?P<month3>[01]?\d|[IVXІХУ1]{1,4})\.(?:\d{4}|\d{2})\b"
)
CALENDAR_DIFFERENCE = range(10, 14)
"""Days between the Julian and the Gregorian calendar, 16th to 21st century."""

DAYS_OF_YEAR = 366
"""Of a leap year, in which every day of a month exists."""


@dataclass(frozen=True)
class Date:
    """A day of a month at ``start:stop`` (code points) of a text; ``month`` 1 to 12, ``day`` 1 to 31."""

    start: int
    stop: int
    month: int
    day: int

    def meets(self, other: Date) -> bool:
        """Whether the two can be one day, each in either calendar."""
        if (self.month, self.day) == (other.month, other.day):
            return True
        distance = abs((self._in_leap_year() - other._in_leap_year()).days)
        return min(distance, DAYS_OF_YEAR - distance) in CALENDAR_DIFFERENCE

    def _in_leap_year(self) -> Calendar:
        """The day in 2000; a day that its month does not have is one of the next month."""
        return Calendar(2000, self.month, 1) + timedelta(days=self.day - 1)


@lru_cache(maxsize=1 << 12)
def dates(text: str) -> tuple[Date, ...]:
    """The days of months that a text names, in order.

    Args:
        text: In any language; months are known by name in the languages that describe their forms (Russian
            and English), whichever the text is in.

    Returns:
        Days with a month by name (``5 октября``, ``October 5``), and dates in figures with their year, day
        first (``5.10.1950``).

    Example:
        >>> [(date.month, date.day) for date in dates("Written on October 5, received 7.XI.50.")]
        [(10, 5), (11, 7)]
    """
    found = []
    for match in DATE.finditer(text):
        month = _month(match["month"] or match["month2"] or match["month3"])
        day = int(match["day"] or match["day2"] or match["day3"])
        if month is not None and 1 <= day <= 31:
            found.append(Date(match.start(), match.end(), month, day))
    return tuple(found)


def _month(written: str) -> int | None:
    number = int(written) if written.isdigit() else arabic(latin_form(written))
    if number is not None:
        return number if 1 <= number <= 12 else None
    found = (language.months.number(written) for language in LANGUAGES.values())
    return next((number for number in found if number is not None), None)
