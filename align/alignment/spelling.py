"""Vectors of sentences from what translations write alike: numbers, names, cognates, marks.

They take the place of an encoder's vectors where the encoder does not know a language of the text.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from align.names.letter_sounds import consonants, latin_spelling

_STOPS = "।॥෴๏๚๛།༎၊။"
TOKEN = re.compile(
    rf"\d+|[^\W\d_]+(?:(?![{_STOPS}])[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f"
    rf"\u1780-\u17d3][^\W\d_]*)*|[^\w\s]"
)
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
"""Dimensions that each term is added to."""

STEM = 5
MIN_GRAM = 3
NUMBER_WEIGHT, WORD_WEIGHT, CAPITAL_WEIGHT = 2.0, 1.5, 1.5

Matrix = NDArray[np.float32]


def terms(token: str) -> Iterator[tuple[str, float]]:
    """What a token has in common with its translation, if anything, and how much that weighs."""
    if token[0].isdigit():
        yield f"#{int(token)}", NUMBER_WEIGHT
    elif not token[0].isalpha():
        yield MARKS.get(token, token), 1.0
    else:
        yield from _word_terms(token)


def _word_terms(token: str) -> Iterator[tuple[str, float]]:
    capital = CAPITAL_WEIGHT if token[0].isupper() else 1.0
    if len(token) >= MIN_GRAM:
        yield "=" + token.lower(), WORD_WEIGHT
    spelling = latin_spelling(token)
    bounded = f"<{spelling}>"
    if len(spelling) >= MIN_GRAM:
        yield "^" + spelling[:STEM], capital
        count = len(bounded) - MIN_GRAM
        for at in range(count):
            yield bounded[at : at + MIN_GRAM + 1], capital / np.sqrt(count)
        skeleton = consonants(spelling)
        if len(skeleton) >= MIN_GRAM:
            yield "~" + skeleton[:4], capital


@lru_cache(maxsize=1 << 18)
def _places(term: str) -> tuple[list[int], list[float]]:
    """Dimensions that a term is added to, and the signs."""
    rng = zlib.crc32(term.encode())
    places, signs = [], []
    for number in range(SPREAD):
        rng = zlib.crc32(rng.to_bytes(4, "big"), number + 1)
        places.append(rng % DIMENSIONS)
        signs.append(1.0 if rng >> 31 else -1.0)
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
        weights = {}
        for term in one.keys() & other.keys():
            low, high = sorted((one[term] / len(source), other[term] / len(target)))
            share = (low + 1 / total) / (high + 1 / total)
            weights[term] = share * np.log(max(1 / high, 1.05))
        return cls(weights)

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Shape ``(len(texts), 512)``, rows of length 1, or 0 where a text has no term of the other side."""
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for at, text in enumerate(texts):
            for token in TOKEN.findall(text):
                rows[at] += self._word(token)
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))

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
