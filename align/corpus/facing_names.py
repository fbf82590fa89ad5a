"""The names that face the unknown words of a collection in its translations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from align.corpus.tables import Tables
from align.corpus.text_counts import sentence_rows
from align.lang.folding import fold
from align.names.similarity import cross_script_similarity, likeness, same_script
from align.text.token import tokenize

MIN_SIMILARITY = 0.75
"""Similarity (fraction 0-1) from which a name of the translation is that of a word."""

POSSESSIVE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]\w\Z")
"""The end of a name in the possessive."""


class FacingNames:
    """Counts the names that face words.

    Args:
        words: Language -> the words.
    """

    def __init__(self, words: Mapping[str, AbstractSet[str]]) -> None:
        self._words = words
        self.found: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(
            lambda: defaultdict(Counter)
        )

    def add(self, part: Tables, left_out: Container[str]) -> None:
        """Count those of the documents of some tables."""
        sentences = {place: (language, text) for place, language, text in sentence_rows(part)}
        seen: set[tuple[str, str, str, str]] = set()
        for document, *sides in _beads(part):
            if document in left_out:
                continue
            own, other = (
                [
                    sentences[document, side, number]
                    for number in numbers
                    if (document, side, number) in sentences
                ]
                for side, numbers in zip(("source", "target"), sides, strict=True)
            )
            for language, word, name in (*self._pairs(own, other), *self._pairs(other, own)):
                if (document, language, word, name) not in seen:
                    seen.add((document, language, word, name))
                    self.found[language][word][name] += 1

    def _pairs(
        self, own: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]
    ) -> Iterator[tuple[str, str, str]]:
        """Language, word and the name that faces it, of the sentences of one side of a bead."""
        names: list[str] | None = None
        for language, text in own:
            wanted = self._words.get(language, frozenset())
            for token in tokenize(text):
                word = fold(token.core)
                if not token.core[:1].isupper() or word not in wanted:
                    continue
                if names is None:
                    names = _names([text for _, text in other])
                best = max(names, key=lambda name: _similarity(token.core, name), default="")
                if best and _similarity(token.core, best) >= MIN_SIMILARITY:
                    yield language, word, best


def _names(texts: Sequence[str]) -> list[str]:
    """The words of a text with a capital, each once."""
    cores = (POSSESSIVE.sub("", token.core) for text in texts for token in tokenize(text))
    return list(dict.fromkeys(core for core in cores if core[:1].isupper() and len(core) > 1))


def _similarity(word: str, name: str) -> float:
    """Of a word and a name of another language; 0 for other scripts than Cyrillic and Latin."""
    if same_script(word, name):
        return likeness(word, name)
    return max(cross_script_similarity(word, name), cross_script_similarity(name, word))


def _beads(part: Tables) -> Iterator[tuple[str, range, range]]:
    """The document of each bead, and the numbers of its sentences on both sides."""
    columns = ("document", "source_first", "source_count", "target_first", "target_count")
    for document, first, count, other, more in zip(
        *(part["beads"][column].to_pylist() for column in columns), strict=True
    ):
        if first is not None and other is not None:
            yield document, range(first, first + count), range(other, other + more)
