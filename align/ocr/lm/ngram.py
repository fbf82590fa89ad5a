"""The shipped n-gram model: word trigrams that back off to trigrams of word classes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from align.lang.form_table import FormTable, form_arrays
from align.lang.lemma import Lemmatizer
from align.ocr.lm.backoff import BITS, BackoffTable, Floats, Ids
from align.ocr.lm.truecasing import STEP, TruecasingModel
from align.ocr.lm.word_forms import RARE, START, STOP, UNKNOWN, normalise, suffix_class
from align.user_cache import Arrays

EMISSION_STEP = 0.1
"""Nats: how finely a word's share of its class is kept in one byte."""
_UNSEEN_FREQUENCY = 1e-9
"""Frequency of a word that no list has: a tenth of the rarest in wordfreq."""


MASK = (1 << BITS) - 1
"""The bits of the last token of a key."""


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

    forms: Mapping[str, float]
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
    def load(cls, arrays: Arrays, frequencies: Mapping[str, float], lemma: Lemmatizer) -> Self:
        """From what :func:`opened` gives.

        Args:
            arrays: Of one language.
            frequencies: Of single words, fraction of all words.
            lemma: Its dictionary forms.
        """
        forms = {name: arrays[f"forms.{name}"] for name in ("text", "ends", "places")}
        class_names = _numbered(arrays["class_names"])
        capitals = FormTable.of({**forms, "odds": arrays["capital.of_words"]}, "odds")
        return cls(
            forms=FormTable.of({**forms, "numbers": np.arange(len(arrays["class_of"]))}, "numbers"),
            class_names=class_names,
            class_of=arrays["class_of"],
            emission=arrays["emission"],
            masses=arrays["masses"],
            frequencies=frequencies,
            words=BackoffTable.load(arrays, "word"),
            classes=BackoffTable.load(arrays, "class"),
            capitals=TruecasingModel.load(arrays, "capital", capitals, class_names, lemma),
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
            before = (UNKNOWN, START, *left[-2:])[-2:]
            after = (*right[:2], STOP)[:2]
            for token in (*before, *words, *after):
                flat.append(numbers.setdefault(token, len(numbers)))  # noqa: PERF401 - a list a query is slower
            lengths.append(len(before) + len(words) + len(after))
        return self._sums(np.array(flat), np.array(lengths), list(numbers))

    def of_sentences(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """Natural log of P(token | two before) for each token of each sentence, ``(len(sentence),)``."""
        if not sentences:
            return []
        numbers: dict[str, int] = {UNKNOWN: 0, START: 1, STOP: 2}
        flat = [
            numbers.setdefault(token, len(numbers))
            for sentence in sentences
            for token in (UNKNOWN, START, *sentence)
        ]
        lengths = np.array([len(sentence) + 2 for sentence in sentences])
        logs = self._logs(np.array(flat), lengths, list(numbers))
        return [part[2:] for part in np.split(logs, np.cumsum(lengths)[:-1])]

    def _sums(self, flat: Ids, lengths: Ids, written: list[str]) -> Floats:
        """Log probabilities summed over each query's predicted tokens (all but its first two)."""
        sums: Floats = np.add.reduceat(self._logs(flat, lengths, written), np.cumsum(lengths) - lengths)
        return sums

    def _logs(self, flat: Ids, lengths: Ids, written: list[str]) -> Floats:
        """The log probability of each token; 0 for the first two of each query, which are not predicted."""
        ids, classes, shares = self._known(written)
        starts = np.cumsum(lengths) - lengths
        predicted = np.ones(len(flat), bool)
        predicted[starts] = predicted[starts + 1] = False
        at = np.flatnonzero(predicted)
        keys, place = np.unique(_triple_keys(flat, at), return_inverse=True)
        first, second, third = keys >> 2 * BITS, keys >> BITS & MASK, keys & MASK
        by_class = self._by_class(classes[first], classes[second], classes[third]) * np.exp(shares[third])
        by_word = self.words.probabilities(ids[first], ids[second], ids[third], by_class)
        logs = np.zeros(len(flat))
        logs[at] = np.log((1 - self.blend) * by_word + self.blend * by_class)[place]
        return logs

    def _by_class(self, first: Ids, second: Ids, third: Ids) -> Floats:
        """P(class of third | classes of first and second)."""
        single = (self.classes.totals + 0.5) / (self.classes.totals.sum() + 0.5 * len(self.classes.totals))
        return self.classes.probabilities(first, second, third, single[third])

    def _known(self, written: Sequence[str]) -> tuple[Ids, Ids, Floats]:
        """Number, class and log share of its class of each token as written."""
        ids, classes, shares = [], [], []
        for token in written:
            form = normalise(token) if token not in {UNKNOWN, START, STOP} else token
            number = int(self.forms.get(form, 0))
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


def _triple_keys(flat: Ids, at: Ids) -> Ids:
    """A key for each token with the two before it: most stand there for several candidates."""
    found: Ids = flat[at - 2] << 2 * BITS | flat[at - 1] << BITS | flat[at]
    return found


def opened(packed: Arrays, language: str) -> dict[str, NDArray[Any]]:
    """The arrays of a language as they are used, from those of the shipped file, which are packed."""
    own = {
        name.removeprefix(f"{language}."): packed[name] for name in packed if name.startswith(f"{language}.")
    }
    return {
        **{f"forms.{name}": array for name, array in form_arrays(_lines(own["forms"])).items()},
        "class_names": own["class_names"],
        "class_of": own["class_of"].astype(np.int64),
        "emission": own["emission"].astype(np.float64) * -EMISSION_STEP,
        "masses": own["masses"].astype(np.float64),
        **BackoffTable.opened(own, "word"),
        **BackoffTable.opened(own, "class"),
        **{name: array for name, array in own.items() if name.startswith("capital.")},
        "capital.of_words": own["capital.of_words"] / STEP,
        "signature": packed["signature"],
    }


def _lines(text: NDArray[Any]) -> list[str]:
    return text.tobytes().decode().split("\n")


def _numbered(text: NDArray[Any]) -> dict[str, int]:
    """Each line of a byte array with its number."""
    return {line: number for number, line in enumerate(_lines(text))}
