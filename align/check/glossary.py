"""The check of terms: a glossary's translations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.check.context import CheckContext
from align.check.line import Line
from align.flag import Flag
from align.lang.lemma import Lemmatizer, lemmatizer
from align.search import TextPlace, lemmas, places

CONFIDENCE = 0.9


def glossary_terms(context: CheckContext) -> Iterator[Flag]:
    """A term without any of its translations, and translations that are forbidden.

    Words are compared by their dictionary forms where the language has a lemmatizer.
    """
    if not context.glossary:
        return
    source_lemma, target_lemma = (lemmatizer(language) for language in context.languages)
    for pair in context.pairs:
        translation = lemmas(pair.target.with_corrections, target_lemma)
        for term in context.glossary:
            found = list(_places(term.source, pair.source, source_lemma)) if term.source else []
            if found and term.targets and not _has_any(term.targets, translation, target_lemma):
                expected = " or ".join(f"“{target}”" for target in term.targets)
                reason = f"The glossary wants {expected} for this, but the translation does not have it."
                yield pair.source.flag(*found[0], "check.glossary", CONFIDENCE, reason)
            if found or not term.source:
                yield from _forbidden(term.forbidden, pair.target, target_lemma)


def _forbidden(words: Sequence[str], line: Line, lemma: Lemmatizer) -> Iterator[Flag]:
    """A flag on each forbidden word."""
    for word in words:
        for start, stop in _places(word, line, lemma):
            yield line.flag(
                start, stop, "check.glossary", CONFIDENCE, f"The glossary does not allow “{word}” here."
            )


def _has_any(terms: Sequence[str], text: Sequence[str], lemma: Lemmatizer) -> bool:
    """Whether a text, as dictionary forms, has one of the terms."""
    return any(_has(lemmas(term, lemma), text) for term in terms)


def _has(term: Sequence[str], text: Sequence[str]) -> bool:
    return any(list(text[at : at + len(term)]) == term for at in range(len(text) - len(term) + 1))


def _places(term: str, line: Line, lemma: Lemmatizer) -> Iterator[TextPlace]:
    """Where the term occurs in the line, in any form, within one sentence."""
    forms = lemmas(term, lemma)
    for first, sentence in zip(line.starts, line.sentences, strict=True):
        for start, stop in places(forms, sentence.text, lemma):
            yield first + start, first + stop
