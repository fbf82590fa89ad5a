"""How sure it is that two words are one name, in one alphabet or across two."""

from __future__ import annotations

import re
from functools import lru_cache

from align.names.transliteration import folded, similar

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
LEAST = 0.7
"""Likeness (fraction 0-1) from which two words may be one name."""


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> float:
    """How sure it is that two words are one name, or cognates: fraction 0-1.

    Across alphabets by transliteration (Cyrillic and Latin; of others nothing is known), within one by
    edit distance.
    """
    from rapidfuzz.distance import Levenshtein

    if bool(CYRILLIC.search(one)) == bool(CYRILLIC.search(other)):
        alike = Levenshtein.normalized_similarity(folded(one), folded(other))
    else:
        alike = similar(one, other) if CYRILLIC.search(one) else similar(other, one)
    return max(0.0, alike - LEAST) / (1 - LEAST)
