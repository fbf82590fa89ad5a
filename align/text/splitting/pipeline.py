"""The spaCy pipeline that finds sentences: this package's component in a blank one, or an installed one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from align.errors import ModelError
from align.text.splitting.boundaries import sentence_starts
from align.text.splitting.tokens import Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENT = "align_sentences"
"""The name of the component in spaCy's registry."""


class SentenceRules:
    """The spaCy component that sets where sentences begin, by :func:`sentence_starts`."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its sentences set."""
        tokens = Tokens(
            [token.text for token in doc], [bool(token.whitespace_) for token in doc], self.language
        )
        marks: Any = np.full((len(doc), 1), -1, dtype=np.int64)  # spaCy's own array type has no name here
        marks[sentence_starts(tokens)] = 1
        doc.from_array(["SENT_START"], marks.astype(np.uint64))
        return doc


@lru_cache(maxsize=4)
def blank(language: str) -> Language:
    """A blank pipeline with :data:`COMPONENT`; ``xx`` for a language that spaCy does not have.

    A pipeline takes a tenth of a second to build and is never changed, so the last four are kept.
    """
    import spacy
    from spacy.language import Language

    if not Language.has_factory(COMPONENT):

        def create(nlp: Language, name: str) -> SentenceRules:  # noqa: ARG001 - spaCy passes both by name
            return SentenceRules(nlp.lang or "xx")

        Language.factory(COMPONENT, func=create)
    try:
        nlp = spacy.blank(language)
    except ImportError:
        nlp = spacy.blank("xx")
    nlp.add_pipe(COMPONENT)
    return nlp


def installed(name: str) -> Language:
    """An installed pipeline that finds sentences.

    Args:
        name: The name of the pipeline's package, or its folder.

    Raises:
        ModelError: There is no such pipeline, or it has no component that finds sentences.
    """
    import spacy

    known = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
    try:
        nlp = spacy.load(name, exclude=["ner", "lemmatizer", "attribute_ruler"])
    except (OSError, ImportError) as error:
        raise ModelError(
            f"expected the name or folder of an installed spaCy pipeline, got {name!r}; installed: {known}; "
            "install one with pip, or leave the option out to use the built-in rules"
        ) from error
    if not {"senter", "sentencizer", "parser", COMPONENT} & set(nlp.pipe_names):
        raise ModelError(
            f"spaCy pipeline {name!r} finds no sentences (it has {', '.join(nlp.pipe_names) or 'nothing'})"
        )
    return nlp
