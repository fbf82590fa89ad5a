"""Texts as if in a language that nobody knows, and that has no name or cognate of the other side."""

from __future__ import annotations

import random
from dataclasses import replace

from alignment_data import ENCIPHERED, GoldText

VOWELS = frozenset("aeiouyаеёиоуыэюя")


def enciphered(text: GoldText) -> GoldText:
    """The text, each letter of its source replaced by another, vowels by vowels; capitals stay capitals."""
    chance = random.Random(f"cipher {text.name}")  # noqa: S311 -- reproducible, not secret
    letters = sorted({letter for line in text.source for letter in line.lower() if letter.isalpha()})
    other: dict[str, str] = {}
    for kind in (True, False):
        own = [letter for letter in letters if (letter in VOWELS) == kind]
        other |= zip(own, chance.sample(own, len(own)), strict=True)
    table = other | {letter.upper(): changed.upper() for letter, changed in other.items()}
    source = tuple("".join(table.get(letter, letter) for letter in line) for line in text.source)
    return replace(text, name=text.name + ENCIPHERED, source=source)
