"""The cloze model: which word, capital or mark fills a gap of a sentence, by all that stands around it.

One recurrent layer encodes the sentence up to the gap, another from its end back to it (GRU, Cho et al. 2014;
bidirectional, Schuster & Paliwal 1997); the two states give a query vector that is compared with the vectors
of words (log-bilinear model, Mnih & Hinton 2007). A word is represented by its navec vector and its ending,
so that words which the training text lacks are scored as well. Trained by ``tools/learn_cloze.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.utils.rnn import pad_sequence

from align.lang.frequency import word_shares
from align.ocr.lm.cloze_network import VECTOR, ClozeNetwork, TokenFeatures, mark_number, restore
from align.ocr.lm.word_forms import normalise, suffix_class
from align.ocr.runtime.word_vectors import WordVectors, slovnet_folder

_DATA = Path(__file__).parents[1] / "data/cloze.npz"

RARE_CLASS = 1
"""The class of rare endings; class 0 is that of tokens that are no words."""
BATCH = 64
"""Sentences encoded at a time."""
COMMON_WORDS = 2000
"""The most frequent words of the language, whose mean score is that of any word."""


@dataclass(frozen=True, eq=False)
class EncodedSentence:
    """The states of the two layers after each number of tokens, each ``(n_tokens + 1, READ)``."""

    forward: torch.Tensor
    backward: torch.Tensor

    def span_context(self, start: int, stop: int) -> torch.Tensor:
        """The states on both sides of the tokens ``start:stop``, shape ``(2 * READ,)``."""
        return torch.cat([self.forward[start], self.backward[stop]])


@dataclass(frozen=True, eq=False)
class ClozeLm:
    """``classes``: of endings. ``reference_words``: vectors of common words, ``(n, 300)``."""

    network: ClozeNetwork
    vectors: WordVectors
    classes: Mapping[str, int]
    reference_words: torch.Tensor
    signature: Mapping[str, object]

    @classmethod
    def load(cls, arrays: Mapping[str, NDArray[Any]], vectors: WordVectors, common: Sequence[str]) -> Self:
        """From the shipped file; ``common``: frequent words of the language."""
        names = arrays["classes"].tobytes().decode().split("\n")
        network = ClozeNetwork(len(names))
        restore(network, arrays)
        classes = {name: number for number, name in enumerate(names)}
        signature = json.loads(arrays["signature"].tobytes())
        empty = cls(network, vectors, classes, torch.zeros(0, VECTOR), signature)
        with torch.inference_mode():
            usual = network.word_vectors(empty.token_features(common))
        return cls(network, vectors, classes, usual, signature)

    def token_features(self, texts: Sequence[str]) -> TokenFeatures:
        """Tokens as written -> what the network takes."""
        endings = [
            self.classes.get(suffix_class(normalise(t)), RARE_CLASS) if t[:1].isalpha() else 0 for t in texts
        ]
        return TokenFeatures(
            torch.from_numpy(self.vectors.of([normalise(text) for text in texts])[0]),
            torch.tensor(endings, dtype=torch.long),
            torch.tensor([mark_number(text) for text in texts], dtype=torch.long),
            torch.tensor([float(text[:1].isupper()) for text in texts]),
        )

    def encode(self, sentences: Sequence[Sequence[str]]) -> list[EncodedSentence]:
        """Encode sentences of tokens from both ends."""
        found: dict[int, EncodedSentence] = {}
        order = sorted(range(len(sentences)), key=lambda number: len(sentences[number]))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            with torch.inference_mode():
                read = self._encode_batch([sentences[row] for row in rows])
            found |= zip(rows, read, strict=True)
        return [found[number] for number in range(len(sentences))]

    def _encode_batch(self, sentences: Sequence[Sequence[str]]) -> list[EncodedSentence]:
        empty = self.network.mark_vectors[:1]
        inputs = [
            torch.cat([empty, self.network.inputs(self.token_features(sentence)), empty])
            for sentence in sentences
        ]
        sides = [
            layer(pad_sequence(list(rows), batch_first=True))[0]
            for layer, rows in (
                (self.network.forward_gru, inputs),
                (self.network.backward_gru, [row.flip(0) for row in inputs]),
            )
        ]
        return [
            EncodedSentence(before[: len(row) - 1], behind[: len(row) - 1].flip(0))
            for row, before, behind in zip(inputs, *sides, strict=True)
        ]

    def score_words(
        self, gaps: Sequence[torch.Tensor], words: Sequence[Sequence[str]]
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
        places = torch.tensor([gap for gap, own in enumerate(words) for _ in own], dtype=torch.long)
        numbers = torch.tensor([forms[word] for own in words for word in own], dtype=torch.long)
        if not forms:
            return np.zeros(0), np.zeros(0)
        with torch.inference_mode():
            around = torch.stack(list(gaps))
            offered = self.network.word_vectors(self.token_features(list(forms)))
            wanted = self.network.query_vectors(around)
            usual = torch.logsumexp(wanted @ self.reference_words.T, 1) - np.log(len(self.reference_words))
            ratios = (wanted[places] * offered[numbers]).sum(1) - usual[places]
            odds = self.network.capital_log_odds(around[places], offered[numbers])
        return ratios.double().numpy(), odds.double().numpy()

    def score_punctuation(self, gaps: Sequence[torch.Tensor]) -> NDArray[np.float64]:
        """Log probability of each of ``MARKS`` in gaps behind words, shape ``(len(gaps), len(MARKS))``."""
        with torch.inference_mode():
            found: NDArray[np.float64] = (
                self.network.mark_scores(torch.stack(list(gaps))).log_softmax(1).double().numpy()
            )
        return found


def load(language: str) -> ClozeLm | None:
    """The model of Russian; ``None`` for other languages and without the ``natasha`` package's vectors."""
    folder = slovnet_folder()
    if language != "ru" or folder is None:
        return None
    vectors = WordVectors.load(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar")
    with np.load(_DATA) as arrays:
        return ClozeLm.load(arrays, vectors, tuple(islice(word_shares(language), COMMON_WORDS)))
