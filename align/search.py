"""Where a word, a phrase or a pattern stands in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from align.errors import InputError
from align.lang.lemma import Lemmatizer, lemmatizer

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
TextPlace = tuple[int, int]
Search = Callable[[str], Iterator[TextPlace]]
"""A text -> where it holds what is looked for, ``(start, stop)`` code points, in order."""


def by_pattern(pattern: str) -> Search:
    """A regular expression; letters in either case unless the pattern has a capital.

    Raises :class:`InputError` for one that cannot be read.
    """
    flags = re.NOFLAG if any(map(str.isupper, pattern)) else re.IGNORECASE
    try:
        expression = re.compile(pattern, flags)
    except re.error as error:
        raise InputError(
            f"expected a regular expression, {pattern!r} is none: {error}; a backslash before ( [ * + ? helps"
        ) from error
    return lambda text: (match.span() for match in expression.finditer(text) if match.group())


def by_lemma(phrase: str, language: str) -> Search:
    """Words one after another in whatever form (Russian, English); in other languages as written."""
    lemma = lemmatizer(language)
    wanted = lemmas(phrase, lemma)
    if not wanted:
        raise InputError(f"expected a word to look for, found none in {phrase!r}")
    return lambda text: places(wanted, text, lemma)


def lemmas(text: str, lemma: Lemmatizer) -> list[str]:
    """The dictionary forms of a text's words."""
    return [lemma(word.lower()) for word in WORD.findall(text)]


def places(wanted: Sequence[str], text: str, lemma: Lemmatizer) -> Iterator[TextPlace]:
    """Where words with these dictionary forms stand one after another."""
    words = list(WORD.finditer(text))
    found = [lemma(word.group().lower()) for word in words]
    for at in range(len(words) - len(wanted) + 1):
        if wanted and found[at : at + len(wanted)] == list(wanted):
            yield words[at].start(), words[at + len(wanted) - 1].end()
