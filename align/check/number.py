"""The check of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from align.check.context import AlignedPair, CheckContext
from align.check.line import Line
from align.flag import Flag
from align.numerals.amount import Amount
from align.numerals.amounts import amounts
from align.numerals.dates import dates
from align.numerals.quantity import Form

DIFFERENT_CONFIDENCE = 0.9
"""Where each side has a number that the other lacks."""

MISSING_CONFIDENCE = 0.75
"""Where one side lacks a number of the other."""

CURRENCY_CONFIDENCE = 0.8
"""Where both sides have one figure in two currencies."""

MIN_MISSING = 10
"""Numbers below it may be missing in a good translation (*two-nil win*, *in the first half*)."""

ORDINALS, DOZEN = range(3, 91), 12
"""Values that a vague word counts with; a dozen is seldom exact."""

ROUGH_CONVERSION = 1 / 3
"""Difference from which a measure in another unit is wrong, as a part of the larger (fraction 0-1)."""

BETWEEN_PARTS = re.compile(r"[\s.,-]*(?:[^\W\d_]{1,3}\s)?")
"""What stands between the parts of a measure: a short word at most (``an hour and 40 minutes``)."""

CERTAIN: tuple[Form, ...] = ("digits", "word")
EVERY: tuple[Form, ...] = (*CERTAIN, "roman", "vague", "homonym")


def numbers_differ(context: CheckContext) -> Iterator[Flag]:
    """A number in digits that the other side has in no form, or a different number in its place.

    Digits, words, Roman numerals, ranges, scales (``1.5 million``) and years cut short are compared by
    value, money and measures by what they are worth in one unit (``150 kopecks``, ``1.5 roubles``; ``10
    versts``, ``6.5 miles``); a rough conversion is none that is marked. Days of dates are left to the check
    of dates.
    """
    for pair in context.pairs:
        source, target = (_unmatched(line, other) for line, other in pair.sides)
        counting = source or [
            amount for amount in _unmatched(pair.source, pair.target, ("vague",)) if _counts(amount)
        ]
        yield from _different(
            pair,
            counting or _repeated(pair.source, pair.target),
            target or _repeated(pair.target, pair.source),
        )
        if not (counting and target):
            yield from _missing(pair.source, pair.target, source)
            yield from _missing(pair.target, pair.source, target)


def _different(pair: AlignedPair, source: list[Amount], target: list[Amount]) -> Iterator[Flag]:
    """The numbers of the translation that stand for others; money stands for money."""
    left = list(source)
    for other in target:
        one = next((amount for amount in left if amount.has_currency_of(other)), left[0] if left else None)
        if one is None:
            return
        left.remove(one)
        original, translated = _shown(pair.source, one), _shown(pair.target, other)
        reason = f"The original has {original}, the translation {translated}."
        if not one.is_in_other_unit(other) or _is_wrong_measure(pair, one, other):
            place = other.number
            yield pair.target.flag(place.start, place.stop, "check.number", DIFFERENT_CONFIDENCE, reason)
        elif one.number.meets(other.number):
            yield pair.target.flag(other.start, other.stop, "check.number", CURRENCY_CONFIDENCE, reason)


def _is_wrong_measure(pair: AlignedPair, one: Amount, other: Amount) -> bool:
    """Whether two measures in different units are no conversion, however rough; parts are not compared."""
    return not (
        one.is_money
        or other.is_money
        or one.is_converted(other, ROUGH_CONVERSION)
        or other.is_converted(one, ROUGH_CONVERSION)
        or _is_part(pair.source, one)
        or _is_part(pair.target, other)
    )


def _is_part(line: Line, amount: Amount) -> bool:
    """Whether a measure has a second part in another unit (``5 feet 11 inches``)."""
    found = amounts(line.text, line.language)
    return any(
        amount in (first, second)
        and first.is_in_other_unit(second)
        and BETWEEN_PARTS.fullmatch(line.text, first.stop, second.start) is not None
        for first, second in pairwise(found)
    )


def _repeated(line: Line, other: Line) -> list[Amount]:
    """Numbers that a side names more often than the other, which does name them."""
    own, others = (
        [amount for amount in amounts(one.certain, one.language) if amount.number.form in forms]
        for one, forms in ((line, CERTAIN), (other, EVERY))
    )
    return [amount for amount in own if sum(map(amount.meets, own)) > sum(map(amount.meets, others)) > 0]


def _shown(line: Line, amount: Amount) -> str:
    """A number as a reason names it: money with its unit."""
    place = amount if amount.is_money else amount.number
    return line.text[place.start : place.stop]


def _missing(line: Line, other: Line, numbers: list[Amount]) -> Iterator[Flag]:
    """Numbers in digits of one side only, unless they are small or may be turned into another currency."""
    there = amounts(other.with_corrections, other.language)
    name = "original" if other.side == "source" else "translation"
    for amount in numbers:
        number = amount.number
        is_large = number.form == "digits" and max(number.values) >= MIN_MISSING
        if is_large and not any(amount.is_in_other_unit(partner) for partner in there):
            reason = f"The {name} does not have {_shown(line, amount)}."
            yield line.flag(number.start, number.stop, "check.number", MISSING_CONFIDENCE, reason)


def _counts(amount: Amount) -> bool:
    """Whether a vague word is an ordinal or compound above two (``третий``), no half, pair or century."""
    low, high = ORDINALS.start, ORDINALS.stop - 1
    return all(low <= value <= high and value != DOZEN for value in amount.number.values)


def _unmatched(line: Line, other: Line, forms: tuple[Form, ...] = CERTAIN) -> list[Amount]:
    """Numbers that are certain in ``line`` and that ``other`` has in no form."""
    others = amounts(other.with_corrections, other.language)
    own = amounts(line.text, line.language)
    days = [range(date.start, date.stop) for date in dates(line.certain)]
    return [
        amount
        for amount in amounts(line.certain, line.language)
        if amount.number.form in forms
        and not any(amount.number.start in day for day in days)
        and not any(amount.meets(partner) for partner in others)
        and not any(amount.is_converted(measure) for measure in own)
    ]
