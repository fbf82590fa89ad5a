"""The numbers a text names, in digits, Roman numerals and words, with all values that each may have."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from align.lang import registry
from align.lang.number_words import NumberWords
from align.numerals.figures import figures
from align.numerals.quantity import Quantity
from align.numerals.roman import look_alike_numerals, roman_numerals
from align.numerals.words import word_numbers

RANGE = re.compile(r"\s?[-–—]\s?|\s(?:or|to|and|или|до|и)\s|\s")
"""What stands between two numbers of which only the second has its scale (``two or three thousand``)."""

WORD_BEHIND = re.compile(r"\s([^\W\d_]+)")


@lru_cache(maxsize=1 << 12)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The numbers of a text in order.

    Args:
        text: Any text.
        language: ISO 639-1; number words are found in languages that describe them (Russian and English).

    Returns:
        Each number in digits (``1,5 млн``, ``1 250``), Roman numerals and words (``two hundred and five``).
        The first number of a range may have the scale of the second (``two or three thousand``). Roman
        numerals may be written with Cyrillic letters and digits (``ХХ``, ``1У``).

    Example:
        >>> [sorted(found.values) for found in quantities("Chapter XIV, 1.5 million, twenty-five", "en")]
        [[14.0], [1.5, 1500000.0], [25.0]]
    """
    romans = [
        Quantity(place.start, place.stop, frozenset({float(value)}), "roman")
        for place, value in (*roman_numerals(text), *look_alike_numerals(text))
    ]
    numbers = registry.language(language).numbers
    inside = {at for roman in romans for at in range(roman.start, roman.stop)}
    digits = [quantity for quantity in figures(text, numbers) if quantity.start not in inside]
    inside = {at for one in digits for at in range(one.start, one.stop)}
    words = (quantity for quantity in word_numbers(text, numbers) if quantity.start not in inside)
    found = sorted([*digits, *romans, *words], key=lambda quantity: quantity.start)
    return tuple(_with_hours(text, _with_scales_of_ranges(text, found), numbers))


def _with_hours(text: str, found: list[Quantity], numbers: NumberWords) -> list[Quantity]:
    """Give hours the values that another language names them by (``half past six``, ``в седьмом часу``)."""
    timed = list(found)
    for at, one in enumerate(found):
        behind = WORD_BEHIND.match(text, one.stop)
        if behind and behind[1].lower() in numbers.hour_nouns and one.form == "vague":
            timed[at] = replace(one, values=one.values | {value - 1 for value in one.values})
        link = text[found[at - 1].stop : one.start].strip(" -").lower() if at else ""
        if at and link in numbers.hour_links and _is_part_of_hour(found[at - 1], one):
            late, [fraction, *_] = numbers.hour_links[link], found[at - 1].values
            hours = {value - late for value in one.values}
            timed[at] = replace(one, values=one.values | hours | {hour + fraction for hour in hours})
    return timed


def _is_part_of_hour(one: Quantity, hour: Quantity) -> bool:
    return min(one.values) < 1 and min(hour.values) >= 1 and max(hour.values) <= 12


def _with_scales_of_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the numbers of a range the scale that only one of them has."""
    scaled = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        if RANGE.fullmatch(text, one.stop, other.start):
            scaled[at] = _with_scale(scaled[at], other)
            scaled[at + 1] = _with_scale(scaled[at + 1], one)
    return scaled


def _with_scale(one: Quantity, other: Quantity) -> Quantity:
    if one.scale > 1 or other.scale == 1 or max(one.values) >= other.scale:
        return one
    return replace(one, values=one.values | {value * other.scale for value in one.values})
