"""Whether two halves around a hyphen are a word that is written with it."""

from __future__ import annotations

import math

from align.lang import lexicon, registry
from align.lang.segmentation import PER_LETTER

MIN_WORD_SHARE = 1e-7
"""Fraction of all words from which a form is a word, where no dictionary says so."""

MIN_GAIN = 3.0
"""log10 of the odds from which two usual words are a compound rather than one misread word."""

MIN_USUAL_SHARE = 1e-6
"""Fraction of all words from which a word is often used; a hyphen inside it was hardly typed as its part."""


def is_hyphenated(language: str, left: str, right: str) -> bool:
    """Whether ``left-right`` is a word with its hyphen rather than one word that a line's end broke.

    Args:
        language: ISO 639-1.
        left: The letters before the hyphen.
        right: The letters behind it.

    Returns:
        True where the whole is no word, and the dictionary has the compound, a half is a prefix or a particle
        that the language writes with a hyphen, or both halves are usual words.

    Example:
        >>> is_hyphenated("ru", "по", "русски"), is_hyphenated("ru", "япон", "ского")
        (True, False)
    """
    left, right = left.lower(), right.lower()
    whole, parts = left + right, registry.language(language).hyphens
    open_compound = not parts.closed_compounds and _are_two_words(language, left, right)
    if open_compound and not (_is_usual(language, whole) or _is_in_dictionary(language, whole)):
        return True
    return not _is_word(language, whole) and (
        (right in parts.suffixes and (_is_word(language, left) or _is_usual(language, left)))
        or (left in parts.prefixes and (_is_word(language, right) or _is_usual(language, right)))
        or _is_in_dictionary(language, f"{left}-{right}")
    )


def is_broken(language: str, left: str, right: str) -> bool:
    """Whether a hyphen inside a line is left from a line's end that stood there before: ``имен-но``.

    Args:
        language: ISO 639-1.
        left: The letters before the hyphen.
        right: The letters behind it.

    Returns:
        True where the whole word is usual, the dictionary does not have the compound, and a half is no word.
        Where the small words that old spelling joins by hyphens (``что-бы``) are listed, both halves may be
        words.

    Example:
        >>> is_broken("ru", "имен", "но"), is_broken("ru", "что", "бы"), is_broken("en", "to", "day")
        (True, False, False)
    """
    left, right = left.lower(), right.lower()
    parts = registry.language(language).hyphens
    if left in parts.small_words or right in parts.small_words or min(len(left), len(right)) < 2:
        return False
    if not _is_usual(language, left + right) or _is_in_dictionary(language, f"{left}-{right}"):
        return False
    return bool(parts.small_words) or not (_is_word(language, left) and _is_word(language, right))


def _is_word(language: str, form: str) -> bool:
    """Whether a lower-case form is a word, by the dictionary where there is one, else by its frequency."""
    words = lexicon.load(language)
    if words.dictionary is not None:
        return words.dictionary(form)
    return words.frequencies.get(form, 0.0) >= MIN_WORD_SHARE


def _are_two_words(language: str, left: str, right: str) -> bool:
    """Whether both halves are so usual that the whole is hardly one word that was misread."""
    if not (_is_usual(language, left) and _is_usual(language, right)):
        return False
    shares = lexicon.load(language).frequencies
    misread = PER_LETTER * (1 + len(left + right))
    return math.log10(shares[left] * shares[right]) > misread + MIN_GAIN


def _is_usual(language: str, form: str) -> bool:
    """Whether a lower-case form of two letters or more is often used."""
    return len(form) > 1 and lexicon.load(language).frequencies.get(form, 0.0) >= MIN_USUAL_SHARE


def _is_in_dictionary(language: str, form: str) -> bool:
    """Whether a dictionary has the form; lists of frequency hold none with a hyphen."""
    words = lexicon.load(language)
    return words.dictionary is not None and words.dictionary(form)
