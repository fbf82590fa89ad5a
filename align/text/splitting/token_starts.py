"""Which tokens begin a sentence, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.text.splitting.boundaries import sentence_starts
from align.text.splitting.tokens import Tokens


def sentence_indices(texts: Sequence[str], spaced: Sequence[bool], language: str) -> list[int]:
    """The indices of the tokens that begin a sentence, the first of them 0.

    Args:
        texts: The tokens as spaCy makes them, white space included.
        spaced: Of each, whether a single space follows it.
        language: ISO 639-1, or ``xx`` for a language that spaCy does not have.
    """
    spaces = [*map(str.isspace, texts), False]
    spaced = [own or spaces[index + 1] for index, own in enumerate(spaced)]
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
