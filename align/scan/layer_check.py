"""Whether the text layer of a scanned PDF is the text of its pictures."""

from __future__ import annotations

import unicodedata
from collections import Counter
from math import sqrt

ODD = frozenset({"Co", "Cn", "Cc", "Cs", "So", "Sk"})
"""Kinds of characters that a text has few of: without a meaning, private, controls, symbols."""

ODD_SHARE = 0.1
"""The part of a text's characters that are odd, from which it is no text."""

FOREIGN_SHARE = 0.5
"""The part of the letters that are Latin with marks, from which a text is Cyrillic in another encoding."""

LIKE = 0.25
"""The likeness of the letters of two readings of one page below which they are of different texts."""


def is_garbled(text: str) -> bool:
    """Whether a text layer is no text: its characters have no meaning, or are those of another encoding.

    Example:
        >>> is_garbled("Âàø îòâåò ïîëó÷åí"), is_garbled("Ваш ответ получен"), is_garbled("déjà vu, été")
        (True, False, False)
    """
    signs = [sign for sign in text if not sign.isspace()]
    if not signs:
        return False
    odd = sum(unicodedata.category(sign) in ODD or sign == "\ufffd" for sign in signs)
    letters = [sign for sign in signs if sign.isalpha()]
    foreign = sum("\xc0" <= sign <= "\xff" for sign in letters)
    return odd > ODD_SHARE * len(signs) or foreign > FOREIGN_SHARE * max(len(letters), 1)


def differs(layer: str, read: str) -> bool:
    """Whether a text layer is of another text than what an engine reads on the page.

    Both may be full of errors: groups of three letters are compared.
    """
    return likeness(layer, read) < LIKE


def likeness(one: str, other: str) -> float:
    """The cosine of the counts of groups of three letters, 0-1."""
    first, second = _groups(one), _groups(other)
    shared = sum(count * second[group] for group, count in first.items())
    norm = sqrt(sum(n * n for n in first.values()) * sum(n * n for n in second.values()))
    return shared / norm if norm else 0.0


def _groups(text: str) -> Counter[str]:
    words = ("".join(filter(str.isalnum, word)) for word in text.casefold().split())
    return Counter(word[at : at + 3] for word in words for at in range(max(len(word) - 2, 0)))
