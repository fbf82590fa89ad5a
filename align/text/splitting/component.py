"""The sentence rules as a spaCy component, ``nlp.add_pipe("align_sentences")``.

Example:
    >>> import spacy
    >>> nlp = spacy.blank("ru")
    >>> rules = nlp.add_pipe("align_sentences")
    >>> [sent.text for sent in nlp("Его принял т. Сталин. Он ушёл в 1950 г. домой.").sents]
    ['Его принял т. Сталин.', 'Он ушёл в 1950 г. домой.']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from align.errors import InputError
from align.text.splitting.boundaries import sentence_starts
from align.text.splitting.tokens import Tokens

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
        marks[sentence_indices(doc, self.language)] = 1
        doc.from_array(["SENT_START"], marks.astype(np.uint64))
        return doc


def sentence_indices(doc: Doc, language: str) -> list[int]:
    """The indices of the tokens that begin a sentence, the first of them 0."""
    texts = [token.text for token in doc]
    spaces = [*map(str.isspace, texts), False]
    spaced = [bool(token.whitespace_) or spaces[token.i + 1] for token in doc]
    starts = []
    for words in _paragraphs(texts):
        tokens = Tokens([texts[index] for index in words], [spaced[index] for index in words], language)
        starts += [words[start] for start in sentence_starts(tokens)]
    return [0, *starts[1:]] if texts else []


def _paragraphs(texts: Sequence[str]) -> Iterator[list[int]]:
    """The indices of the tokens of each paragraph, white space left out."""
    words: list[int] = []
    for index, text in enumerate(texts):
        if not text.isspace():
            words.append(index)
        elif text.count("\n") > 1 and words:
            yield words
            words = []
    yield words


@Language.factory(NAME, assigns=["token.is_sent_start", "doc.sents"])
def create_sentence_rules(nlp: Language, name: str) -> SentenceRules:  # noqa: ARG001 - spaCy passes it by name
    """Make the component for the language of a pipeline."""
    return SentenceRules(nlp.lang or "xx")
