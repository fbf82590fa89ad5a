"""The words that name numbers in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class NumberWords:
    """Words that name numbers; lower case, ё as е.

    Attributes:
        exact: A word that always names its number (``twelve``), and the number.
        vague: A word that names a number, but not always (``first``, ``one``, ``half``), and the number.
        vague_stems: Beginnings of such words, and the number; the first that fits counts. The number is 0 for
            the beginning of words that name none.
        scales: A word after digits that multiplies them (``1.5 million``), and the factor.
        scale_stems: Beginnings of such words, and the factor.
        counted_stems: Beginnings of nouns that Roman numerals number (``XIX век``, ``том II``).
        conjunctions: Words that may stand inside a number of several words (``two hundred and five``).
    """

    exact: Mapping[str, float] = field(default_factory=dict)
    vague: Mapping[str, float] = field(default_factory=dict)
    vague_stems: tuple[tuple[str, float], ...] = ()
    scales: Mapping[str, float] = field(default_factory=dict)
    scale_stems: tuple[tuple[str, float], ...] = ()
    counted_stems: tuple[str, ...] = ()
    conjunctions: frozenset[str] = frozenset()

    def vague_number(self, word: str) -> float | None:
        """The number that a word may name; ``None`` for a word that names none."""
        if word in self.vague:
            return self.vague[word]
        found = next((number for stem, number in self.vague_stems if word.startswith(stem)), None)
        return found or None

    def is_counted(self, word: str) -> bool:
        """Whether a word is a noun that Roman numerals number, in lower case."""
        return bool(self.counted_stems) and word.startswith(self.counted_stems)

    def scale(self, word: str) -> float | None:
        """The factor of a word after digits; ``None`` for a word that is no scale."""
        if word in self.scales:
            return self.scales[word]
        return next((factor for stem, factor in self.scale_stems if word.startswith(stem)), None)
