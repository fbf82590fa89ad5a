"""A rough Latin spelling of words in any alphabet, from the names of letters in the Unicode standard.

``GREEK SMALL LETTER BETA``, ``GEORGIAN LETTER BAN``, ``HEBREW LETTER BET`` and ``DEVANAGARI LETTER BA`` all
sound as their names begin: *b*. Names of persons and places, and cognates, become similar in this spelling;
it is no romanisation to show to people.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# the word that follows in a letter's name; some names have a word of another kind before it
_FIRST = re.compile(
    r"(?:LETTER|CHARACTER|SYLLABLE|VOWEL SIGN)\s"
    r"(?:SARA |MAI |VOCALIC |FINAL |SHORT |SMALL |AU LENGTH )*([A-Z]+)"
)
_NAMED_FROM_E = re.compile(r"E[FLMNRS]$")
_ONSET = re.compile(r"[^AEIOU]*")
_SYLLABIC = ("HANGUL SYLLABLE", "KATAKANA", "HIRAGANA", "ETHIOPIC", "CHEROKEE")
_CLASSES = str.maketrans("cqzwybfjxd", "kksvippgst")
"""Consonants that languages write for each other -> one of each class."""

MAX_ONSET = 2
"""Letters that one letter of another alphabet may stand for."""


@lru_cache(maxsize=1 << 14)
def letter_sound(letter: str) -> str:
    """How a letter sounds, in small Latin letters; empty where its name does not show it.

    Example:
        >>> [letter_sound(letter) for letter in "ЖβבკñΕ"]
        ['zh', 'b', 'b', 'k', 'n', 'e']
    """
    base = unicodedata.normalize("NFD", letter)[0].lower() if unicodedata.category(letter) != "Lo" else letter
    if base.isascii():
        return base if base.isalpha() else ""
    name = unicodedata.name(base, "")
    found = _FIRST.search(name)
    if found is None:
        return ""
    if name.startswith(_SYLLABIC):
        return found[1].lower()
    if _NAMED_FROM_E.match(found[1]):
        return found[1][1].lower()
    onset = _ONSET.findall(found[1])[0][:MAX_ONSET]
    return (onset or found[1][0]).lower()


@lru_cache(maxsize=1 << 16)
def latin_spelling(word: str) -> str:
    """A word in the sounds of its letters.

    Example:
        >>> latin_spelling("Путин"), latin_spelling("Πούτιν"), latin_spelling("პუტინი")
        ('putin', 'poutin', 'putini')
    """
    return "".join(map(letter_sound, word))


@lru_cache(maxsize=1 << 16)
def consonants(spelling: str) -> str:
    """The classes of its consonants; a vowel counts only where the word begins.

    Example:
        >>> consonants("poutin"), consonants("pvtyn"), consonants("chicago")
        ('ptn', 'ptn', 'kkk')
    """
    folded = re.sub(r"[aeiouwyvh]", "", spelling[1:].translate(_CLASSES))
    return spelling[:1].translate(_CLASSES) + folded
