"""Numbers that only one side names."""

from __future__ import annotations

from collections.abc import Iterator

from align.check.context import CheckContext
from align.check.date import dates
from align.check.line import Line
from align.check.units import converted
from align.flag import Flag
from align.numerals.quantities import Form, Quantity, quantities

SWAPPED, LOST = 0.9, 0.75
"""How sure a doubt is, fraction 0-1: where both sides name a number the other lacks, where one does."""

SMALL = 10
"""Numbers below it may be lost in good translation (*two-nil win*, *in the first half*)."""


def numbers(matter: CheckContext) -> Iterator[Flag]:
    """A number in digits that the other side names in no form, or two different ones at one place.

    Digits, words, Roman numerals, ranges, scales (``1.5 million``) and years cut short are one number.
    Days of dates are left to the check of dates.
    """
    for both in matter.both:
        alone = [_alone(line, other) for line, other in both.sides]
        source, target = alone
        ordinals = [
            quantity for quantity in _alone(both.source, both.target, ("vague",)) if _counts(quantity)
        ]
        for one, other in zip(source or ordinals, target, strict=False):
            said, meant = both.target.text[other.start : other.stop], both.source.text[one.start : one.stop]
            reason = f"the translation says {said}, the original {meant}."
            yield both.target.flag(other.start, other.stop, "check.number", SWAPPED, reason)
        if not ((source or ordinals) and target):
            yield from _lost(both.source, source, "translation")
            yield from _lost(both.target, target, "original")


def _lost(line: Line, numbers: list[Quantity], other: str) -> Iterator[Flag]:
    """Numbers in digits of one side alone; small ones come and go."""
    for quantity in numbers:
        if quantity.form == "digits" and max(quantity.values) >= SMALL:
            reason = f"the {other} does not name {line.text[quantity.start : quantity.stop]}."
            yield line.flag(quantity.start, quantity.stop, "check.number", LOST, reason)


def _counts(quantity: Quantity) -> bool:
    """Whether a vague word is an ordinal or compound above two (``третий``), no half, pair or century."""
    return all(3 <= value <= 90 and value != 12 for value in quantity.values)


def _alone(line: Line, other: Line, forms: tuple[Form, ...] = ("digits", "word")) -> list[Quantity]:
    """Numbers that certainly stand in ``line`` and in no form in ``other``."""
    there = quantities(other.readings, other.language)
    everywhere = (*there, *quantities(line.text, line.language))
    days = [range(date.start, date.stop) for date in dates(line.sure)]
    return [
        quantity
        for quantity in quantities(line.sure, line.language)
        if quantity.form in forms
        and not any(quantity.start in day for day in days)
        and not any(quantity.meets(partner) for partner in there)
        and not converted(line.text, quantity, everywhere)
    ]
