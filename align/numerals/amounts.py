"""The numbers of a text with the units that they count."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import product

from align.lang import registry
from align.lang.language import Language
from align.lang.unit import UNITS, Unit
from align.lang.unit_words import CURRENCY_SIGNS, UnitWords
from align.numerals.amount import Amount
from align.numerals.quantities import RANGE, quantities
from align.numerals.quantity import Quantity

SIGN_BEFORE = re.compile(rf"([{''.join(CURRENCY_SIGNS)}])\s?\Z")
SIGN_BEHIND = re.compile(rf"\s?([{''.join(CURRENCY_SIGNS)}°])")
SPEED = re.compile(r"\s?(km/h|км/ч|mph)\b")
WORD_BEHIND = re.compile(r"(?:-(?:ти|и|го|ми|м|х|th)\b)?(?:[ \u00a0]|-)?([^\W\d_]+)(\.?)")
WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0](?:[^\W\d_]{1,2}[ \u00a0])?\Z")
"""The unit before a number, perhaps with a preposition between (``верст за сорок``)."""

GAP = re.compile(r"[\s,.]*")

MIN_ADJECTIVE = 5
"""Letters of a word that may stand between a number and its coin (``twenty silver roubles``)."""

MAX_WORDS = 2
"""Words between a number and its unit, the adjective among them."""

Place = tuple[int, tuple[Unit, ...]]
"""Where the unit ends, and the units that it may be."""


@lru_cache(maxsize=1 << 12)
def amounts(text: str, language: str) -> tuple[Amount, ...]:
    """The numbers of a text in order, each with its unit.

    Args:
        text: Any text.
        language: ISO 639-1; units are found by name in languages that describe them, by sign in all.

    Returns:
        Numbers with and without a unit. An amount in two units of one currency is one (``5 руб. 20 коп.``);
        the first number of a range has the unit of the second (``five or six roubles``).

    Example:
        >>> [(found.number.values, found.units[0].name) for found in amounts("5 roubles 20 kopecks", "en")]
        [(frozenset({5.2}), 'rouble')]
    """
    described = registry.language(language)
    found: list[Amount] = []
    for quantity in quantities(text, language):
        free_from = found[-1].stop if found else 0
        found.append(_amount(text, quantity, described, free_from))
    found = _with_units_of_ranges(text, found)
    return tuple(_summed(text, found, described.units))


def _amount(text: str, quantity: Quantity, language: Language, free_from: int) -> Amount:
    """A number with its unit; a unit before it begins at ``free_from`` or later."""
    words = language.units
    sign = SIGN_BEFORE.search(text, 0, quantity.start)
    if sign:
        return Amount(sign.start(), quantity.stop, _decimal(text, quantity), CURRENCY_SIGNS[sign[1]])
    if own := _inside(_folded(text[quantity.start : quantity.stop]), quantity, words):
        return Amount(quantity.start, quantity.stop, quantity, own)
    stop, units = _behind(text, quantity, language)
    if units:
        money = all(unit.is_money for unit in units)
        return Amount(quantity.start, stop, _decimal(text, quantity) if money else quantity, units)
    before = WORD_BEFORE.search(text, 0, quantity.start)
    if before and before.start() >= free_from and _folded(before[1]) in words.before_number:
        return Amount(before.start(), quantity.stop, quantity, words.words[_folded(before[1])])
    return Amount(quantity.start, quantity.stop, quantity)


def _inside(word: str, quantity: Quantity, words: UnitWords) -> tuple[Unit, ...]:
    """The unit of one word that names it with its number: ``полчаса``, ``четырехверстный``."""
    if quantity.form != "vague" or " " in word:
        return ()
    return words.units_inside(word) or (words.words.get(word, ()) if max(quantity.values) < 1 else ())


def _decimal(text: str, quantity: Quantity) -> Quantity:
    """A price: ``5.20`` is neither a time nor a date."""
    written = text[quantity.start : quantity.stop].replace(",", ".")
    if re.fullmatch(r"\d+\.\d\d", written):
        return replace(quantity, values=frozenset({float(written)}))
    return quantity


def _behind(text: str, quantity: Quantity, language: Language) -> Place:
    """The unit behind a number."""
    if speed := SPEED.match(text, quantity.stop):
        return speed.end(), (UNITS["mph" if speed[1] == "mph" else "km/h"],)
    if sign := SIGN_BEHIND.match(text, quantity.stop):
        return sign.end(), CURRENCY_SIGNS.get(sign[1], (UNITS["degree"],))
    words, at, is_square = language.units, quantity.stop, False
    for _ in range(MAX_WORDS + 1):
        match = WORD_BEHIND.match(text, at)
        if not match:
            break
        word = _folded(match[1])
        near = quantity.form == "digits" and (at == quantity.stop or is_square)
        units = _units(word, match[2], words, behind_figures=near)
        if units:
            return _squared(units, match.end(1), is_square=is_square)
        is_square = is_square or word in words.squares
        is_adjective = len(word) >= MIN_ADJECTIVE and language.numbers.number(word) is None
        if not (is_square or word in words.fillers or is_adjective):
            break
        at = match.end(2) if is_square else match.end(1)
    return quantity.stop, ()


def _units(word: str, stop: str, words: UnitWords, *, behind_figures: bool) -> tuple[Unit, ...]:
    """The units that a word may name; a letter alone is a coin only with its full stop."""
    units = words.units(word, behind_figures=behind_figures)
    return () if len(word) == 1 and not stop and any(unit.is_money for unit in units) else units


def _squared(units: tuple[Unit, ...], stop: int, *, is_square: bool) -> Place:
    return stop, tuple(unit.squared if is_square and unit.dimension == "length" else unit for unit in units)


def _folded(word: str) -> str:
    return word.lower().replace("ё", "е")


def _with_units_of_ranges(text: str, found: list[Amount]) -> list[Amount]:
    """Give the first number of a range the unit of the second."""
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        is_range = RANGE.fullmatch(text, one.stop, other.start)
        if is_range and not is_range.group().isspace() and not one.units and other.units:
            found[at] = replace(one, units=other.units)
    return found


def _summed(text: str, found: list[Amount], words: UnitWords) -> list[Amount]:
    """Join the parts of an amount of money in several coins."""
    summed: list[Amount] = []
    for amount in found:
        whole = _sum(text, summed[-1], amount, words) if summed else None
        if whole:
            summed[-1] = whole
        else:
            summed.append(amount)
    return summed


def _sum(text: str, one: Amount, other: Amount, words: UnitWords) -> Amount | None:
    """Two parts of an amount as one, in the larger unit; ``None`` where they are two amounts."""
    gap = {_folded(word) for word in re.findall(r"[^\W\d_]+", text[one.stop : other.start])}
    rest = re.sub(r"[^\W\d_]+", "", text[one.stop : other.start])
    if gap - words.joiners or not GAP.fullmatch(rest):
        return None
    values, units = set[float](), list[Unit]()
    for unit, smaller in product(one.units, other.units):
        if unit.is_money and unit.dimension == smaller.dimension and smaller.factor < unit.factor:
            ratio = smaller.factor / unit.factor
            pairs = product(one.number.values, other.number.values)
            values |= {round(value + ratio * part, 9) for value, part in pairs if part * ratio < 1}
            units.append(unit)
    if not values:
        return None
    number = Quantity(one.start, other.stop, frozenset(values), one.number.form)
    return Amount(one.start, other.stop, number, tuple(dict.fromkeys(units)))
