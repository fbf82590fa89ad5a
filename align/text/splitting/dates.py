"""Dates that close a letter."""

from __future__ import annotations

import re

from align.text.splitting.tokens import Tokens
from align.text.splitting.word_lists import MONTHS

NUMERIC_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")
YEAR = re.compile(r"\d{4}")
MAX_CLOSING = 12
"""Tokens of a signature with its date."""


def with_date(tokens: Tokens, starts: list[int]) -> list[int]:
    """The starts, and that of a date at the paragraph's end after a signature in capitals."""
    if not starts or len(tokens) - starts[-1] > MAX_CLOSING:
        return starts
    date = _final_date(tokens)
    if date is None or date <= starts[-1]:
        return starts
    name = tokens.texts[date - 1]
    return [*starts, date] if len(name) > 1 and name.isupper() and name.isalpha() else starts


def _final_date(tokens: Tokens) -> int | None:
    """Where a date begins that ends the paragraph: ``5 октября 1950 г.``, ``2.10.50``.

    Stricter than :func:`align.numerals.dates.dates`: with its year, in any language, the month in lower case
    or with one capital letter.
    """
    stop = len(tokens)
    while stop and (tokens.is_mark(stop - 1) or tokens.texts[stop - 1].rstrip(".") == "г"):
        stop -= 1
    if stop >= 1 and NUMERIC_DATE.fullmatch(tokens.texts[stop - 1]):
        return stop - 1
    if stop < 3 or not YEAR.fullmatch(tokens.texts[stop - 1]):
        return None
    day, month = tokens.texts[stop - 3 : stop - 1]
    named = month in MONTHS or (month == month.capitalize() and month.lower() in MONTHS)
    return stop - 3 if day.isdigit() and named else None
