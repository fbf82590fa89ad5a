"""Russian names in Latin letters.

Four systems of romanisation are in use: BGN/PCGN (1947), ISO 9 (1995, with its diacritics), the Library of
Congress without ligatures, and the forms of newspapers. Words made of Chinese syllables are written in
pinyin or Wade-Giles instead, see :mod:`align.names.palladius`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from align.names import palladius

LETTERS = """
    а a a · б b b · в v v · г g g · д d d · е e e · ё e ë · ж zh ž · з z z · и i i · й y j · к k k · л l l
    м m m · н n n · о o o · п p p · р r r · с s s · т t t · у u u · ф f f · х kh h · ц ts c · ч ch č
    ш sh š · щ shch ŝ · ы y y · э e è · ю yu û · я ya â
"""
"""Cyrillic, BGN/PCGN, ISO 9; the signs ъ and ь are added below."""

_ROWS = [row.split() for row in LETTERS.replace("·", "\n").strip().splitlines()]
BGN = {letter: bgn for letter, bgn, _ in _ROWS} | {"ъ": "", "ь": ""}
ISO_9 = {letter: iso for letter, _, iso in _ROWS} | {"ъ": "ʺ", "ь": "ʹ"}
LIBRARY_OF_CONGRESS = BGN | {"й": "i", "ю": "iu", "я": "ia", "ё": "e"}
PRESS = BGN | {"х": "h", "ё": "yo", "щ": "sch", "ж": "j", "ц": "c", "в": "w"}

POPULAR_ENDINGS = (("ый", "y"), ("ий", "y"), ("ия", "ia"), ("ье", "ie"))
POPULAR_CLUSTERS = (("дж", "j"), ("кс", "x"), ("ей", "ei"), ("ай", "ai"), ("ау", "au"), ("оу", "ou"))
"""Groups of letters that newspapers write as a whole."""

CASE_ENDINGS = """
    ами ями ого его ому ему ыми ими ах ях ов ев ом ем ой ей ою ею ым им ых их ая ую юю а я у ю е и ы о
"""
"""Endings of the cases of Russian names."""

ADJECTIVE_ENDINGS = "ого его ому ему ым им ом ая ой ую"
"""Those of names that are adjectives (``Горького``)."""

VOWELS = frozenset("аеёиоуыэюя")

_BGN, _ISO_9, _LIBRARY, _PRESS = map(str.maketrans, (BGN, ISO_9, LIBRARY_OF_CONGRESS, PRESS))


def _bgn(word: str) -> str:
    """BGN/PCGN with its ``ye`` for е at the beginning and after a vowel, й, ъ or ь."""
    before = " " + word
    return "".join(
        "ye" if letter == "е" and (last in VOWELS or last in " ьъ-") else BGN.get(letter, letter)
        for last, letter in zip(before, word, strict=False)
    )


def _popular(word: str) -> str:
    """With the endings and groups of letters that newspapers write as a whole."""
    for russian, latin in POPULAR_ENDINGS:
        if word.endswith(russian) and len(word) > len(russian) + 1:
            word = word.removesuffix(russian) + latin
            break
    for russian, latin in POPULAR_CLUSTERS:
        word = word.replace(russian, latin)
    return word


@lru_cache(maxsize=1 << 15)
def romanisations(word: str) -> frozenset[str]:
    """The Latin forms of a Cyrillic word in all systems.

    Args:
        word: A word as it stands; no inflection is undone, see :func:`base_forms`.

    Returns:
        Lower-case forms; none for a word without Cyrillic letters. Hyphens stay, except in pinyin and
        Wade-Giles, where syllables are written together.

    Example:
        >>> sorted(romanisations("Юрий"))
        ['iurii', 'iury', 'yuri', 'yuriy', 'yury', 'ûrij']
    """
    lower = word.lower()
    if not any(letter in BGN for letter in lower):
        return frozenset()
    popular = _popular(lower)
    forms = {_bgn(lower), *(lower.translate(letters) for letters in (_BGN, _ISO_9, _LIBRARY))}
    forms |= {popular.translate(letters) for letters in (_BGN, _LIBRARY, _PRESS)}
    forms |= {lower[:-1].translate(_BGN)} if lower.endswith("ий") else set()
    return frozenset(forms) | palladius.romanisations(lower)


def base_forms(word: str) -> frozenset[str]:
    """A lower-case Russian name as it stands, and the base forms that it may be a case of."""
    found = {word}
    for ending in CASE_ENDINGS.split():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 2:
            found |= {stem + "й", stem + "я"} if stem[-1] in VOWELS else {stem, stem + "а", stem + "ь"}
        if stem != word and ending in ADJECTIVE_ENDINGS.split():
            found |= {stem + "ий", stem + "ый"}
    return frozenset(found)


def fold_latin(latin: str) -> str:
    """The lower-case letters of a word, without diacritics, hyphens and apostrophes."""
    if latin.isascii():
        return "".join(filter(str.isalpha, latin.lower()))
    decomposed = unicodedata.normalize("NFD", latin.lower())
    return "".join(letter for letter in decomposed if letter.isalpha() and not unicodedata.combining(letter))
