"""How similar two names are, in one script or across Cyrillic and Latin.

All comparisons of names are here. They rest on two measures:

- :func:`spelling_similarity` within a script, :func:`transliteration_similarity` across the two scripts:
  one less the edit distance (Levenshtein, 1966) by the length of the longer word, fraction 0-1.

Three functions turn them into a score, from lenient to strict:

- :func:`may_be_one_name`: True for a similarity of :data:`MIN_PHONETIC_SIMILARITY`, or for similar sounds;
- :func:`likeness`: 0 up to a similarity of :data:`MIN_SIMILARITY`, 1 for equal names;
- :func:`strict_score`: the same, for a cut-off that its parameter sets.

``likeness(one, other)`` equals ``strict_score`` of a strictness of 10/3 but for rounding; the two formulas
stay apart because fitted weights depend on their exact values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from align.names.phonetic import PET_NAME, latin_letters, phonetic_key, stem
from align.names.transliteration import base_forms, fold_latin, romanisations

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
MIN_SIMILARITY = 0.7
"""Similarity (fraction 0-1) from which :func:`likeness` is above 0."""

MIN_PHONETIC_SIMILARITY = 0.5
"""Similarity (fraction 0-1) from which a name in two scripts may be one name."""

MIN_PHONETIC_KEY = 3
"""Consonants from which one phonetic key may be the beginning of the other."""

PET_NAME_LETTERS = 3
"""Letters that a pet name shares with the name."""

NAME_STRICTNESS = 3.0
"""The strictness of :func:`name_similarity`: 0 up to a similarity of 2/3."""


def same_script(one: str, other: str) -> bool:
    """Whether both words or neither have Cyrillic letters."""
    return bool(CYRILLIC.search(one)) == bool(CYRILLIC.search(other))


def spelling_distance(one: str, other: str) -> int:
    """Edits between two words of one script, marks, hyphens and apostrophes left out."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(fold_latin(one), fold_latin(other))


def spelling_similarity(one: str, other: str) -> float:
    """The similarity of two words of one script, fraction 0-1."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(fold_latin(one), fold_latin(other))


@lru_cache(maxsize=1 << 17)
def transliteration_similarity(cyrillic: str, latin: str) -> float:
    """The similarity of a Russian name, in any case, and a name in Latin letters.

    Args:
        cyrillic: The Russian name; for a word without Cyrillic letters the similarity is 0.
        latin: The name in Latin letters.

    Returns:
        Fraction 0-1: the similarity of ``latin`` and the nearest romanisation; 1 for a known romanisation.

    Example:
        >>> transliteration_similarity("Горького", "Gorky")
        1.0
    """
    from rapidfuzz.distance import Levenshtein

    wanted = fold_latin(latin)
    forms = _folded_romanisations(cyrillic.lower())
    if not wanted or not forms:
        return 0.0
    return max(Levenshtein.normalized_similarity(form, wanted) for form in forms)


@lru_cache(maxsize=1 << 14)
def _folded_romanisations(word: str) -> frozenset[str]:
    return frozenset(fold_latin(form) for base in base_forms(word) for form in romanisations(base)) - {""}


def cross_script_similarity(word: str, name: str) -> float:
    """As :func:`transliteration_similarity`, whichever of the two is in Cyrillic.

    A Cyrillic ``word`` is also compared with э for each е, since older print has е in names that are now
    spelt with э.
    """
    respelt = word.lower().replace("е", "э")
    return max(
        transliteration_similarity(word, name),
        transliteration_similarity(respelt, name),
        transliteration_similarity(name, word),
    )


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> float:
    """How sure it is that two words are one name, or cognates: fraction 0-1.

    Across scripts by transliteration (Cyrillic and Latin only), within one by spelling; rescaled so that
    :data:`MIN_SIMILARITY` is 0 and equality 1.
    """
    if same_script(one, other):
        similarity = spelling_similarity(one, other)
    elif CYRILLIC.search(one):
        similarity = transliteration_similarity(one, other)
    else:
        similarity = transliteration_similarity(other, one)
    return max(0.0, similarity - MIN_SIMILARITY) / (1 - MIN_SIMILARITY)


def strict_score(similarity: float, strictness: float) -> float:
    """A similarity rescaled so that ``1 - 1 / strictness`` is 0 and equality 1, fraction 0-1."""
    return max(strictness * similarity - (strictness - 1), 0.0)


def name_similarity(word: str, names: Sequence[str]) -> float:
    """The similarity of a capitalised word and the nearest name of the other language.

    Args:
        word: A word as it was read; for one without a capital letter the similarity is 0.
        names: Words of the translation; those without a capital letter are left out.

    Returns:
        Fraction 0-1 by :func:`strict_score`: one wrong letter is the sign of an OCR error, so only near
        romanisations count.
    """
    if len(word) < 2 or not word[:1].isupper():
        return 0.0
    capitalised = (name for name in names if name[:1].isupper() and len(name) > 1)
    nearest = max((cross_script_similarity(word, name) for name in capitalised), default=0.0)
    return strict_score(nearest, NAME_STRICTNESS)


def may_be_one_name(one: str, other: str) -> bool:
    """Whether two words may be one name, by spelling or by sound; lenient, to find names that differ.

    Across scripts three more ways count: a pet name with the same beginning (``Танечка``, ``Tanya``), and
    equal phonetic keys, or the key of the Latin name as the beginning of the other key.
    """
    if same_script(one, other):
        return likeness(one, other) > 0
    cyrillic, latin = (one, other) if CYRILLIC.search(one) else (other, one)
    key, latin_key = phonetic_key(stem(cyrillic)), phonetic_key(latin)
    return (
        transliteration_similarity(cyrillic, latin) >= MIN_PHONETIC_SIMILARITY
        or (
            PET_NAME.search(cyrillic) is not None
            and fold_latin(latin).startswith(latin_letters(cyrillic[:PET_NAME_LETTERS]))
        )
        or (len(latin_key) >= MIN_PHONETIC_KEY and key.startswith(latin_key))
        or key == latin_key
    )
