"""How common a word is, by the lists of wordfreq (Speer 2022)."""

from __future__ import annotations

from align.text.page import Familiar


def familiarity(language: str) -> Familiar | None:
    """Zipf frequencies of the words of ``language``; ``None`` where there is no list for it."""
    from wordfreq import available_languages, zipf_frequency

    if language not in available_languages():
        return None
    return lambda word: float(zipf_frequency(word, language))
