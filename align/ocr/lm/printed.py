"""What pages of old print hold: words as they were printed, and words as an OCR misread them.

Both are counted by ``tools/learn_print.py`` on the pages of the ICDAR 2019 competition on post-OCR correction
(Rigaud et al. 2019, CC BY 4.0), whose true text is known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import islice
from typing import Self

from align.lang.folding import is_alphabetic
from align.ocr.lm.letters import LetterModel
from align.ocr.runtime.data import rows

LISTED_WORDS = 40_000
"""The most frequent words of a language's list whose letters are counted."""

LISTED_POWER, LISTED_UNIT, MAX_LISTED_WEIGHT = 0.35, 1e-8, 18.0
"""Weight of a listed word: its fraction of all words in this unit to this power, three tenths of it, at most
the last: rare words show the spelling of a language as well as frequent ones."""

PRINTED_POWER, PRINTED_WEIGHT = 0.5, 3.0
"""Weight of a printed word: its count to the first, times the second."""

PRINTED_SHARE = 0.3
"""Fraction of old print that the frequency of a printed word is worth beside that of a list."""

OWN_WEIGHT = 4.0
"""Weight of misread words of the language itself; those of other languages weigh 1."""


@dataclass(frozen=True, eq=False)
class LetterModels:
    """The models of the letters of a language, each made when it is first used."""

    make_spelling: Callable[[], LetterModel]
    make_misreading: Callable[[], LetterModel]
    make_printed: Callable[[], LetterModel | None] = lambda: None

    @classmethod
    def of(cls, language: str, frequencies: Mapping[str, float]) -> Self:
        """Those of a language (ISO 639-1) with the words of its list, most frequent first."""
        return cls(
            partial(spelling_model, language, frequencies),
            partial(misreading_model, language),
            partial(print_model, language),
        )

    @cached_property
    def spelling(self) -> LetterModel:
        """The letters of the words of the language."""
        return self.make_spelling()

    @cached_property
    def misreading(self) -> LetterModel:
        """The characters of misread words."""
        return self.make_misreading()

    @cached_property
    def printed(self) -> LetterModel | None:
        """The letters of words of old print; ``None`` for a language without such pages."""
        return self.make_printed()


def printed_words(language: str) -> Mapping[str, int]:
    """Folded words of old print, and how often they were counted; empty for a language without pages."""
    return _counts("printed_words.tsv").get(language, {})


def printed_shares(language: str) -> Mapping[str, float]:
    """Folded words of old print, each with the fraction of all words that it has in any text."""
    counts = printed_words(language)
    total = sum(counts.values())
    return {word: PRINTED_SHARE * (count - 0.5) / total for word, count in counts.items()}


@cache
def _counts(table: str) -> Mapping[str, Mapping[str, int]]:
    """By language: the words of a table, and how often they were counted."""
    found: dict[str, dict[str, int]] = {}
    for language, word, count in rows(table):
        found.setdefault(language, {})[word] = int(count)
    return found


def spelling_model(language: str, frequencies: Mapping[str, float]) -> LetterModel:
    """The letters of the words of a language, those of old print among them.

    Args:
        language: ISO 639-1.
        frequencies: Of each listed word, its fraction of all words, the most frequent first.
    """
    weights = {
        word: min((share / LISTED_UNIT) ** LISTED_POWER * 0.3, MAX_LISTED_WEIGHT)
        for word, share in islice(frequencies.items(), LISTED_WORDS)
        if is_alphabetic(word)
    }
    for word, count in printed_words(language).items():
        weights[word] = weights.get(word, 0.0) + PRINTED_WEIGHT * count**PRINTED_POWER
    return LetterModel.of(weights)


@cache
def print_model(language: str) -> LetterModel | None:
    """The letters of the words of old print alone; ``None`` for a language without such pages."""
    counts = printed_words(language)
    return LetterModel.of({word: count**PRINTED_POWER for word, count in counts.items()}) if counts else None


@cache
def misreading_model(language: str) -> LetterModel:
    """The characters of misread words of all languages; those of the language itself count most."""
    weights: dict[str, float] = {}
    for own, words in _counts("misread_words.tsv").items():
        for word, count in words.items():
            weights[word] = weights.get(word, 0.0) + count * (OWN_WEIGHT if own == language else 1.0)
    return LetterModel.of(weights)
