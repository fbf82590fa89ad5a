"""How usual a number is among all of its length, as wordfreq (Speer 2022) estimates it.

Its lists have the numbers of each length as one word, whose digits are zeros. The functions equal those of
``wordfreq.numbers``; importing that package takes an eighth of a second.
"""

from __future__ import annotations

import re

NUMBER = re.compile(r"\d[\d.,]+")
DIGITS = re.compile(r"\d+")

FIRST_DIGIT = (0.009, 0.300, 0.175, 0.124, 0.096, 0.078, 0.066, 0.057, 0.050, 0.045)
"""Fraction of the numbers that begin with each digit: Benford's law, and an estimate for 0."""

YEAR_DIGITS = 4
"""Digits of a number that may be a year."""

NO_YEAR = 0.1
"""Fraction of such numbers that are no years."""

LATEST, LATEST_YEARS = 2019, 20
"""The year, and the years after it, that are most usual."""

LATEST_SHARE, EARLIER, LATER = -1.9185, 0.0083, 0.2
"""Log10 of the fraction of each of these; how much it falls for each year before them, and after them."""


def with_zeros(token: str) -> str:
    """A token with zeros for the digits of its numbers of two digits and more."""
    return NUMBER.sub(lambda match: re.sub(r"\d", "0", match.group()), token)


def number_share(token: str) -> float:
    """Fraction 0-1 of the tokens with the same zeros that are this one."""
    share = 1.0
    for number in NUMBER.findall(token):
        for digits in DIGITS.findall(number):
            share *= _year_share(digits) if len(digits) == YEAR_DIGITS else _benford_share(digits)
    return share


def _benford_share(digits: str) -> float:
    return float(FIRST_DIGIT[int(digits[0])] / 10 ** (len(digits) - 1))


def _year_share(digits: str) -> float:
    year = int(digits)
    falls = EARLIER * max(LATEST - year, 0) + LATER * max(year - LATEST - LATEST_YEARS, 0)
    return float(10.0 ** (LATEST_SHARE - falls)) + NO_YEAR * _benford_share(digits)
