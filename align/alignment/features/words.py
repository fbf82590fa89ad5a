"""Which words translate each other, by the vectors of single words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair, EncodedSide
from align.alignment.pooling import Matrix
from align.embed.encoder import Encoder
from align.names.similarity import likeness

WORD = re.compile(r"[^\W\d_]+|\d+")
NAME = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
"""A word with all that hyphens and apostrophes join to it: one name, as Цзе-дун or En-lai."""

MIN_NAME = 3
"""Letters of a name."""

SHARPNESS = 20.0
"""A pair of words is ``exp(SHARPNESS * cosine)`` times as likely as chance, before normalising."""

MAX_SAMPLE = 4096
"""Words of the other language that a normaliser is summed over; the most frequent ones."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words of some sentences of one side.

    Attributes:
        sentences: Of each sentence, the indices of its words, in order.
        names: Of each sentence, its capitalised words; one of several parts at the place of each part.
        words: The distinct words in lower case, the most frequent first.
        vectors: Of each word, float32, shape ``(words, dim)``, unit rows.
        frequencies: Of each word, its fraction of all words, shape ``(words,)``.
    """

    sentences: dict[int, NDArray[np.int64]]
    names: dict[int, list[tuple[int, str]]]
    words: Sequence[str]
    vectors: Matrix
    frequencies: NDArray[np.float64]

    @classmethod
    def of(cls, text: EncodedSide, indices: Sequence[int], encoder: Encoder) -> Vocabulary:
        """The words of the sentences ``indices`` only: a long text has parts without open candidates."""
        tokens = {index: WORD.findall(text.sentences[index]) for index in indices}
        counts = Counter(word.lower() for sentence in tokens.values() for word in sentence)
        row_of = {word: row for row, (word, _) in enumerate(counts.most_common())}
        frequencies = np.array(list(dict(counts.most_common()).values()), dtype=np.float64)
        vectors = encoder.encode(list(row_of)) if row_of else text.vectors[:0]
        rows = {
            index: np.array([row_of[word.lower()] for word in words], dtype=np.int64)
            for index, words in tokens.items()
        }
        names = {index: list(_names(text.sentences[index])) for index in tokens}
        return cls(rows, names, list(row_of), vectors, frequencies / max(frequencies.sum(), 1.0))

    def window(self, start: int, stop: int) -> NDArray[np.int64]:
        """The indices of the words of several sentences."""
        return np.concatenate([self.sentences[index] for index in range(start, stop)])

    def window_names(self, start: int, stop: int) -> list[tuple[int, str]]:
        """The names of several sentences, each with the place of a part among their words."""
        found, before = list[tuple[int, str]](), 0
        for index in range(start, stop):
            found += [(before + at, name) for at, name in self.names[index]]
            before += len(self.sentences[index])
        return found


def _names(sentence: str) -> Iterator[tuple[int, str]]:
    """The names of a sentence, each at the place of each of its parts among the words."""
    places = {word.start(): at for at, word in enumerate(WORD.finditer(sentence))}
    for name in NAME.finditer(sentence):
        if name[0][0].isupper() and len(name[0]) >= MIN_NAME:
            starts = (name.start() + part.start() for part in WORD.finditer(name[0]))
            yield from ((places[start], name[0]) for start in starts if start in places)


def words(documents: DocumentPair, pairs: Edges) -> Columns:
    """The log-likelihood ratio of each side's words as translations of the other's, against chance.

    IBM model 1 (Brown et al., 1993). Its lexicon is the cosine of word vectors, for names the likeness of
    their spelling if that is higher, for equal words 1.
    ``words.gain``: nats; ``words.mean``: nats by the square root of the number of words.
    """
    source, target = (
        Vocabulary.of(text, _sentences(pairs, side), documents.encoder)
        for side, text in enumerate((documents.source, documents.target))
    )
    by_target, by_source = _normaliser(target, source), _normaliser(source, target)
    gains, counts = np.zeros(len(pairs)), np.ones(len(pairs))
    target_rows = {word: row for row, word in enumerate(target.words)}
    equal = np.array([target_rows.get(word, -1) for word in source.words], dtype=np.int64)
    for at, ((i, j), (k, m)) in enumerate(zip(pairs.start.tolist(), pairs.stop.tolist(), strict=True)):
        one, other = source.window(i, k), target.window(j, m)
        if len(one) and len(other):
            cosines = source.vectors[one] @ target.vectors[other].T
            cosines[equal[one][:, None] == other[None]] = 1.0
            for row, name in source.window_names(i, k):
                for column, partner in target.window_names(j, m):
                    cosines[row, column] = max(cosines[row, column], likeness(name, partner))
            odds = np.exp(SHARPNESS * cosines.astype(np.float64))
            gains[at] = np.log(((odds / by_target[other]).sum(axis=1) + 1) / (len(other) + 1)).sum()
            gains[at] += np.log(((odds / by_source[one][:, None]).sum(axis=0) + 1) / (len(one) + 1)).sum()
            counts[at] += len(one) + len(other)
    return {"words.gain": gains, "words.mean": gains / np.sqrt(counts)}


def _sentences(pairs: Edges, side: int) -> list[int]:
    """The sentences of one side that are in any candidate."""
    ranges = zip(pairs.start[:, side].tolist(), pairs.stop[:, side].tolist(), strict=True)
    return sorted({index for start, stop in set(ranges) for index in range(start, stop)})


def _normaliser(given: Vocabulary, other: Vocabulary) -> NDArray[np.float64]:
    """Of each word of ``given``: the mean odds of the words of the other side, shape ``(words,)``."""
    sample, weights = other.vectors[:MAX_SAMPLE], other.frequencies[:MAX_SAMPLE]
    if not len(sample):
        return np.ones(len(given.words))
    weights = weights / weights.sum()
    starts = range(0, len(given.words), MAX_SAMPLE)
    sums = [
        np.exp(SHARPNESS * (given.vectors[start : start + MAX_SAMPLE] @ sample.T)) @ weights
        for start in starts
    ]
    return np.concatenate([np.zeros(0), *sums])
