"""How common a word is, by the lists of wordfreq (Speer 2022)."""

from __future__ import annotations

from collections.abc import Callable

WordFrequency = Callable[[str], float]
"""How common a word is (Zipf scale: 0 unknown, 3 rare, 7 the commonest)."""

UNSPACED = frozenset(("ja", "ko", "zh"))
"""Their lists count morphemes, which only a dictionary of their own can tell apart in a text."""


def has_word_list(language: str) -> bool:
    """Whether there is a list of the words of ``language`` as they stand between spaces."""
    from wordfreq import available_languages

    return language not in UNSPACED and language in available_languages("best")


def word_frequency(language: str) -> WordFrequency | None:
    """Zipf frequencies of the words of ``language``; ``None`` where there is no list for it."""
    if not has_word_list(language):
        return None
    from wordfreq import zipf_frequency

    return lambda word: float(zipf_frequency(word, language))
