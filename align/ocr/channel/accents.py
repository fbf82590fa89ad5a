"""Letters with an accent or stroke -> the letter alone, for which they are most often misread."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

LATIN = range(0xC0, 0x180)
"""Code points of the Latin letters of European languages that ASCII lacks."""

FURTHER = "ȧȦẽẼṡṠẃẂǎǍȩȨĳѝѐ"
"""Letters beyond that range, most of them of old print."""

STROKED = MappingProxyType(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "ı": "i", "ſ": "f", "ß": "B"}
    | {"ⱥ": "a", "Ⱥ": "A", "ɇ": "e", "Ɇ": "E", "ѫ": "ж", "Ѫ": "Ж", "ј": "j", "ѕ": "s"}
)
"""Letters that have no decomposition."""


def _base(letter: str) -> str:
    """The letter without its accents."""
    return STROKED.get(letter) or unicodedata.normalize("NFD", letter)[0]


ACCENTED: Mapping[str, str] = MappingProxyType(
    {
        letter: base
        for letter in (*map(chr, LATIN), *FURTHER, *STROKED)
        if letter.isalpha() and (base := _base(letter)) != letter
    }
)
"""Letter -> the letter alone."""
