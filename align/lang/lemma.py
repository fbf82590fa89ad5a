"""Dictionary forms of words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any

from align.lang import registry

Lemmatizer = Callable[[str], str]
"""From a lower-case word to its dictionary form."""

CACHE_SIZE = 1 << 16
"""Words of a language that have their dictionary form kept."""


def has_dictionary(language: str) -> bool:
    """Whether pymorphy3's dictionary of a language is installed; nothing is loaded."""
    described = registry.language(language)
    return described.resources.paradigms and find_spec(f"pymorphy3_dicts_{language}") is not None


@cache
def analyzer(language: str) -> Any:  # noqa: ANN401 - pymorphy3 has no types
    """pymorphy3's dictionary of a language, loaded once a process; ``None`` where there is none."""
    if not has_dictionary(language):
        return None
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


@cache
def lemmatizer(language: str) -> Lemmatizer:
    """The lemmatizer of a language.

    Args:
        language: ISO 639-1.

    Returns:
        The language's own rules where it has some (English), else the normal forms of pymorphy3 with ё as е
        (Russian, Ukrainian), else the word as it is.
    """
    rules = registry.language(language).resources.rule_lemmatizer
    if rules is not None:
        return rules()
    morphology = analyzer(language)
    if morphology is None:
        return str
    return lru_cache(CACHE_SIZE)(lambda word: str(morphology.parse(word)[0].normal_form).replace("ё", "е"))
