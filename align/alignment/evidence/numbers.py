"""Numbers that both sides name, and those that only one does."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import numpy as np

from align.alignment.edges import Edges
from align.alignment.evidence.material import Columns, Material

NUMBER = re.compile(r"\d+|\b[IVXLC]+\b")
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def numbers(material: Material, pairs: Edges) -> Columns:
    """Square roots of how many numbers match and how many are left over: digits and Roman numerals.

    Dates need no case of their own: their numbers match one by one.
    """
    counts = [_compared(_numbers(source), _numbers(target)) for source, target in material.texts(pairs)]
    shared, alone = np.sqrt(np.array(counts, dtype=np.float64).reshape(-1, 2)).T
    return {"numbers.shared": shared, "numbers.alone": alone}


def _compared(source: Counter[str], target: Counter[str]) -> tuple[int, int]:
    shared = (source & target).total()
    return shared, source.total() + target.total() - 2 * shared


@lru_cache(maxsize=1 << 14)
def _numbers(text: str) -> Counter[str]:
    """The numbers of a text; a single letter counts only beside another numeral sign (I is a word)."""
    found = (match.group() for match in NUMBER.finditer(text))
    values = (_arabic(sign) if sign[0] in ROMAN else sign.lstrip("0") or "0" for sign in found)
    return Counter(value for value in values if value)


def _arabic(roman: str) -> str:
    """Value of a Roman numeral of two or more letters, or V or X; else empty."""
    if len(roman) == 1 and roman not in "VX":
        return ""
    digits = [ROMAN[letter] for letter in roman]
    signs = [-1 if one < other else 1 for one, other in zip(digits, [*digits[1:], 0], strict=True)]
    return str(sum(digit * sign for digit, sign in zip(digits, signs, strict=True)))
