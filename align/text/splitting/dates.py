"""Dates that close a letter."""

from __future__ import annotations

import re

from align.lang.abbreviations import MONTHS
from align.text.splitting.tokens import Tokens

NUMERIC_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")


def with_date(tokens: Tokens, starts: list[int]) -> list[int]:
    """A date behind a signature in capitals, at the paragraph's end, stands for itself."""
    if not starts or len(tokens) - starts[-1] > 12:
        return starts
    date = _final_date(tokens)
    if date is None or date <= starts[-1]:
        return starts
    name = tokens.texts[date - 1]
    return [*starts, date] if len(name) > 1 and name.isupper() and name.isalpha() else starts


def _final_date(tokens: Tokens) -> int | None:
    """Where a date begins that ends the paragraph: ``5 октября 1950 г.``, ``2.10.50``."""
    stop = len(tokens)
    while stop and (tokens.is_mark(stop - 1) or tokens.texts[stop - 1].rstrip(".") == "г"):
        stop -= 1
    if stop >= 1 and NUMERIC_DATE.fullmatch(tokens.texts[stop - 1]):
        return stop - 1
    if stop < 3 or not re.fullmatch(r"\d{4}", tokens.texts[stop - 1]):
        return None
    day, month = tokens.texts[stop - 3 : stop - 1]
    return stop - 3 if day.isdigit() and month in MONTHS | {name.capitalize() for name in MONTHS} else None
