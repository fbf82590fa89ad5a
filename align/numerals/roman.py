"""Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType

VALUES: Mapping[str, int] = MappingProxyType(
    {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
)
NUMERAL = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def arabic(roman: str) -> int | None:
    """The value of a numeral, 1 to 3999 (``XIV``: 14); ``None`` for other letters (``CIVIL``)."""
    if not roman or not NUMERAL.fullmatch(roman):
        return None
    digits = [VALUES[letter] for letter in roman]
    return sum(-one if one < other else one for one, other in pairwise([*digits, 0]))


def roman_numerals(text: str, letters: str = "IVXLCM") -> Iterator[tuple[range, int]]:
    """The Roman numerals of a text.

    Args:
        text: Any text.
        letters: The letters that numerals are made of. A numeral of one letter counts if it is V or X;
            I, L, C and M alone are more often words or initials.

    Yields:
        Where a numeral stands (code points), and its value.
    """
    for match in _pattern(letters).finditer(text):
        value = arabic(match.group())
        if value is not None:
            yield range(match.start(), match.end()), value


@cache
def _pattern(letters: str) -> re.Pattern[str]:
    return re.compile(rf"\b[{letters}]{{2,}}\b|\b[VX]\b")
