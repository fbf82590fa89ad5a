"""How likely a word is in each language: by lists of common words, and by letters for all others."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.lang.form_table import FormTable, form_arrays
from align.lang.ru.orthography import modern
from align.user_cache import Arrays, file_version, kept

DATA = Path(__file__).parent / "data/words.npz"
"""The shipped file."""

Values = NDArray[np.float32]
"""One number a language, in the order of :attr:`WordEvidence.languages`."""

START, END = "^^", "$"
"""What stands before and behind the letters of a word."""

STEP = 1 / 16
"""Nats: how finely logarithms are kept in one byte."""

UNLISTED = 255
"""The byte of a word that a language's list lacks."""

MAX_EVIDENCE = 6.0
"""Nats: the most that one word counts against a language; a foreign name is not more."""

LOOK_ALIKES = str.maketrans("iaeopcxyk", "іаеорсхук")
"""Latin letters in a Cyrillic word -> the Cyrillic ones that look like them."""

CACHE_SIZE = 1 << 17
"""Words whose numbers are kept."""

CODE_POINT_BITS = 21
"""Bits of a letter in the key of letters that stand together."""


@dataclass(frozen=True, eq=False)
class WordEvidence:
    """The words and letters of all languages that can be recognised.

    Attributes:
        languages: ISO 639-1; ``sr-Latn`` is Serbian in Latin letters.
        words: The common words of all languages, small letters; their numbers are rows of ``word_values``.
        word_values: Of a word's fraction of all words, the logarithm as :func:`_logs` reads it, uint8.
        unlisted: Of each language, the logarithm of the fraction of words that are not listed.
        gram_keys: Of one to three letters that stand together, the keys, sorted, int64, ``(n_grams,)``.
        gram_values: Of the last letter's probability after the others, the logarithm, uint8.
    """

    languages: tuple[str, ...]
    words: FormTable
    word_values: NDArray[np.uint8]
    unlisted: Values
    gram_keys: NDArray[np.int64]
    gram_values: NDArray[np.uint8]
    _found: dict[str, Values] = field(default_factory=dict, repr=False)

    def evidence(self, word: str) -> Values:
        """How much a word speaks against each language, in nats: 0 for the likeliest, at least -6."""
        found = self._found.get(word)
        if found is None:
            found = self._evidence(word)
            if len(self._found) < CACHE_SIZE:
                self._found[word] = found
        return found

    def lists(self, word: str) -> NDArray[np.bool_]:
        """For each language whether the word is one of its common words, in today's spelling or an older."""
        rows = [row for form in _forms(word) if (row := self.words.number(form)) >= 0]
        return np.asarray((self.word_values[rows] != UNLISTED).any(axis=0), np.bool_)

    def _evidence(self, word: str) -> Values:
        forms = _forms(word)
        values = np.max([self._likelihood(form) for form in forms], axis=0)
        return np.asarray(np.maximum(values - values.max(), -MAX_EVIDENCE))

    def _likelihood(self, word: str) -> Values:
        """Log P(word | language): listed with its own frequency, otherwise by its letters."""
        spelt = self.unlisted + self._letters(word)
        row = self.words.number(word)
        return spelt if row < 0 else np.logaddexp(spelt, _logs(self.word_values[row]))

    def _letters(self, word: str) -> Values:
        """The sum over the letters: each by the longest key of it and the letters before that is known."""
        points = np.array([*map(ord, START + word + END)], np.int64)
        keys = np.stack([_keys(points[2 - before :], before + 1) for before in (2, 1, 0)])
        rows = np.minimum(np.searchsorted(self.gram_keys, keys), len(self.gram_keys) - 1)
        known = self.gram_keys[rows] == keys
        longest = rows[known.argmax(axis=0), np.arange(keys.shape[1])][known.any(axis=0)]
        return np.asarray(_logs(self.gram_values[longest]).sum(axis=0, dtype=np.float32))


def _forms(word: str) -> tuple[str, ...]:
    """The word as lists have it, and the same without the letters of before 1918 or 1945."""
    form = word.lower().replace("ſ", "s").replace("’", "'")
    if not any("\u0400" <= letter <= "\u052f" for letter in form):
        return (form,)
    form = form.translate(LOOK_ALIKES)
    today = modern(form)
    return (form,) if today == form else (form, today)


@cache
def load() -> WordEvidence:
    """Load the shipped file, once in the life of the process."""
    arrays = kept("word-evidence", file_version(DATA), _tables)
    return WordEvidence(
        tuple(_entries(arrays["languages"])),
        FormTable.of(arrays, "rows"),
        arrays["word_values"],
        _logs(arrays["unlisted"]),
        arrays["gram_keys"],
        arrays["gram_values"],
    )


def _tables() -> Arrays:
    """The arrays of the shipped file as they are searched."""
    with np.load(DATA) as shipped:
        words = _entries(shipped["words"])
        lengths = (1, 2, 3)
        points = [np.array([[*map(ord, gram)] for gram in _entries(shipped[f"grams{n}"])]) for n in lengths]
        keys = np.concatenate([_keys(own.T, n)[0] for own, n in zip(points, lengths, strict=True)])
        order = np.argsort(keys)
        return {
            **form_arrays(words),
            "rows": np.arange(len(words), dtype=np.float64),
            "word_values": shipped["word_values"],
            "gram_keys": keys[order],
            "gram_values": np.concatenate([shipped[f"gram_values{n}"] for n in lengths])[order],
            "unlisted": shipped["unlisted"],
            "languages": shipped["languages"],
        }


def _keys(points: NDArray[np.int64], length: int) -> NDArray[np.int64]:
    """The key of each ``length`` code points, one behind the other along the first axis."""
    keys = points[: len(points) - length + 1]
    for later in range(1, length):
        keys = (keys << CODE_POINT_BITS) | points[later : len(points) - length + 1 + later]
    return keys


def _entries(array: NDArray[np.uint8]) -> list[str]:
    return array.tobytes().decode().split("\n")


def _logs(array: NDArray[np.uint8]) -> Values:
    return np.where(array == UNLISTED, -np.inf, array * np.float32(-STEP)).astype(np.float32)
