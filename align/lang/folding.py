"""The form under which words are looked up and compared."""

from __future__ import annotations

from functools import lru_cache

CACHE_SIZE = 1 << 15
"""Words that have their folded form kept."""


@lru_cache(maxsize=CACHE_SIZE)
def fold(word: str) -> str:
    """A word in lower case, ё as е, every apostrophe as ``'``."""
    return unify(word.lower())


def unify(word: str) -> str:
    """A lower-case word with ё as е and every apostrophe as ``'``."""
    return word.replace("ё", "е").replace("\u2019", "'").replace("\u02bc", "'")
