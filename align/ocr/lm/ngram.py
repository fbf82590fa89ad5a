"""The shipped n-gram model: word trigrams that back off to trigrams of word classes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from align.lang.lemma import lemmatizer
from align.ocr.lm.backoff import BackoffTable, Floats, Ids
from align.ocr.lm.truecasing import TruecasingModel
from align.ocr.lm.word_forms import RARE, START, STOP, UNKNOWN, normalise, suffix_class

EMISSION_STEP = 0.1
"""Nats: how finely a word's share of its class is kept in one byte."""
_UNSEEN_FREQUENCY = 1e-9
"""Frequency of a word that no list has: a tenth of the rarest in wordfreq."""


class SpanInContext(NamedTuple):
    """Tokens before, the tokens that might stand there, tokens after; as written.

    Fewer than two tokens in ``left`` mean the start of a sentence, none in ``right`` its end.
    """

    left: Sequence[str]
    words: Sequence[str]
    right: Sequence[str]


@dataclass(frozen=True, eq=False)
class NgramModel:
    """P(word | two before) = interpolated word trigram over (class trigram × share of the class).

    A word that the counted prose lacks has the probability of its class, divided by the frequencies of
    wordfreq. ``blend``: the weight of the class model where the words themselves are known.
    """

    forms: Mapping[str, int]
    class_names: Mapping[str, int]
    class_of: Ids
    emission: Floats
    masses: Floats
    frequencies: Mapping[str, float]
    words: BackoffTable
    classes: BackoffTable
    capitals: TruecasingModel
    signature: Mapping[str, object]
    blend: float = 0.5

    @classmethod
    def load(
        cls, arrays: Mapping[str, NDArray[np.uint8]], language: str, frequencies: Mapping[str, float]
    ) -> Self:
        """From the shipped file; ``frequencies``: of single words, fraction of all words."""
        forms = _numbered(arrays[f"{language}.forms"])
        class_names = _numbered(arrays[f"{language}.class_names"])
        return cls(
            forms=forms,
            class_names=class_names,
            class_of=arrays[f"{language}.class_of"].astype(np.int64),
            emission=arrays[f"{language}.emission"].astype(np.float64) * -EMISSION_STEP,
            masses=arrays[f"{language}.masses"].astype(np.float64),
            frequencies=frequencies,
            words=BackoffTable.load(arrays, f"{language}.word"),
            classes=BackoffTable.load(arrays, f"{language}.class"),
            capitals=TruecasingModel.load(
                arrays, f"{language}.capital", forms, class_names, lemmatizer(language)
            ),
            signature=json.loads(arrays["signature"].tobytes()),
        )

    def log_probabilities(self, queries: Sequence[SpanInContext]) -> Floats:
        """Natural log of P(words, first two of right | last two of left), ``(len(queries),)``."""
        if not queries:
            return np.zeros(0)
        numbers: dict[str, int] = {UNKNOWN: 0, START: 1, STOP: 2}
        flat: list[int] = []
        lengths: list[int] = []
        for left, words, right in queries:
            before = [UNKNOWN, START, *left[-2:]][-2:]
            after = [*right[:2], STOP][:2]
            whole = [numbers.setdefault(token, len(numbers)) for token in (*before, *words, *after)]
            flat += whole
            lengths.append(len(whole))
        return self._sums(np.array(flat), np.array(lengths), list(numbers))

    def _sums(self, flat: Ids, lengths: Ids, written: list[str]) -> Floats:
        """Log probabilities summed over each query's predicted tokens (all but its first two)."""
        ids, classes, shares = self._known(written)
        starts = np.cumsum(lengths) - lengths
        predicted = np.ones(len(flat), bool)
        predicted[starts] = predicted[starts + 1] = False
        at = np.flatnonzero(predicted)
        first, second, third = flat[at - 2], flat[at - 1], flat[at]
        by_class = self._by_class(classes[first], classes[second], classes[third]) * np.exp(shares[third])
        by_word = self.words.probabilities(ids[first], ids[second], ids[third], by_class)
        logs = np.zeros(len(flat))
        logs[at] = np.log((1 - self.blend) * by_word + self.blend * by_class)
        sums: Floats = np.add.reduceat(logs, starts)
        return sums

    def _by_class(self, first: Ids, second: Ids, third: Ids) -> Floats:
        """P(class of third | classes of first and second)."""
        single = (self.classes.totals + 0.5) / (self.classes.totals.sum() + 0.5 * len(self.classes.totals))
        return self.classes.probabilities(first, second, third, single[third])

    def _known(self, written: Sequence[str]) -> tuple[Ids, Ids, Floats]:
        """Number, class and log share of its class of each token as written."""
        ids, classes, shares = [], [], []
        for token in written:
            form = normalise(token) if token not in {UNKNOWN, START, STOP} else token
            number = self.forms.get(form, 0)
            if number or form == UNKNOWN:
                ids.append(number)
                classes.append(int(self.class_of[number]))
                shares.append(float(self.emission[number]))
            else:
                place = self.class_names.get(suffix_class(form), self.class_names[RARE])
                frequency = max(self.frequencies.get(form, 0.0), _UNSEEN_FREQUENCY)
                ids.append(0)
                classes.append(place)
                shares.append(float(np.log(frequency / (self.masses[place] + frequency))))
        return np.array(ids), np.array(classes), np.array(shares)


def _numbered(lines: NDArray[np.uint8]) -> dict[str, int]:
    """Each line of a byte array with its number."""
    return {line: number for number, line in enumerate(lines.tobytes().decode().split("\n"))}
