"""How common a word is, by the lists of wordfreq (Speer 2022)."""

from __future__ import annotations

from align.text.page import Familiar

UNSPACED = frozenset(("ja", "ko", "zh"))
"""Their lists count morphemes, which only a dictionary of their own can tell apart in a text."""


def listed(language: str) -> bool:
    """Whether there is a list of the words of ``language`` as they stand between spaces."""
    from wordfreq import available_languages

    return language not in UNSPACED and language in available_languages("best")


def familiarity(language: str) -> Familiar | None:
    """Zipf frequencies of the words of ``language``; ``None`` where there is no list for it."""
    if not listed(language):
        return None
    from wordfreq import zipf_frequency

    return lambda word: float(zipf_frequency(word, language))
