"""How likely a word is by its letters alone: an n-gram model of characters.

Interpolated estimates of all orders up to five (Witten & Bell 1991). A word that no list has may still be
spelt as the language spells its words; a misread one hardly ever is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from align.lang.folding import fold
from align.ocr.lm.backoff import find
from align.text.token import parse

ORDER = 5
"""Characters of an n-gram."""
BITS = 9
"""Bits of a character's code in a key; a model knows at most ``2**BITS`` less the codes below."""
PAD, END, OTHER, FIRST = 1, 2, 3, 4
"""Codes: before a word, behind it, of a character that the model lacks; the first code of an alphabet."""
UNSEEN_CHARACTERS = 50
"""Characters beside those of the alphabet among which the probability without a history is shared."""

Codes = NDArray[np.int64]
Floats = NDArray[np.float64]


class WordScores(NamedTuple):
    """Natural logarithms of probabilities of words, each array of shape ``(n_words,)``.

    ``total``: of all characters of a word and its end. ``least``: of its unlikeliest character.
    ``steps``: how many characters ``total`` sums over, the end included.
    """

    total: Floats
    least: Floats
    steps: Floats

    @property
    def mean(self) -> Floats:
        """``total`` for each character."""
        return np.asarray(self.total / self.steps)


@dataclass(frozen=True, eq=False)
class OrderCounts:
    """Counts of the n-grams of one length.

    ``grams``: sorted keys; ``counts``: their weights. ``histories``: sorted keys of all characters but the
    last; ``totals``: the weights of what follows each, ``kinds``: how many different characters follow it.
    """

    grams: Codes
    counts: Floats
    histories: Codes
    totals: Floats
    kinds: Floats

    @classmethod
    def of(cls, keys: Codes, weights: Floats) -> Self:
        """From the key of every place and its weight."""
        grams, gram_of = np.unique(keys, return_inverse=True)
        counts = _summed(gram_of, weights)
        histories, history_of = np.unique(grams >> BITS, return_inverse=True)
        kinds = _summed(history_of, np.ones(len(grams)))
        return cls(grams, counts, histories, _summed(history_of, counts), kinds)

    def interpolated(self, keys: Codes, shorter: Floats) -> Floats:
        """P(last character | the others); ``shorter`` is that probability with one character less."""
        gram, is_gram = find(self.grams, keys)
        history, is_history = find(self.histories, keys >> BITS)
        seen = np.where(is_gram, self.counts[gram], 0.0) + self.kinds[history] * shorter
        return np.where(is_history, seen / (self.totals[history] + self.kinds[history]), shorter)


@dataclass(frozen=True, eq=False)
class LetterModel:
    """``alphabet``: the code of each character; ``orders``: counts of n-grams of 1, 2, … characters."""

    alphabet: Mapping[str, int]
    orders: tuple[OrderCounts, ...]

    @classmethod
    def of(cls, words: Mapping[str, float]) -> Self:
        """Count the characters of words.

        Args:
            words: Word -> its weight; none may be empty.

        Example:
            >>> model = LetterModel.of({"mama": 2.0, "mamma": 1.0})
            >>> bool(model.scores(["mam"]).mean[0] > model.scores(["amm"]).mean[0])
            True
        """
        letters = sorted({character for word in words for character in word})[: 2**BITS - FIRST]
        alphabet = {character: code for code, character in enumerate(letters, start=FIRST)}
        codes, word_of = _encoded(list(words), alphabet)
        predicted, weights = codes != PAD, np.array([*words.values()], float)
        orders = [
            OrderCounts.of(_keys(codes, length)[predicted], weights[word_of[predicted]])
            for length in range(1, ORDER + 1)
        ]
        return cls(alphabet, tuple(orders))

    def scores(self, words: Sequence[str]) -> WordScores:
        """The probabilities of words; an empty word has that of its end."""
        if not words:
            return WordScores(np.zeros(0), np.zeros(0), np.zeros(0))
        codes, word_of = _encoded(words, self.alphabet)
        found = np.full(len(codes), 1 / (len(self.alphabet) + UNSEEN_CHARACTERS))
        for length, order in enumerate(self.orders, start=1):
            found = order.interpolated(_keys(codes, length), found)
        predicted = codes != PAD
        logs, place = np.log(found[predicted]), word_of[predicted]
        least = np.zeros(len(words))
        np.minimum.at(least, place, logs)
        steps = _summed(place, np.ones(len(place)))
        return WordScores(_summed(place, logs), least, steps)

    def of_all_words(self, texts: Sequence[str]) -> Floats:
        """Log probability of all words of each text, shape ``(n_texts,)``."""
        words = [words_of(text) for text in texts]
        of_text = np.repeat(np.arange(len(texts)), [len(own) for own in words])
        flat = [word for own in words for word in own]
        return np.bincount(of_text, self.scores(flat).total, len(texts)).astype(np.float64)


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return [fold(core) for word in text.split() if (core := parse(word).core)]


def _summed(numbers: Codes, values: Floats) -> Floats:
    """The sum of the values of each number from 0 on."""
    return np.bincount(numbers, values).astype(np.float64)


def _encoded(words: Sequence[str], alphabet: Mapping[str, int]) -> tuple[Codes, Codes]:
    """The codes of all words, each padded before and ended behind; the number of each code's word."""
    codes: list[int] = []
    for word in words:
        codes += [PAD] * (ORDER - 1)
        codes += [alphabet.get(character, OTHER) for character in word]
        codes.append(END)
    lengths = [len(word) + ORDER for word in words]
    return np.array(codes, np.int64), np.repeat(np.arange(len(words)), lengths)


def _keys(codes: Codes, length: int) -> Codes:
    """At each place the key of the last ``length`` codes."""
    keys = np.zeros(len(codes), np.int64)
    for back in range(length):
        earlier = np.roll(codes, back)
        earlier[:back] = PAD
        keys |= earlier << (BITS * back)
    return keys
