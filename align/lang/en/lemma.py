"""English dictionary forms by stripping endings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from align.lang.word_list import listed_shares

MIN_STEM = 3
"""Letters that a word without its ending must have."""

MIN_SHARE = 0.1
"""How frequent the stripped form must be, as a share of the frequency of the word."""


def build_lemmatizer() -> Callable[[str], str]:
    """From a lower-case word to its dictionary form.

    Of the forms that stripping an ending gives, the most frequent one (wordfreq, Speer 2022), unless it is
    much rarer than the word.
    """
    frequencies = listed_shares("en")

    def lemma(word: str) -> str:
        word = word.removesuffix("'s").removesuffix("’s")
        stems = [stem for stem in _stems(word) if len(stem) >= MIN_STEM]
        best = max(stems, key=lambda stem: frequencies.get(stem, 0.0), default=word)
        return best if frequencies.get(best, 0.0) > MIN_SHARE * frequencies.get(word, 0.0) else word

    return lru_cache(65536)(lemma)


def _stems(word: str) -> Iterator[str]:
    """What a word may be without its inflectional ending."""
    if word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith(("ses", "xes", "ches", "shes")):
        yield word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
    if word.endswith("ied"):
        yield word[:-3] + "y"
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
