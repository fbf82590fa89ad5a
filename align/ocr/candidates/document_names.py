"""The names of a document, in all cases: a name read right at one place is a candidate at another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.candidates.generators.names import CASE_ENDINGS, FINAL_LETTERS
from align.text.token import Token

MIN_LETTERS = 3
"""Letters of a name without its ending."""
REPEATED = 2
"""Occurrences of a name, in whatever case, from which it is a candidate elsewhere in a translated document,
where the names of the translation are better evidence than one that stands there once."""
MAX_NAMES = 200
"""Names of which forms are made; a document with more has lists of them."""


def document_names(
    sentences: Iterable[Sequence[Token]], lexicon: Lexicon, *, translated: bool
) -> tuple[str, ...]:
    """The folded forms of unknown words with a capital inside a sentence.

    Args:
        sentences: The tokens of each sentence.
        lexicon: Of their language; only Russian names have cases here.
        translated: Whether the document has a translation.
    """
    if lexicon.language != "ru":
        return ()
    counts = Counter(_stem(word) for word in _unknown_names(sentences, lexicon))
    least = REPEATED if translated else 1
    stems = [stem for stem, count in counts.most_common(MAX_NAMES) if count >= least]
    return tuple(stem + ending for stem in stems for ending in CASE_ENDINGS)


def _unknown_names(sentences: Iterable[Sequence[Token]], lexicon: Lexicon) -> Iterator[str]:
    for tokens in sentences:
        for token in tokens[1:]:
            core = token.core
            if len(core) > MIN_LETTERS and core.isalpha() and core.istitle() and not lexicon.knows(core):
                yield fold(core)


def _stem(name: str) -> str:
    """A name without the letter that a case ending replaces."""
    return name[:-1] if name[-1] in FINAL_LETTERS | {"у", "ю"} and len(name) > MIN_LETTERS else name
