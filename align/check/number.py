"""The check of numbers."""

from __future__ import annotations

from collections.abc import Iterator

from align.check.context import CheckContext
from align.check.line import Line
from align.check.units import may_be_converted
from align.flag import Flag
from align.numerals.dates import dates
from align.numerals.quantities import Form, Quantity, quantities

DIFFERENT_CONFIDENCE = 0.9
"""Where each side has a number that the other lacks."""

MISSING_CONFIDENCE = 0.75
"""Where one side lacks a number of the other."""

MIN_MISSING = 10
"""Numbers below it may be missing in a good translation (*two-nil win*, *in the first half*)."""

ORDINALS, DOZEN = range(3, 91), 12
"""Values that a vague word counts with; a dozen is seldom exact."""


def numbers_differ(context: CheckContext) -> Iterator[Flag]:
    """A number in digits that the other side has in no form, or a different number in its place.

    Digits, words, Roman numerals, ranges, scales (``1.5 million``) and years cut short are compared by
    value. Days of dates are left to the check of dates.
    """
    for pair in context.pairs:
        source, target = (_unmatched(line, other) for line, other in pair.sides)
        counting = source or [
            quantity for quantity in _unmatched(pair.source, pair.target, ("vague",)) if _counts(quantity)
        ]
        for one, other in zip(counting, target, strict=False):
            translated = pair.target.text[other.start : other.stop]
            original = pair.source.text[one.start : one.stop]
            reason = f"The translation has {translated}, the original {original}."
            yield pair.target.flag(other.start, other.stop, "check.number", DIFFERENT_CONFIDENCE, reason)
        if not (counting and target):
            yield from _missing(pair.source, source, "translation")
            yield from _missing(pair.target, target, "original")


def _missing(line: Line, numbers: list[Quantity], other: str) -> Iterator[Flag]:
    """Numbers in digits of one side only, unless they are small."""
    for quantity in numbers:
        if quantity.form == "digits" and max(quantity.values) >= MIN_MISSING:
            reason = f"The {other} does not have {line.text[quantity.start : quantity.stop]}."
            yield line.flag(quantity.start, quantity.stop, "check.number", MISSING_CONFIDENCE, reason)


def _counts(quantity: Quantity) -> bool:
    """Whether a vague word is an ordinal or compound above two (``третий``), no half, pair or century."""
    low, high = ORDINALS.start, ORDINALS.stop - 1
    return all(low <= value <= high and value != DOZEN for value in quantity.values)


def _unmatched(line: Line, other: Line, forms: tuple[Form, ...] = ("digits", "word")) -> list[Quantity]:
    """Numbers that are certain in ``line`` and that ``other`` has in no form."""
    others = quantities(other.with_corrections, other.language)
    of_both = (*others, *quantities(line.text, line.language))
    days = [range(date.start, date.stop) for date in dates(line.certain)]
    return [
        quantity
        for quantity in quantities(line.certain, line.language)
        if quantity.form in forms
        and not any(quantity.start in day for day in days)
        and not any(quantity.meets(partner) for partner in others)
        and not may_be_converted(line.text, quantity, of_both)
    ]
