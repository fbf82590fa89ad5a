"""Words of a document that are candidates for its other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.candidates.document_names import document_names
from align.ocr.candidates.lookup import LONG
from align.text.token import Token, parse

REPEATED = 2
"""Occurrences from which an unknown word is a candidate for others of its document."""


def document_words(
    sentences: Sequence[Sequence[Token]],
    lexicon: Lexicon,
    texts: Iterable[Sequence[str]],
    *,
    translated: bool,
) -> tuple[str, ...]:
    """The words of a document that may stand for others of it.

    Args:
        sentences: As they are read.
        lexicon: Of the language.
        texts: The texts of the tokens as an earlier pass found them.
        translated: Whether there is a translation.
    """
    names = document_names(sentences, lexicon, translated=translated)
    return tuple({*_repeated_words(sentences, lexicon), *_known_words(texts, lexicon), *names})


def _repeated_words(sentences: Sequence[Sequence[Token]], lexicon: Lexicon) -> tuple[str, ...]:
    """Unknown words that the document has several times: its names and terms."""
    counts = Counter(fold(token.core) for sentence in sentences for token in sentence if len(token.core) > 3)
    return tuple(
        word
        for word, count in counts.items()
        if count >= REPEATED and parse(word).core.isalpha() and not lexicon.knows(word)
    )


def _known_words(texts: Iterable[Sequence[str]], lexicon: Lexicon) -> Iterator[str]:
    """The longer known words of a text, folded."""
    for sentence in texts:
        for text in sentence:
            core = fold(parse(text).core)
            if len(core) >= LONG and core.isalpha() and lexicon.knows(core):
                yield core
