"""The sentence rules as a spaCy component, ``nlp.add_pipe("align_sentences")``.

Example:
    >>> import spacy
    >>> nlp = spacy.blank("ru")
    >>> rules = nlp.add_pipe("align_sentences")
    >>> [sent.text for sent in nlp("Его принял т. Сталин. Он ушёл в 1950 г. домой.").sents]
    ['Его принял т. Сталин.', 'Он ушёл в 1950 г. домой.']
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from align.errors import InputError
from align.text.splitting.token_starts import sentence_indices

NAME = "align_sentences"
"""The name that the component is registered under, here and as an entry point in ``pyproject.toml``."""


class SentenceRules:
    """Sets where sentences begin, by the rules of :mod:`align.text.splitting.boundaries`.

    Only ``token.is_sent_start`` is set, on every token; other annotations are unchanged. A blank line ends a
    sentence. White space belongs to the sentence before it.
    """

    def __init__(self, language: str) -> None:
        """Choose the abbreviations of a language, ISO 639-1."""
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Set the sentence starts of a document.

        Returns:
            The same document.

        Raises:
            InputError: A parser ran before; its parse fixes the sentences.
        """
        if len(doc) and doc.has_annotation("DEP"):
            raise InputError(
                f"expected a document that is not parsed yet: add {NAME} to the pipeline before the parser, "
                f'nlp.add_pipe("{NAME}", before="parser")'
            )
        marks: Any = np.full((len(doc), 1), -1, dtype=np.int64)  # spaCy's own array type has no name here
        texts, spaced = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
        marks[sentence_indices(texts, spaced, self.language)] = 1
        doc.from_array(["SENT_START"], marks.astype(np.uint64))
        return doc


@Language.factory(NAME, assigns=["token.is_sent_start", "doc.sents"])
def create_sentence_rules(nlp: Language, name: str) -> SentenceRules:  # noqa: ARG001 - spaCy passes it by name
    """Make the component for the language of a pipeline."""
    return SentenceRules(nlp.lang or "xx")
