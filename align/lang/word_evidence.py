"""How likely a word is in each language: by lists of common words, and by letters for all others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from align.lang.ru.orthography import modern

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


@dataclass(frozen=True, eq=False)
class WordEvidence:
    """The words and letters of all languages that can be recognised.

    Attributes:
        languages: ISO 639-1; ``sr-Latn`` is Serbian in Latin letters.
        words: The common words of all languages, small letters -> row of ``word_values``.
        word_values: Natural logarithms of a word's fraction of all words; ``-inf`` where it is not listed.
        unlisted: Of each language, the logarithm of the fraction of words that are not listed.
        grams: Letters that stand together -> the logarithm of the last one's probability after the others.
    """

    languages: tuple[str, ...]
    words: Mapping[str, int]
    word_values: Values
    unlisted: Values
    grams: Mapping[str, Values]
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
        rows = [self.words[form] for form in _forms(word) if form in self.words]
        return np.asarray(np.isfinite(self.word_values[rows]).any(axis=0), np.bool_)

    def _evidence(self, word: str) -> Values:
        forms = _forms(word)
        values = np.max([self._likelihood(form) for form in forms], axis=0)
        return np.asarray(np.maximum(values - values.max(), -MAX_EVIDENCE))

    def _likelihood(self, word: str) -> Values:
        """Log P(word | language): listed with its own frequency, otherwise by its letters."""
        spelt = self.unlisted + self._letters(word)
        row = self.words.get(word)
        return spelt if row is None else np.logaddexp(spelt, self.word_values[row])

    def _letters(self, word: str) -> Values:
        text = START + word + END
        total = np.zeros(len(self.languages), np.float32)
        for at in range(2, len(text)):
            found = (self.grams.get(text[start : at + 1]) for start in range(at - 2, at + 1))
            total += next((values for values in found if values is not None), 0.0)
        return total


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
    with (files("align.lang") / "data" / "words.npz").open("rb") as file, np.load(file) as arrays:
        grams: dict[str, Values] = {}
        for length in (1, 2, 3):
            grams.update(
                zip(_entries(arrays[f"grams{length}"]), _logs(arrays[f"gram_values{length}"]), strict=True)
            )
        words = {word: row for row, word in enumerate(_entries(arrays["words"]))}
        languages = tuple(_entries(arrays["languages"]))
        return WordEvidence(languages, words, _logs(arrays["word_values"]), _logs(arrays["unlisted"]), grams)


def _entries(array: NDArray[np.uint8]) -> list[str]:
    return array.tobytes().decode().split("\n")


def _logs(array: NDArray[np.uint8]) -> Values:
    return np.where(array == UNLISTED, -np.inf, array * np.float32(-STEP)).astype(np.float32)
