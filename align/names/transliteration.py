"""Russian names as Latin print writes them.

Four ways of writing a Cyrillic letter that a reader meets: the romanisation of BGN/PCGN (1947),
ISO 9 (1995, its diacritics kept), the Library of Congress without ligatures, and the habits of
newspapers; and for words made of Chinese syllables, pinyin and Wade-Giles.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from align.names.palladius import spellings

LETTERS = """
    а a a · б b b · в v v · г g g · д d d · е e e · ё e ë · ж zh ž · з z z · и i i · й y j · к k k · л l l
    м m m · н n n · о o o · п p p · р r r · с s s · т t t · у u u · ф f f · х kh h · ц ts c · ч ch č
    ш sh š · щ shch ŝ · ы y y · э e è · ю yu û · я ya â
"""
"""Cyrillic, BGN/PCGN, ISO 9; the signs ъ and ь are below."""

ROWS = [row.split() for row in LETTERS.replace("·", "\n").strip().splitlines()]
BGN = {letter: bgn for letter, bgn, _ in ROWS} | {"ъ": "", "ь": ""}
ISO_9 = {letter: iso for letter, _, iso in ROWS} | {"ъ": "ʺ", "ь": "ʹ"}
CONGRESS = BGN | {"й": "i", "ю": "iu", "я": "ia", "ё": "e"}
PRESS = BGN | {"х": "h", "ё": "yo", "щ": "sch", "ж": "j", "ц": "c", "в": "w"}

ENDINGS = (("ый", "y"), ("ий", "y"), ("ия", "ia"), ("ье", "ie"))
CLUSTERS = (("дж", "j"), ("кс", "x"), ("ей", "ei"), ("ай", "ai"), ("ау", "au"), ("оу", "ou"))
"""What is written otherwise as a whole in popular forms."""

CASES = """
    ами ями ого его ому ему ыми ими ах ях ов ев ом ем ой ей ою ею ым им ых их ая ую юю а я у ю е и ы о
"""
"""Endings a Russian name may take, longest first."""

ADJECTIVAL = "ого его ому ему ым им ом ая ой ую"

VOWELS = frozenset("аеёиоуыэюя")


def _spelt(word: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in word)


def _bgn(word: str) -> str:
    """BGN/PCGN proper, with ``ye`` for е where it is heard so."""
    before = " " + word
    return "".join(
        "ye" if letter == "е" and (last in VOWELS or last in " ьъ-") else BGN.get(letter, letter)
        for last, letter in zip(before, word, strict=False)
    )


def _popular(word: str) -> str:
    """As newspapers write: endings and clusters of English use."""
    for russian, latin in ENDINGS:
        if word.endswith(russian) and len(word) > len(russian) + 1:
            word = word.removesuffix(russian) + latin
            break
    for russian, latin in CLUSTERS:
        word = word.replace(russian, latin)
    return word


@lru_cache(maxsize=1 << 15)
def renderings(word: str) -> frozenset[str]:
    """Lower-case Latin forms of a Cyrillic word: BGN/PCGN, ISO 9, popular ones; of Chinese ones, theirs.

    The word is taken as it stands (no inflection is undone); hyphens stay in the forms, except in
    pinyin and Wade-Giles, whose syllables are written together. Empty for a word without Cyrillic.
    """
    lower = word.lower()
    if not any(letter in BGN for letter in lower):
        return frozenset()
    popular = _popular(lower)
    forms = {_bgn(lower), _spelt(lower, BGN), _spelt(lower, ISO_9), _spelt(lower, CONGRESS)}
    forms |= {_spelt(popular, BGN), _spelt(popular, CONGRESS), _spelt(popular, PRESS)}
    forms |= {_spelt(lower[:-1], BGN)} if lower.endswith("ий") else set()
    return frozenset(forms) | spellings(lower)


def base_forms(word: str) -> frozenset[str]:
    """A lower-case Russian name as it stands, and what it may be the inflected form of."""
    found = {word}
    for ending in CASES.split():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 2:
            found |= {stem + "й", stem + "я"} if stem[-1] in VOWELS else {stem, stem + "а", stem + "ь"}
        if stem != word and ending in ADJECTIVAL.split():
            found |= {stem + "ий", stem + "ый"}
    return frozenset(found)


def folded(latin: str) -> str:
    """Lower-case letters only: no marks, hyphens or apostrophes."""
    decomposed = unicodedata.normalize("NFD", latin.lower())
    return "".join(letter for letter in decomposed if letter.isalpha() and not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 14)
def _folded_renderings(word: str) -> frozenset[str]:
    return frozenset(folded(form) for base in base_forms(word) for form in renderings(base)) - {""}


@lru_cache(maxsize=1 << 17)
def similar(cyrillic: str, latin: str) -> float:
    """How alike a Russian name, in whatever case, and a Latin one are: fraction 0-1, 1 for a known rendering.

    One less the edit distance to the nearest rendering, by the length of the longer of the two.
    """
    from rapidfuzz.distance import Levenshtein

    wanted = folded(latin)
    forms = _folded_renderings(cyrillic.lower())
    if not wanted or not forms:
        return 0.0
    return max(Levenshtein.normalized_similarity(form, wanted) for form in forms)
