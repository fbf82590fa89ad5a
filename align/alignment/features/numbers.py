"""Numbers that both sides name, and those that only one does."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.numerals.roman import arabic

NUMBER = re.compile(r"\d+|\b[IVXLC]+\b")


def numbers(material: DocumentPair, pairs: Edges) -> Columns:
    """Square roots of how many numbers match and how many are left over: digits and Roman numerals.

    Dates need no case of their own: their numbers match one by one.
    """
    counts = [_compared(_numbers(source), _numbers(target)) for source, target in material.texts(pairs)]
    shared, alone = np.sqrt(np.array(counts, dtype=np.float64).reshape(-1, 2)).T
    return {"numbers.shared": shared, "numbers.alone": alone}


def same_numbers(source: str, target: str) -> bool:
    """Whether both sides name the same numbers, or neither any."""
    return _compared(_numbers(source), _numbers(target))[1] == 0


def _compared(source: Counter[str], target: Counter[str]) -> tuple[int, int]:
    shared = (source & target).total()
    return shared, source.total() + target.total() - 2 * shared


@lru_cache(maxsize=1 << 14)
def _numbers(text: str) -> Counter[str]:
    """The numbers of a text; a single letter counts only beside another numeral sign (I is a word)."""
    found = (match.group() for match in NUMBER.finditer(text))
    return Counter(value for value in map(_value, found) if value)


def _value(sign: str) -> str:
    """In Arabic digits; empty for a letter that is seldom a numeral, and for words such as CIVIL."""
    if sign.isdigit():
        return sign.lstrip("0") or "0"
    value = arabic(sign) if len(sign) > 1 or sign in "VX" else None
    return "" if value is None else str(value)
