"""The numbers a text names, in digits, Roman numerals and words, with all values that each may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from align.lang import registry
from align.lang.number_words import NumberWords
from align.numerals.roman import look_alike_numerals, roman_numerals

Form = Literal["digits", "roman", "word", "vague"]
"""``vague``: a word that names a number, but not always (``first``, ``one``, ``half``, ``двухэтажный``)."""

DIGITS = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?(?![.,]?\d)|\d+(?:[.,]\d+)*"
)
GROUP_SPACE = re.compile(r"[ \u00a0\u2009\u202f]")
GROUPED = re.compile(r"(\d{1,3}(?:,\d{3})+)\.(\d+)|(\d{1,3}(?:\.\d{3})+),(\d+)")
"""Thousands are parted by one sign, the fraction by the other: ``1,234.5``, ``1.234,5``."""

WORD = re.compile(r"[^\W\d_]+")
DIGITS_BEFORE = re.compile(r"\d[ \u00a0-]?\Z")
WORD_AFTER = re.compile(r"[ \u00a0-]?([^\W\d_]+|%)")
AFTERNOON = re.compile(r"\s?[ap]\.?m\b|:\d\d\s?p\.?m\b", re.IGNORECASE)
YEARS, SHORT_YEARS = range(1000, 2100), range(10, 100)
"""Years, and what they may be cut to."""


@dataclass(frozen=True)
class Quantity:
    """A number at ``start:stop`` (code points) of a text.

    Attributes:
        start: First code point.
        stop: After the last code point.
        values: All values that it may have.
        form: How it is written.
    """

    start: int
    stop: int
    values: frozenset[float]
    form: Form

    def meets(self, other: Quantity) -> bool:
        """Whether the two can be one number."""
        return any(_same(one, another) for one in self.values for another in other.values)


def _same(one: float, other: float) -> bool:
    """Equal, or a year and its last two digits."""
    small, large = sorted((one, other))
    shortened = YEARS.start <= large < YEARS.stop and SHORT_YEARS.start <= small < SHORT_YEARS.stop
    return one == other or (shortened and large % 100 == small)


@lru_cache(maxsize=1 << 12)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The numbers of a text in order.

    Args:
        text: Any text.
        language: ISO 639-1; number words are found in languages that describe them (Russian and English).

    Returns:
        Each number in digits (``1,5 млн``, ``1 250``), Roman numerals and words. A number of several words
        is one for each word, which may have the value of the whole too (``five-six``). Roman numerals may be
        written with Cyrillic letters and digits (``ХХ``, ``1У``).

    Example:
        >>> [sorted(found.values) for found in quantities("Chapter XIV, 1.5 million", "en")]
        [[14.0], [1.0, 1.5, 5.0, 1000000.0, 1500000.0, 5000000.0]]
    """
    romans = [
        Quantity(place.start, place.stop, frozenset({float(value)}), "roman")
        for place, value in (*roman_numerals(text), *look_alike_numerals(text))
    ]
    inside = {at for roman in romans for at in range(roman.start, roman.stop)}
    digits = (quantity for quantity in _digits(text) if quantity.start not in inside)
    found = [*digits, *romans, *_words(text, registry.language(language).numbers)]
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _digits(text: str) -> Iterator[Quantity]:
    for match in DIGITS.finditer(text):
        after = WORD_AFTER.match(text, match.end())
        scale = _scale(after.group(1).lower()) if after else None
        plain = _values(GROUP_SPACE.sub("", match.group()))
        values = plain | {round(value * scale, 6) for value in plain if scale}
        if AFTERNOON.match(text, match.end()):
            values = values | {value + 12 for value in plain if value < 12}
        yield Quantity(match.start(), match.end(), frozenset(values), "digits")


def _scale(word: str) -> float | None:
    """The factor of a word after digits, in any language: quotations have words of others."""
    found = (language.numbers.scale(word) for language in registry.LANGUAGES.values())
    return next((factor for factor in found if factor is not None), None)


def _values(written: str) -> frozenset[float]:
    """``1,234``: a thousand, or one and a fraction; ``12.30``: a time too; ``2.10.50``: three numbers."""
    grouped = GROUPED.fullmatch(written)
    if grouped:
        whole, fraction = filter(None, grouped.groups())
        return frozenset({float(f"{re.sub('[.,]', '', whole)}.{fraction}")})
    parts = re.split(r"[.,]", written)
    values = {float(part) for part in parts} if len(parts) > 1 else set()
    if len(parts) == 2:
        values.add(float(".".join(parts)))
    if len(parts) == 1 or all(len(part) == 3 for part in parts[1:]):
        values.add(float("".join(parts)))
    if len(parts) == 2 and all(len(part) == 3 for part in parts[1:]):
        values -= {float(part) for part in parts[1:]}
    return frozenset(values)


def _words(text: str, numbers: NumberWords) -> Iterator[Quantity]:
    """The number words of a text, runs of them with the value of the whole."""
    run: list[Quantity] = []
    for match in WORD.finditer(text):
        word = match.group().lower()
        named = _named(word.replace("ё", "е"), numbers)
        if named and named[0] >= 100 and DIGITS_BEFORE.search(text, 0, match.start()):
            continue  # a scale of the digits before it
        if named is None:
            if not (run and word in numbers.conjunctions):
                yield from _joined(run)
                run = []
            continue
        run.append(Quantity(match.start(), match.end(), frozenset({named[0]}), named[1]))
    yield from _joined(run)


def _named(word: str, numbers: NumberWords) -> tuple[float, Form] | None:
    """The number that a word names, and whether it always does."""
    exact = numbers.exact.get(word)
    if exact is not None:
        return float(exact), "word"
    vague = numbers.vague_number(word)
    return None if vague is None else (float(vague), "vague")


def _joined(run: list[Quantity]) -> Iterator[Quantity]:
    """The quantities of a run, each with the value of the whole as a further value."""
    if not run:
        return
    total = frozenset({_total([next(iter(quantity.values)) for quantity in run])})
    for quantity in run:
        yield Quantity(quantity.start, quantity.stop, quantity.values | total, quantity.form)


def _total(values: list[float]) -> float:
    """The value of number words in a row: ``two hundred fifty thousand`` -> 250,000."""
    total = part = 0.0
    for value in values:
        if value >= 1000:
            total, part = total + max(part, 1) * value, 0.0
        elif value == 100 and 0 < part < 10:
            part *= 100
        else:
            part += value
    return total + part
