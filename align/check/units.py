"""Measures that a translator may have converted into other units."""

from __future__ import annotations

import re
from collections.abc import Iterable

from align.numerals.quantities import Quantity

UNIT = re.compile(
    r"(?:\s*(?:to|and|or|-|–|до|и)\s*[\d.,]+)?[\s-]*"
    r"(?:mph|kph|km/h|miles?|inch(?:es)?|feet|foot|ft|yards?|pounds?|lbs?|ounces?|acres?|gallons?|"
    r"degrees?|°|"
    r"sq(?:uare)?|kilomet\w+|met(?:er|re)s?|km|cm|mm|m\b|penn\w+|pence|shillings?|dollars?|roubles?|"
    r"rubles?|"
    r"kopecks?|верст\w*|аршин\w*|пуд\w*|десятин\w*|фут\w*|дюйм\w*|миль|мил[яию]\w*|км|см|мм|м\b|метр\w*|"
    r"килом\w*|градус\w*|копе\w+|рубл\w+|фунт\w*|гектар\w*|литр\w*)",
    re.IGNORECASE,
)
FACTORS = (1.609, 2.54, 25.4, 0.3048, 30.48, 0.9144, 0.4536, 0.4047, 3.785, 1.067, 16.38, 0.7112, 1.0925, 2.6)
"""Miles, inches, feet, yards, pounds, acres, gallons, versts, poods, arshins, desyatinas and square miles to
metric units."""

MONEY = re.compile(r"[\s-]*(?:penn\w+|pence|shillings?|копе\w+|рубл\w+)", re.IGNORECASE)
"""Coins among the units."""

MAX_ROUNDING = 0.12
"""Relative error of a rounded conversion (fraction 0-1)."""


def may_be_converted(text: str, quantity: Quantity, others: Iterable[Quantity]) -> bool:
    """Whether a number of ``text`` is a measure that may be one of the others in another unit."""
    if not UNIT.match(text, quantity.stop):
        return False
    if MONEY.match(text, quantity.stop):
        return True  # the rates at which old coins were exchanged are unknown
    values = [value for other in others for value in other.values]
    return any(_is_conversion(one, value) for one in quantity.values for value in values)


def _is_conversion(one: float, other: float) -> bool:
    """Whether a factor, or degrees Fahrenheit and Celsius, turn one number into the other."""
    converted = [one * factor for factor in FACTORS] + [one / factor for factor in FACTORS]
    converted += [(one - 32) / 1.8, one * 1.8 + 32]
    return any(abs(value - other) <= MAX_ROUNDING * abs(other) for value in converted)
