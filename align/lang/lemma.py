"""Dictionary forms, as far as a word-to-word lexicon needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any

PARADIGMS = ("ru", "uk")
"""The languages whose forms pymorphy3 knows."""
Lemmatizer = Callable[[str], str]
"""From a small-letter word to its dictionary form."""


def has_dictionary(language: str) -> bool:
    """Whether pymorphy3's dictionary of a language is installed; nothing is loaded."""
    return language in PARADIGMS and find_spec(f"pymorphy3_dicts_{language}") is not None


@cache
def analyzer(language: str) -> Any:  # noqa: ANN401 - pymorphy3 has no types
    """pymorphy3's dictionary of a language, read once for all who use it; ``None`` where there is none."""
    if not has_dictionary(language):
        return None
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


@cache
def lemmatizer(language: str) -> Lemmatizer:
    """Normal forms of pymorphy3 (Russian, Ukrainian), stripped endings (English), else the word itself."""
    if language == "en":
        return _english()
    morphology = analyzer(language)
    if morphology is None:
        return str
    return lru_cache(65536)(lambda word: str(morphology.parse(word)[0].normal_form).replace("ё", "е"))


def _english() -> Lemmatizer:
    import wordfreq

    frequencies = wordfreq.get_frequency_dict("en", "best")

    def lemma(word: str) -> str:
        """The likeliest of the forms that stripping an ending gives, unless much rarer than the word."""
        word = word.removesuffix("'s").removesuffix("’s")
        stems = [stem for stem in _stems(word) if len(stem) > 2]
        best = max(stems, key=lambda stem: frequencies.get(stem, 0.0), default=word)
        return best if frequencies.get(best, 0.0) > 0.1 * frequencies.get(word, 0.0) else word

    return lru_cache(65536)(lemma)


def _stems(word: str) -> Iterator[str]:
    """What might be left without an inflectional ending."""
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
