"""Numbers of lists as Word writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""The letters that number Russian lists (ECMA-376, 17.18.59)."""

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

MAX_REPEATED = 30
"""How often a letter is repeated behind the end of the alphabet: aa, bb."""


def roman(number: int) -> str:
    """In small letters; figures for a number that has no Roman numeral.

    Example:
        >>> roman(1949)
        'mcmxlix'
    """
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def letter(number: int, alphabet: str) -> str:
    """``a`` … ``z``, then ``aa``, ``bb``; figures for a number that is too small or too large."""
    times, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * (times + 1) if 0 <= times < MAX_REPEATED else str(number)


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``11th``."""
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimalZero": lambda number: f"{number:02}",
        "lowerLetter": lambda number: letter(number, LATIN),
        "lowerRoman": roman,
        "none": lambda _: "",
        "ordinal": ordinal,
        "russianLower": lambda number: letter(number, RUSSIAN),
        "russianUpper": lambda number: letter(number, RUSSIAN).upper(),
        "upperLetter": lambda number: letter(number, LATIN).upper(),
        "upperRoman": lambda number: roman(number).upper(),
    }
)
"""Word's name of a format -> the function that writes a number in it; any other is written in figures."""


def formatted(number: int, name: str) -> str:
    """A number in a format of Word's."""
    return FORMATS.get(name, str)(number)
