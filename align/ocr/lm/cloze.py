"""The cloze model: which word, capital or mark fills a gap of a sentence, by all that stands around it.

One recurrent layer encodes the sentence up to the gap, another from its end back to it (GRU, Cho et al. 2014;
bidirectional, Schuster & Paliwal 1997); the two states give a query vector that is compared with the vectors
of words (log-bilinear model, Mnih & Hinton 2007). A word is represented by its navec vector and its ending,
so that words which the training text lacks are scored as well. Trained by ``tools/learn_cloze.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from align.lang.frequency import word_shares
from align.ocr.lm.cloze_network import VECTOR, ClozeNetwork, TokenFeatures, mark_number
from align.ocr.lm.word_forms import normalise, suffix_class
from align.ocr.runtime.layers import Floats, log_sum_exp, recurrent, restored
from align.ocr.runtime.word_vectors import WordVectors, slovnet_folder

DATA = Path(__file__).parents[1] / "data/cloze.npz"

RARE_CLASS = 1
"""The class of rare endings; class 0 is that of tokens that are no words."""
BATCH = 64
"""Sentences encoded at a time."""
COMMON_WORDS = 2000
"""The most frequent words of the language, whose mean score is that of any word."""


@dataclass(frozen=True, eq=False)
class EncodedSentence:
    """The states of the two layers after each number of tokens, each ``(n_tokens + 1, READ)``."""

    forward: Floats
    backward: Floats

    def span_context(self, start: int, stop: int) -> Floats:
        """The states on both sides of the tokens ``start:stop``, shape ``(2 * READ,)``."""
        return np.concatenate([self.forward[start], self.backward[stop]])


@dataclass(frozen=True, eq=False)
class ClozeLm:
    """``classes``: of endings. ``reference_words``: vectors of common words, ``(n, 300)``."""

    network: ClozeNetwork
    vectors: WordVectors
    classes: Mapping[str, int]
    reference_words: Floats
    signature: Mapping[str, object]

    @classmethod
    def load(cls, arrays: Mapping[str, NDArray[Any]], vectors: WordVectors, common: Sequence[str]) -> Self:
        """From the shipped file; ``common``: frequent words of the language."""
        names = arrays["classes"].tobytes().decode().split("\n")
        network = ClozeNetwork(restored(arrays))
        classes = {name: number for number, name in enumerate(names)}
        signature = json.loads(arrays["signature"].tobytes())
        empty = cls(network, vectors, classes, np.zeros((0, VECTOR), dtype=np.float32), signature)
        usual = network.word_vectors(empty.token_features(common))
        return cls(network, vectors, classes, usual, signature)

    def token_features(self, texts: Sequence[str]) -> TokenFeatures:
        """Tokens as written -> what the network takes."""
        endings = [
            self.classes.get(suffix_class(normalise(t)), RARE_CLASS) if t[:1].isalpha() else 0 for t in texts
        ]
        return TokenFeatures(
            self.vectors.of([normalise(text) for text in texts])[0],
            np.array(endings, dtype=np.int64),
            np.array([mark_number(text) for text in texts], dtype=np.int64),
            np.array([text[:1].isupper() for text in texts], dtype=np.float32),
        )

    def encode(self, sentences: Sequence[Sequence[str]]) -> list[EncodedSentence]:
        """Encode sentences of tokens from both ends."""
        found: dict[int, EncodedSentence] = {}
        order = sorted(range(len(sentences)), key=lambda number: -len(sentences[number]))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            found |= zip(rows, self._encode_batch([sentences[row] for row in rows]), strict=True)
        return [found[number] for number in range(len(sentences))]

    def _encode_batch(self, sentences: Sequence[Sequence[str]]) -> Iterator[EncodedSentence]:
        """Sentences, longest first; an empty token stands before and behind each."""
        tokens = self.token_features([token for sentence in sentences for token in sentence])
        own = np.split(self.network.inputs(tokens), np.cumsum([len(one) for one in sentences])[:-1])
        empty = self.network.empty_inputs
        inputs = [np.concatenate([empty, rows, empty]) for rows in own]
        forward = self._states("forward_gru", inputs)
        backward = self._states("backward_gru", [rows[::-1] for rows in inputs])
        for rows, before, behind in zip(inputs, forward, backward, strict=True):
            last = len(rows) - 1
            yield EncodedSentence(before[:last], behind[:last][::-1])

    def _states(self, layer: str, inputs: Sequence[Floats]) -> Floats:
        """The states of a layer after each input, ``(n, longest, READ)``; sequences longest first."""
        lengths = np.array([len(rows) for rows in inputs], dtype=np.int64)
        padded = np.zeros((len(inputs), lengths[0], VECTOR), dtype=np.float32)
        for row, own in enumerate(inputs):
            padded[row, : len(own)] = own
        return recurrent(self.network.layers, layer, padded, lengths)

    def score_words(
        self, gaps: Sequence[Floats], words: Sequence[Sequence[str]]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Score words in gaps.

        Args:
            gaps: Contexts of gaps, each ``(2 * READ,)``.
            words: For each gap the words to score.

        Returns:
            For all words of all gaps, one after the other: the log of the probability of the word divided by
            the mean probability of common words; and the log odds of a capital.
        """
        forms = {word: number for number, word in enumerate(dict.fromkeys(w for own in words for w in own))}
        places = np.array([gap for gap, own in enumerate(words) for _ in own], dtype=np.int64)
        numbers = np.array([forms[word] for own in words for word in own], dtype=np.int64)
        if not forms:
            return np.zeros(0), np.zeros(0)
        around = np.stack(list(gaps))
        offered = self.network.word_vectors(self.token_features(list(forms)))
        wanted = self.network.query_vectors(around)
        usual = log_sum_exp(wanted @ self.reference_words.T) - math.log(len(self.reference_words))
        ratios = (wanted[places] * offered[numbers]).sum(1) - usual[places]
        odds = self.network.capital_log_odds(around[places], offered[numbers])
        return ratios.astype(np.float64), odds.astype(np.float64)

    def score_punctuation(self, gaps: Sequence[Floats]) -> NDArray[np.float64]:
        """Log probability of each of ``MARKS`` in gaps behind words, shape ``(len(gaps), len(MARKS))``."""
        scores = self.network.mark_scores(np.stack(list(gaps)))
        return (scores - log_sum_exp(scores)[:, None]).astype(np.float64)


def load(language: str) -> ClozeLm | None:
    """The model of Russian; ``None`` for other languages and without the ``natasha`` package's vectors."""
    folder = slovnet_folder()
    if language != "ru" or folder is None:
        return None
    vectors = WordVectors.load(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar")
    with np.load(DATA) as arrays:
        return ClozeLm.load(arrays, vectors, tuple(islice(word_shares(language), COMMON_WORDS)))
