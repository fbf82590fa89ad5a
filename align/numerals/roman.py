"""Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

VALUES: Mapping[str, int] = MappingProxyType(
    {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
)
NUMERAL = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def arabic(roman: str) -> int | None:
    """The value of a numeral, 1 to 3999 (``XIV``: 14); ``None`` for letters that are none (``CIVIL``)."""
    if not roman or not NUMERAL.fullmatch(roman):
        return None
    digits = [VALUES[letter] for letter in roman]
    return sum(-one if one < other else one for one, other in pairwise([*digits, 0]))
