"""The resources of a language with what was learned from a collection."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from align.ocr.candidates.collection_words import with_collection_words
from align.ocr.channel.adaptation import EMPTY_PROFILE, Profile
from align.ocr.collection import LanguageKnowledge, read_knowledge
from align.ocr.runtime.resources import LanguageResources


def with_collection(resources: LanguageResources, path: Path | None) -> tuple[LanguageResources, Profile]:
    """The resources with the words of a collection, and the errors that its documents have.

    Args:
        resources: Of a pair of languages.
        path: What was learned from the collection; ``None`` leaves the resources as they are.

    Raises:
        ReadError: The file cannot be read as such.
    """
    known = None if path is None else read_knowledge(path).languages.get(resources.languages[0])
    return (resources, EMPTY_PROFILE) if known is None else (_extended(resources, known), known.prior)


@lru_cache(maxsize=8)
def _extended(resources: LanguageResources, known: LanguageKnowledge) -> LanguageResources:
    return replace(resources, indexes=with_collection_words(resources.indexes, known))
