"""The numbers that a text has in digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang import registry
from align.lang.number_words import NumberWords
from align.lang.unit_words import CURRENCY_SIGNS
from align.numerals.quantity import Quantity

DIGITS = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?(?![.,]?\d)|\d+(?:[.,]\d+)*"
)
GROUP_SPACE = re.compile(r"[ \u00a0\u2009\u202f]")
GROUPED = re.compile(r"(\d{1,3}(?:,\d{3})+)\.(\d+)|(\d{1,3}(?:\.\d{3})+),(\d+)")
"""Thousands are parted by one sign, the fraction by the other: ``1,234.5``, ``1.234,5``."""

CLOCK_OR_DATE = re.compile(r"[0-3]?\d[.:][0-5]\d")
"""Hours and minutes, a day and a month, or a number with two places."""

WORD_AFTER = re.compile(r"[ \u00a0-]?([^\W\d_]+|%)")
STOP_OF_SCALE = re.compile(rf"\.[ \u00a0]?([^\W\d_]+|[{''.join(CURRENCY_SIGNS)}](?!\s?\d))")
"""A full stop with the word or the sign of money behind it."""

WORDS_AFTER = re.compile(r"[ \u00a0](\w+)[ \u00a0](?:(\w+)[ \u00a0])?(\w+)")
AFTERNOON = re.compile(r"\s?[ap]\.?m\b|:\d\d\s?p\.?m\b", re.IGNORECASE)
FRACTION_SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}


def figures(text: str, numbers: NumberWords) -> Iterator[Quantity]:
    """The numbers in digits of a text, with the scales and fractions that belong to them.

    Args:
        text: Any text.
        numbers: The number words of its language.
    """
    for match in DIGITS.finditer(text):
        plain = _values(GROUP_SPACE.sub("", match.group()))
        fraction, stop = _fraction(text, match.end(), numbers)
        if fraction:
            plain = frozenset(value + fraction for value in plain)
        after = WORD_AFTER.match(text, stop)
        scale = _scale(after[1].lower()) if after else None
        values = frozenset(round(value * (scale or 1), 6) for value in plain)
        if after and scale and len(after[1]) > 1:
            stop = _after_stop(text, after.end())
        elif scale:
            values |= plain  # ``5 m`` may be metres
        if AFTERNOON.match(text, match.end()):
            values |= {value + 12 for value in plain if value < 12}
        yield Quantity(match.start(), stop, values, "digits", scale or 1)


def _fraction(text: str, at: int, numbers: NumberWords) -> tuple[float, int]:
    """The fraction behind a number (``½``, ``and a half``) and where it ends; 0 for none."""
    if text[at : at + 1] in FRACTION_SIGNS:
        return FRACTION_SIGNS[text[at]], at + 1
    words = WORDS_AFTER.match(text, at)
    if words and words[1] in numbers.fraction_joiners:
        for group in (2, 3):
            if words[group] in numbers.fractions:
                return numbers.fractions[words[group]], words.end(group)
    return 0, at


def _scale(word: str) -> float | None:
    """The factor of a word after digits, in any language: quotations have words of others."""
    found = (language.numbers.scales.get(word) for language in registry.LANGUAGES.values())
    return next((factor for factor in found if factor is not None), None)


def _after_stop(text: str, at: int) -> int:
    """Where a scale ends: behind the stop of its short form (``млн. рублей``), before that of a sentence."""
    found = STOP_OF_SCALE.match(text, at)
    return at + 1 if found and (found[1].islower() or _is_unit(found[1])) else at


def _is_unit(text: str) -> bool:
    """Whether a sign of money or a word in capitals names a unit, in any language; an initial does not."""
    if text in CURRENCY_SIGNS:
        return True
    named = (one.units.units(text.lower(), behind_figures=True) for one in registry.LANGUAGES.values())
    return len(text) > 1 and text.isupper() and any(named)


def _values(written: str) -> frozenset[float]:
    """``1,234``: a thousand, or one and a fraction; ``12.30``: a time too; ``2.10.50``: three numbers."""
    grouped = GROUPED.fullmatch(written)
    if grouped:
        whole, fraction = filter(None, grouped.groups())
        return frozenset({float(f"{re.sub('[.,]', '', whole)}.{fraction}")})
    parts = re.split(r"[.,]", written)
    if len(parts) == 1:
        return frozenset({float(written)})
    values = {float(".".join(parts))} if len(parts) == 2 else set()
    if all(len(part) == 3 for part in parts[1:]):
        values.add(float("".join(parts)))
    elif len(parts) > 2 or CLOCK_OR_DATE.fullmatch(written):
        values |= {float(part) for part in parts}
    return frozenset(values)
