"""The sound of a name, as far as its consonants show it."""

from __future__ import annotations

import re

from align.names.transliteration import BGN, fold_latin

SIMILAR_CONSONANTS = str.maketrans("bdghjcqzvw", "ptkkkkksff")
"""Consonants, and the one that stands for all of similar sound."""

PET_NAME = re.compile(r"(?:[оеё]ч|[ое]нь|[ую]ш)к(?:[аеиоуы]|ой|ою)$", re.IGNORECASE)
"""The suffix of a Russian pet name, which has only the beginning of the name (``Танечка``)."""


def phonetic_key(name: str) -> str:
    """The consonants of a name, with one letter for similar sounds: ``Coons``, ``Кунс`` -> ``kns``."""
    letters = re.sub("c(?=[eiy])", "s", latin_letters(name)).replace("ph", "f").replace("x", "ks")
    consonants = re.sub("[aeiouy]+", "", letters.translate(SIMILAR_CONSONANTS))
    return re.sub(r"(.)\1+", r"\1", consonants)


def latin_letters(name: str) -> str:
    """A name in lower-case Latin letters, a Cyrillic one by BGN/PCGN."""
    return fold_latin("".join(BGN.get(letter, letter) for letter in name.lower()))


def stem(name: str) -> str:
    """A Russian name in lower case without the letters that may be its case ending."""
    return name.lower().rstrip("аеёиоуыэюяйь")
