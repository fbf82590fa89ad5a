"""The words that name numbers in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

MIN_SCALE = 1000
"""Numbers from which the words behind them are counted anew (``two thousand`` + ``five hundred``)."""


@dataclass(frozen=True)
class NumberWords:
    """Words that name numbers; lower case, ё as е. All words are whole words, in each of their forms.

    Attributes:
        exact: A word that always names its number (``twelve``), and the number.
        vague: A word that names a number, but not always (``first``, ``half``), and the number. No further
            word belongs to the number behind it, unless it is a multiplier or a fraction.
        joining: A word that is vague alone and exact inside a longer number (``one``), and the number.
        homonyms: Words of ``joining`` that alone are more often no number at all (``семью``).
        multipliers: Words below a thousand that multiply the number before them (``hundred``, ``dozen``).
        indefinite: Multipliers and scales that name no certain number unless one stands beside them
            (``thousands``).
        fractions: Words that name a part (``half``), and the part (fraction 0-1).
        articles: Words that count as one before a multiplier, a scale or a fraction (``a hundred``).
        conjunctions: Words that may stand inside a number of several words (``two hundred and five``).
        fraction_joiners: Words between a number and a fraction (``two and a half``).
        part_of: Words between a fraction and what it is a part of (``half of a million``).
        unit_before_tens: Whether *five-and-twenty* is 25.
        years_in_pairs: Whether *nineteen fifty* is 1950.
        years_cut_to_hundreds: Whether an ordinal of three figures may be a year without its thousand
            (``девятьсот пятый``: 1905).
        scales: A word after digits that multiplies them (``1.5 million``), and the factor.
        compound_parts: First parts of compound adjectives and nouns (``пяти|этажный``), and the number.
        compound_tails: Beginnings of what may follow such a part.
        compound_scales: Of these, the beginnings that multiply it (``двух|тысячный``), and the factor.
        hour_links: What may stand between a fraction and the hour that it belongs to, and how many hours the
            hour is too late (``half past six``: 0, ``половина седьмого``: 1).
        minutes_before: Words before minutes that an hour is short of (``без двадцати пять``: five less 20).
        hour_nouns: Words behind an ordinal that make it an hour that is not over (``в пятом часу``).
        counted_stems: Beginnings of nouns that Roman numerals number (``XIX век``, ``том II``).
    """

    exact: Mapping[str, float] = field(default_factory=dict)
    vague: Mapping[str, float] = field(default_factory=dict)
    joining: Mapping[str, float] = field(default_factory=dict)
    homonyms: frozenset[str] = frozenset()
    multipliers: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    fractions: Mapping[str, float] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    fraction_joiners: frozenset[str] = frozenset()
    part_of: frozenset[str] = frozenset()
    unit_before_tens: bool = False
    years_in_pairs: bool = False
    years_cut_to_hundreds: bool = False
    scales: Mapping[str, float] = field(default_factory=dict)
    compound_parts: Mapping[str, float] = field(default_factory=dict)
    compound_tails: tuple[str, ...] = ()
    compound_scales: Mapping[str, float] = field(default_factory=dict)
    hour_links: Mapping[str, float] = field(default_factory=dict)
    minutes_before: frozenset[str] = frozenset()
    hour_nouns: frozenset[str] = frozenset()
    counted_stems: tuple[str, ...] = ()

    def number(self, word: str) -> float | None:
        """The number that a word names or may name; ``None`` for a word that names none."""
        for words in (self.exact, self.joining, self.vague, self.fractions):
            if word in words:
                return words[word]
        return self._compound_number(word)

    def multiplies(self, word: str) -> bool:
        """Whether a number word multiplies the number before it."""
        return word in self.multipliers or self.exact.get(word, 0) >= MIN_SCALE

    def is_counted(self, word: str) -> bool:
        """Whether a word is a noun that Roman numerals number, in lower case."""
        return bool(self.counted_stems) and word.startswith(self.counted_stems)

    def _compound_number(self, word: str) -> float | None:
        found = self._compound.match(word) if self.compound_parts else None
        if found is None:
            return None
        number = sum(self.compound_parts[part] for part in self._part.findall(found[1]))
        return number * self.compound_scales.get(found[2], 1)

    @cached_property
    def _part(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(self.compound_parts, key=len, reverse=True)))

    @cached_property
    def _compound(self) -> re.Pattern[str]:
        return re.compile(rf"((?:{self._part.pattern})+)({'|'.join(self.compound_tails)})")


def inflected(table: Mapping[float, str]) -> dict[str, float]:
    """A number's forms, written as one text, as a mapping from form to number."""
    return {word: float(value) for value, words in table.items() for word in words.split()}


def with_endings(stem: str, endings: str) -> frozenset[str]:
    """A stem with each of some endings, which are written as one text; ``-`` is the empty ending.

    Example:
        >>> sorted(with_endings("рубл", "ь я ю"))
        ['рубль', 'рублю', 'рубля']
    """
    return frozenset(stem + ending.replace("-", "") for ending in endings.split())
