"""The form under which words are looked up and compared."""

from __future__ import annotations

from functools import lru_cache

CACHE_SIZE = 1 << 15
"""Words whose folded form is kept."""


@lru_cache(maxsize=CACHE_SIZE)
def fold(word: str) -> str:
    """A word in small letters, ё as е, every apostrophe as ``'``."""
    return unify(word.lower())


def unify(word: str) -> str:
    """A word in small letters with ё as е and one form of apostrophe."""
    return word.replace("ё", "е").replace("\u2019", "'").replace("\u02bc", "'")
