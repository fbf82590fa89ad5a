"""Whether two sentences are one: all that differs is misread."""

from __future__ import annotations

import re
from itertools import zip_longest

from align.lang import registry
from align.lang.registry import LANGUAGES
from align.numerals.quantities import quantities

MIN_SAME = 96
"""Similarity in per cent (rapidfuzz's ratio) from which two sentences are the same."""

MIN_NEAR = 0.7
"""Similarity of two words (fraction 0-1) from which one may be the other, misread."""

MONTHS = frozenset(name for language in LANGUAGES.values() for name in language.months.names)


def are_one_sentence(one: str, other: str, language: str) -> bool:
    """Whether two sentences say the same in the same words, some letters read otherwise.

    Args:
        one: A sentence.
        other: Another sentence of the same text.
        language: ISO 639-1.

    Example:
        >>> are_one_sentence("Поезд ушёл на север.", "Поезд ушел на север.", "ru")
        True
        >>> are_one_sentence("Отправлено 100 вагонов с зерном.", "Отправлено 200 вагонов с зерном.", "ru")
        False
    """
    from rapidfuzz import fuzz

    if fuzz.ratio(words_of(one), words_of(other)) < MIN_SAME:
        return False
    same_numbers = _numbers(one, language) == _numbers(other, language)
    return same_numbers and _negations(one, language) == _negations(other, language) and _near(one, other)


def words_of(text: str) -> str:
    """The words of a text in lower case, one space between."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _numbers(text: str, language: str) -> list[frozenset[float]]:
    return [quantity.values for quantity in quantities(text, language)]


def _negations(text: str, language: str) -> int:
    negation = registry.language(language).negation
    return 0 if negation is None else len(negation.negators.findall(text))


def _near(one: str, other: str) -> bool:
    """Whether the words that differ are misreadings of each other: none is another name, month or word."""
    from rapidfuzz.distance import Levenshtein

    words, others = re.findall(r"\w+", one), re.findall(r"\w+", other)
    for edit in Levenshtein.opcodes(words, others):
        if edit.tag != "equal":
            old, new = words[edit.src_start : edit.src_end], others[edit.dest_start : edit.dest_end]
            if not all(_is_misreading(a, b) for a, b in zip_longest(old, new, fillvalue="")):
                return False
    return True


def _is_misreading(one: str, other: str) -> bool:
    """Whether two words may be one that was read in two ways; a word too many may be dirt if it is short."""
    from rapidfuzz.distance import Levenshtein

    if {one.lower(), other.lower()} <= MONTHS or not (one and other):
        return max(len(one), len(other)) <= 2 and not (one + other)[0].isupper()
    return Levenshtein.normalized_similarity(one.lower(), other.lower()) >= MIN_NEAR
