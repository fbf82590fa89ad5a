"""Search for a pattern, a word or a phrase in the sentences of a bitext."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from align.errors import InputError
from align.lang.lemma import Lemmatizer, lemmatizer
from align.text.document import Side

LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"  # with the marks over them
WORD = re.compile(rf"{LETTERS}(?:-{LETTERS})*")
"""A word: an apostrophe ends it. ``frontend/src/model/words.js`` cuts the same way."""
TextPlace = tuple[int, int]
"""``(start, stop)`` in code points of a text."""
Search = Callable[[str], Iterator[TextPlace]]
"""Maps a text to the places of the matches, in order."""


@dataclass(frozen=True)
class Hit:
    """One match, with the bead it stands in.

    Attributes:
        side: The side of the match.
        sentence: Index of the sentence on its side, from 0.
        place: Start and stop of the match in the sentence's text, code points.
        bead: Index of the bead, from 0.
        number: Index of the sentence among those of its side in the bead, from 0.
        source: Texts of the bead's source sentences.
        target: Texts of the bead's target sentences.
    """

    side: Side
    sentence: int
    place: TextPlace
    bead: int
    number: int
    source: tuple[str, ...]
    target: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text that matched."""
        own = self.source if self.side == "source" else self.target
        start, stop = self.place
        return own[self.number][start:stop]


def by_pattern(pattern: str) -> Search:
    """Compile a search for a regular expression.

    Letter case is ignored unless the pattern has a capital letter. Empty matches are left out.

    Raises:
        InputError: The pattern is no regular expression.
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
    """Compile a search for consecutive words in any inflected form.

    Words are compared by lemma in Russian and English, as written in other languages.

    Raises:
        InputError: The phrase has no word.
    """
    lemma = lemmatizer(language)
    wanted = lemmas(phrase, lemma)
    if not wanted:
        raise InputError(f"expected a word to look for, found none in {phrase!r}")
    return lambda text: places(wanted, text, lemma)


def lemmas(text: str, lemma: Lemmatizer) -> list[str]:
    """The lemmas of a text's words, in order."""
    return [lemma(word.lower()) for word in WORD.findall(text)]


def places(wanted: Sequence[str], text: str, lemma: Lemmatizer) -> Iterator[TextPlace]:
    """The places of consecutive words that have the lemmas ``wanted``."""
    words = list(WORD.finditer(text))
    found = [lemma(word.group().lower()) for word in words]
    for at in range(len(words) - len(wanted) + 1):
        if wanted and found[at : at + len(wanted)] == list(wanted):
            yield words[at].start(), words[at + len(wanted) - 1].end()
