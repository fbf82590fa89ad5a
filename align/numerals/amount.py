"""A number with the unit of money or measure that it counts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from align.lang.unit import Unit
from align.numerals.quantity import Quantity

MAX_ROUNDING = 0.12
"""Relative error of a measure that was turned into another unit and rounded (fraction 0-1)."""


@dataclass(frozen=True)
class Amount:
    """A number with its unit, at ``start:stop`` (code points) of a text.

    Attributes:
        start: Where the number begins, or the sign or unit before it.
        stop: Where the number ends, or the unit behind it.
        number: The number; of *5 roubles 20 kopecks*, 5.2.
        units: The units that the word may name; none for a bare number.
    """

    start: int
    stop: int
    number: Quantity
    units: tuple[Unit, ...] = ()

    @property
    def is_money(self) -> bool:
        """Whether the unit can be nothing but money."""
        return bool(self.units) and all(unit.is_money for unit in self.units)

    def meets(self, other: Amount) -> bool:
        """Whether the two can be one number, or one amount in two units.

        The same figure with another coin of the same currency is another amount.
        """
        if self.is_money and other.is_money:
            return any(math.isclose(one, another) for one, another in self._worth_with(other))
        return self.number.meets(other.number) or self.is_converted(other)

    def has_currency_of(self, other: Amount) -> bool:
        """Whether both can be money of one currency."""
        return not {unit.dimension for unit in self.units}.isdisjoint(unit.dimension for unit in other.units)

    def is_in_other_unit(self, other: Amount) -> bool:
        """Whether the two are money in two currencies or one measure in two units."""
        are_money = all(any(unit.is_money for unit in amount.units) for amount in (self, other))
        if are_money:
            return not self.has_currency_of(other)
        return any(one != another for one, another in _pairs(self.units, other.units))

    def is_converted(self, other: Amount, rounding: float = MAX_ROUNDING) -> bool:
        """Whether the two can be one measure in two units, rounded.

        Args:
            other: A number with its unit.
            rounding: Largest relative error (fraction 0-1).
        """
        return any(
            _is_converted(self, one, other, another, rounding)
            for one, another in _pairs(self.units, other.units)
        )

    def _worth_with(self, other: Amount) -> Iterator[tuple[float, float]]:
        """All pairs of what both may be worth in one currency."""
        for one, another in _pairs(self.units, other.units):
            for value in self.number.values:
                for other_value in other.number.values:
                    yield value * one.factor, other_value * another.factor


def _pairs(units: Iterable[Unit], others: Iterable[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """The readings of two units that can be turned into each other."""
    others = tuple(others)
    return ((one, other) for one in units for other in others if one.dimension == other.dimension)


def _is_converted(amount: Amount, unit: Unit, other: Amount, other_unit: Unit, rounding: float) -> bool:
    """Whether two amounts are one in other units; degrees may be of Celsius and of Fahrenheit."""
    is_same_unit = unit == other_unit and unit.dimension != "temperature"
    for one in amount.number.values:
        for another in () if is_same_unit else other.number.values:
            worth, other_worth = one * unit.factor, another * other_unit.factor
            tries = (worth,) if unit.dimension != "temperature" else ((one - 32) / 1.8, one * 1.8 + 32)
            if any(abs(value - other_worth) <= rounding * abs(other_worth) for value in tries):
                return True
    return False
