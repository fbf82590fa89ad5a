"""Vectors of sentences from what translations write alike: numbers, names, cognates, marks.

They take the place of an encoder's vectors where the encoder does not know a language of the text.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from align.alignment.pooling import Matrix, unit_rows
from align.names.letter_sounds import consonants, latin_spelling

_STOPS = "।॥෴๏๚๛།༎၊။"
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17d3"
TOKEN = re.compile(rf"\d+|[^\W\d_]+(?:(?![{_STOPS}])[{_SIGNS}][^\W\d_]*)*|[^\w\s]")
"""A number, a word with its vowel signs, or a mark."""

MARKS = {
    "？": "?",
    "؟": "?",
    ";": "?",
    "！": "!",
    "：": ":",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "„": '"',
    "「": '"',
    "」": '"',
    "（": "(",
    "–": "—",
    "-": "—",
    "؛": ";",
}
DIMENSIONS = 512
SPREAD = 4
"""Dimensions that each term is added to (feature hashing; Weinberger et al., 2009)."""

MIN_LETTERS = 3
"""Letters of a word, or consonants of it, that are compared."""

GRAM, STEM, SKELETON = 4, 5, 4
"""Letters of the pieces of a word, of its beginning, and of its first consonants."""

NUMBER, WORD, CAPITALISED = 2.0, 1.5, 1.5
"""How much a number, an equal word and the pieces of a capitalised word weigh, where a mark weighs 1."""

MIN_RARITY = 1.05
"""A term of all sentences weighs as if one in so many had it."""


def terms(token: str) -> Iterator[tuple[str, float]]:
    """What a token may have in common with its translation, and how much each of it weighs.

    Of a word: the word itself, and of its sounds the beginning, the pieces and the consonants.
    """
    if token[0].isdigit():
        yield f"#{int(token)}", NUMBER
    elif token[0].isalpha():
        yield from _word_terms(token)
    else:
        yield MARKS.get(token, token), 1.0


def _word_terms(word: str) -> Iterator[tuple[str, float]]:
    """The word itself, and its sounds."""
    if len(word) >= MIN_LETTERS:
        yield f"={word.lower()}", WORD
    weight = CAPITALISED if word[0].isupper() else 1.0
    yield from ((term, weight * share) for term, share in _sounds(latin_spelling(word)))


def _sounds(spelled: str) -> Iterator[tuple[str, float]]:
    """The beginning of a word, its pieces, which weigh about 1 together, and its consonants."""
    if len(spelled) < MIN_LETTERS:
        return
    yield f"^{spelled[:STEM]}", 1.0
    bounded = f"<{spelled}>"
    count = len(bounded) - GRAM + 1
    yield from ((bounded[at : at + GRAM], count**-0.5) for at in range(count))
    skeleton = consonants(spelled)
    if len(skeleton) >= MIN_LETTERS:
        yield f"~{skeleton[:SKELETON]}", 1.0


@lru_cache(maxsize=1 << 18)
def _places(term: str) -> tuple[list[int], list[float]]:
    """Dimensions that a term is added to, and the signs."""
    code = zlib.crc32(term.encode())
    places, signs = list[int](), list[float]()
    for number in range(SPREAD):
        code = zlib.crc32(code.to_bytes(4, "big"), number + 1)
        places.append(code % DIMENSIONS)
        signs.append(1.0 if code >> 31 else -1.0)
    return places, signs


@dataclass(frozen=True, eq=False)
class SpellingEncoder:
    """An ``Encoder`` of the terms that both sides of one text have.

    Attributes:
        weights: of each term: it is rare, and as frequent on one side as on the other.
    """

    weights: dict[str, float]
    name: str = "spelling"
    sha256: None = None
    _words: dict[str, Matrix] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, source: Sequence[str], target: Sequence[str]) -> SpellingEncoder:
        """Of the terms of these sentences."""
        one, other = _counts(source), _counts(target)
        total = len(source) + len(target)
        rates = {
            term: sorted((one[term] / len(source), other[term] / len(target)))
            for term in one.keys() & other.keys()
        }
        return cls(
            {
                term: (low + 1 / total) / (high + 1 / total) * math.log(max(1 / high, MIN_RARITY))
                for term, (low, high) in rates.items()
            }
        )

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Shape ``(len(texts), 512)``, rows of length 1, or 0 where a text has no term of the other side."""
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for at, text in enumerate(texts):
            for token in TOKEN.findall(text):
                rows[at] += self._word(token)
        return unit_rows(rows)

    def _word(self, token: str) -> Matrix:
        if token not in self._words:
            row = np.zeros(DIMENSIONS, dtype=np.float32)
            for term, weight in terms(token):
                if term in self.weights:
                    places, signs = _places(term)
                    np.add.at(row, places, np.array(signs, dtype=np.float32) * (weight * self.weights[term]))
            self._words[token] = row
        return self._words[token]


def _counts(sentences: Iterable[str]) -> Counter[str]:
    """In how many sentences each term is."""
    found: Counter[str] = Counter()
    for sentence in sentences:
        found.update({term for token in set(TOKEN.findall(sentence)) for term, _ in terms(token)})
    return found
