"""Names by ear: whether two words of two languages may be one name."""

from __future__ import annotations

import re

from align.names.similarity import CYRILLIC, likeness
from align.names.transliteration import BGN, folded, similar

LOOSELY = 0.5
"""Likeness to a rendering (fraction 0-1, rapidfuzz) that a name read by another ear still has."""

HEARD = str.maketrans("bdghjcqzvw", "ptkkkkksff")
"""Consonants, and those they are mistaken for."""

PET = re.compile(r"(?:[оеё]ч|[ое]нь|[ую]ш)к(?:[аеиоуы]|ой|ою)$", re.IGNORECASE)
"""How a pet name ends: it keeps the beginning of the name alone (``Танечка``, ``Tanya``)."""


def alike(one: str, other: str) -> bool:
    """Whether two words may be one name: loosely, for a name that has changed is quite another."""
    if bool(CYRILLIC.search(one)) == bool(CYRILLIC.search(other)):
        return likeness(one, other) > 0
    cyrillic, latin = (one, other) if CYRILLIC.search(one) else (other, one)
    sounds = _sounds(latin)
    heard = _sounds(stem(cyrillic))
    return (
        similar(cyrillic, latin) >= LOOSELY
        or (PET.search(cyrillic) is not None and folded(latin).startswith(_latin(cyrillic[:3])))
        or (len(sounds) > 2 and heard.startswith(sounds))
        or heard == sounds
    )


def _sounds(name: str) -> str:
    """The consonants of a name, those that languages hear as one made one: ``Coons``, ``Кунс`` -> ``kns``."""
    letters = _latin(name)
    soft = re.sub("c(?=[eiy])", "s", letters)
    heard = re.sub("[aeiouy]+", "", soft.replace("ph", "f").replace("x", "ks").translate(HEARD))
    return re.sub(r"(.)\1+", r"\1", heard)


def _latin(name: str) -> str:
    """A name in small Latin letters."""
    return folded("".join(BGN.get(letter, letter) for letter in name.lower()))


def stem(name: str) -> str:
    """A name in small letters without what may be its case ending."""
    return name.lower().rstrip("аеёиоуыэюяйь")
