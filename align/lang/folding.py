"""The form under which words are looked up and compared."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

CACHE_SIZE = 1 << 17
"""Words that have their folded form kept."""


@lru_cache(maxsize=CACHE_SIZE)
def fold(word: str) -> str:
    """A word in lower case, ё as е, every apostrophe as ``'``."""
    return unify(word.lower())


def is_alphabetic(word: str) -> bool:
    """Whether a word is of letters alone, with their vowel signs and accents: ``дом``, Hindi ``नदी``."""
    return word.isalpha() or (word[:1].isalpha() and all(map(is_letter, word[1:])))


def is_letter(character: str) -> bool:
    """Whether a character is a letter, or belongs to the letter before it: a vowel sign, an accent."""
    return character.isalpha() or unicodedata.category(character).startswith("M")


def unify(word: str) -> str:
    """A lower-case word with ё as е and every apostrophe as ``'``."""
    return word.replace("ё", "е").replace("\u2019", "'").replace("\u02bc", "'")
