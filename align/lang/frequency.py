"""How common a word is, by the lists of wordfreq (Speer 2022)."""

from __future__ import annotations

from collections.abc import Callable

from align.lang import registry

WordFrequency = Callable[[str], float]
"""From a word to its Zipf frequency: log10 of its occurrences in 10^9 words, 0 for an unknown word."""


def has_word_list(language: str) -> bool:
    """Whether wordfreq has a list of the words of ``language`` as they stand between spaces."""
    from wordfreq import available_languages

    spaced = registry.language(language).resources.spaced_word_list
    return spaced and language in available_languages("best")


def word_frequency(language: str) -> WordFrequency | None:
    """Zipf frequencies of the words of ``language``; ``None`` where there is no list for it."""
    if not has_word_list(language):
        return None
    from wordfreq import zipf_frequency

    return lambda word: float(zipf_frequency(word, language))
