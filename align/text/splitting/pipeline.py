"""Pipelines of spaCy: a blank one, whose tokenizer is used, or an installed one that finds sentences."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from align.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language


@lru_cache(maxsize=4)
def blank(language: str) -> Language:
    """A blank pipeline; ``xx`` for a language that spaCy does not have.

    A pipeline takes a tenth of a second to build and is never changed, so the last four are kept.
    """
    import spacy

    try:
        return spacy.blank(language)
    except ImportError:
        return spacy.blank("xx")


def installed(name: str) -> Language:
    """An installed pipeline that finds sentences.

    Args:
        name: The name of the pipeline's package, or its folder.

    Raises:
        ModelError: There is no such pipeline, or it has no component that finds sentences.
    """
    import spacy

    from align.text.splitting.component import NAME

    known = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
    try:
        nlp = spacy.load(name, exclude=["ner", "lemmatizer", "attribute_ruler"])
    except (OSError, ImportError) as error:
        raise ModelError(
            f"expected the name or folder of an installed spaCy pipeline, got {name!r}; installed: {known}; "
            "install one with pip, or leave the option out to use the built-in rules"
        ) from error
    if not {"senter", "sentencizer", "parser", NAME} & set(nlp.pipe_names):
        raise ModelError(
            f"spaCy pipeline {name!r} finds no sentences (it has {', '.join(nlp.pipe_names) or 'nothing'})"
        )
    return nlp
