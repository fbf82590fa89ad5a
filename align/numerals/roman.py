"""Roman numerals, also in the Cyrillic letters and digits that typewriters and OCR have in their place."""

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

HABITUAL: Mapping[str, str] = MappingProxyType(
    {"Х": "X", "І": "I", "Ӏ": "I", "С": "C", "М": "M", "1": "I", "l": "I", "|": "I"}
)
"""Signs that look like the Roman letter and are typed for it: ``ХIХ`` with Cyrillic Х is a usual spelling."""

MISREAD: Mapping[str, str] = MappingProxyType({"У": "V", "Y": "V", "П": "II", "Ш": "III"})
"""Letters that Roman digits are read as, or that a typewriter without Latin letters has for them."""

IN_SERIES: Mapping[str, str] = MappingProxyType(
    {
        "n": "II",
        "и": "II",
        "И": "II",
        "н": "II",
        "Н": "II",
        "H": "II",
        "Ц": "II",
        "m": "III",
        "ш": "III",
        "i": "I",
    }
)
"""Letters that Roman digits are read as, which only the place in a series shows."""

_LATIN = str.maketrans({**HABITUAL, **MISREAD})
_LOOK_ALIKE = re.compile(r"(?<![\w|])[IVXLCMХІӀСМУYПШ1l|]{1,9}(?![\w|])")
_NO_LATIN_DIGIT = frozenset("1l|Y")
_TELLING = frozenset("IVXYХІӀУПШ")
"""Signs of which a numeral that is not in Latin letters has at least one: ``СС``, ``1`` are none."""


def arabic(roman: str) -> int | None:
    """The value of a numeral, 1 to 3999 (``XIV``: 14); ``None`` for other letters (``CIVIL``)."""
    if not roman or not NUMERAL.fullmatch(roman):
        return None
    digits = [VALUES[letter] for letter in roman]
    return sum(-one if one < other else one for one, other in pairwise([*digits, 0]))


def latin_form(written: str) -> str:
    """The Latin letters that Cyrillic letters and digits stand for in a numeral.

    Example:
        >>> latin_form("ХУШ"), latin_form("1У"), latin_form("II")
        ('XVIII', 'IV', 'II')
    """
    return written.translate(_LATIN)


def is_misread(written: str) -> bool:
    """Whether a numeral has a letter that no one reads as a Roman digit; ``ХХ`` has none, ``ХУШ`` has."""
    return any(letter in MISREAD for letter in written)


def roman_numerals(text: str, letters: str = "IVXLCM") -> Iterator[tuple[range, int]]:
    """The Roman numerals of a text in Latin letters.

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


def look_alike_numerals(text: str) -> Iterator[tuple[range, int]]:
    """What may be Roman numerals with signs that are no Latin letters: ``ХIХ``, ``ХУШ``, ``1У``, ``Ш``.

    A single letter counts as well, so that a word or initial may be among them.

    Yields:
        Where such a numeral stands (code points), and its value.
    """
    for match in _LOOK_ALIKE.finditer(text):
        value = look_alike_value(match.group())
        if value is not None:
            yield range(match.start(), match.end()), value


def look_alike_value(written: str) -> int | None:
    """The value of a numeral with signs that are no Latin letters; ``None`` for anything else."""
    if written.isascii() and not _NO_LATIN_DIGIT.intersection(written):
        return None
    return arabic(latin_form(written)) if _TELLING.intersection(written) else None


def value_in_series(written: str) -> int | None:
    """The value of a numeral that may have letters which only its place in a series shows: ``Yn`` is VII."""
    return arabic(series_form(written))


def series_form(written: str) -> str:
    """The Latin letters of a numeral in a series.

    Example:
        >>> series_form("Yn"), series_form("XП")
        ('VII', 'XII')
    """
    return latin_form("".join(IN_SERIES.get(letter, letter) for letter in written))


@cache
def _pattern(letters: str) -> re.Pattern[str]:
    return re.compile(rf"\b[{letters}]{{2,}}\b|\b[VX]\b")
