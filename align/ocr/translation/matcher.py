"""The word matcher: how well the words of the translation support a word in a gap of the original.

A candidate is compared with every word of the translation: by the vectors of both (those of the encoder for
single words, and navec's) and by its ending, which depends on words such as *was* or *of*. How likely a word
of the translation is aligned with the gap depends on the context of the gap, on the positions of the two, and
on whether another word of the original matches it better. The score sums over all words of the translation
and the null word: the mixture of IBM model 2 (Brown et al. 1993) with learned parts. Trained by
``tools/learn_word_match.py`` as ``tools/word_match_module.py`` has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from align.ocr.runtime.layers import Floats, Layers, linear, log_sum_exp, restored

DATA = Path(__file__).parents[1] / "data/word_match.npz"

ENCODED = 512
"""Numbers of the encoder's vectors."""
MATCHED, KEY = 256, 64
"""Dimensions in which words are compared, and of a context and a word it calls for."""
DISTANCES = (-0.5, -0.3, -0.2, -0.12, -0.06, -0.02, 0.02, 0.06, 0.12, 0.2, 0.3, 0.5)
"""Bounds of bins of the distance: the position of the gap in its text less that of the word in its text, both
as fractions."""
NOT_A_WORD = -20.0
"""Score of a token that is no word."""


class EncodedTarget(NamedTuple):
    """The words of a translation: ``matched`` ``(…, MATCHED)``, ``keys`` ``(…, KEY)``, ``bias`` ``(…,)``."""

    matched: Floats
    keys: Floats
    bias: Floats


@dataclass(frozen=True, eq=False)
class Matcher:
    """The network; ``classes`` of endings are those of the cloze model."""

    layers: Layers

    @property
    def threshold(self) -> float:
        """Nats of a match that speaks neither for a word nor against it."""
        return float(self.layers["threshold"][0, 0])

    def encode_candidates(self, vectors: Floats, endings: NDArray[np.int64], encoded: Floats) -> Floats:
        """Candidates, ``(…, MATCHED)``: navec's vectors, classes of endings, and ``(…, 2, ENCODED)``.

        The last are the encoder's vectors of the form and of its dictionary form.
        """
        form, lemma = (
            linear(self.layers, name, encoded[..., at, :]) for at, name in enumerate(("form", "lemma"))
        )
        whole = form + lemma + linear(self.layers, "word", vectors)
        return _unit(whole) + linear(self.layers, "ending", self.layers["endings.weight"][endings])

    def encode_target(self, encoded: Floats) -> EncodedTarget:
        """The words of translations, each with its neighbours; vectors of single words, ``(…, n, 512)``."""
        edge = np.zeros_like(encoded[..., :1, :])
        before = np.concatenate([edge, encoded[..., :-1, :]], -2)
        beside = np.concatenate([before, np.concatenate([encoded[..., 1:, :], edge], -2)], -1)
        layers = self.layers
        return EncodedTarget(
            _unit(linear(layers, "target", encoded)) + linear(layers, "target_neighbours", beside),
            linear(layers, "key", encoded) + linear(layers, "key_neighbours", beside),
            linear(layers, "target_bias", encoded)[..., 0],
        )

    def match_scores(self, candidates: Floats, matched: Floats) -> Floats:
        """Nats by which each candidate matches each word, ``(…, n_candidates, n_target)``."""
        scale = np.exp(self.layers["log_scale"][0, 0])
        return np.asarray(scale * (candidates @ matched.swapaxes(-1, -2)) - self.layers["threshold"][0, 0])

    def alignment_log_odds(
        self, contexts: Floats, target: EncodedTarget, distances: NDArray[np.float64], rivals: Floats
    ) -> Floats:
        """Log odds that each gap is aligned with the null word, or with each word of the translation.

        Args:
            contexts: Of the gaps, ``(n_gaps, 2 * READ)``.
            target: The translation, ``(n_gaps or 1, n_target, …)``.
            distances: Of each gap from each word, ``(n_gaps, n_target)``.
            rivals: The best score of another word of the original, ``(n_gaps, n_target)``.

        Returns:
            Shape ``(n_gaps, 1 + n_target)``, the null word first.
        """
        layers = self.layers
        bias = layers["position_bias"][0][np.searchsorted(DISTANCES, distances)]
        query = linear(layers, "context_query", contexts)
        attention = (query[:, None] * target.keys).sum(-1) / np.float32(np.sqrt(KEY))
        weight = np.logaddexp(np.float32(0), layers["rival_weight"][0, 0])
        free = attention + target.bias + bias - weight * np.maximum(rivals, 0)
        return np.concatenate([linear(layers, "null_score", contexts), free], 1)

    @classmethod
    def load(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """From the shipped file."""
        return cls(restored(arrays))


def mixture_log_odds(odds: Floats, scores: Floats) -> Floats:
    """Log odds of candidates, ``(…,)``: ``odds`` ``(…, 1 + n_target)``, ``scores`` ``(…, n_target)``."""
    null = np.broadcast_to(odds[..., :1], (*scores.shape[:-1], 1))
    return log_sum_exp(np.concatenate([null, odds[..., 1:] + scores], -1))


def _unit(vectors: Floats) -> Floats:
    """Vectors of a length near 1; those near 0 stay near 0."""
    near_one: Floats = vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + np.float32(0.1))
    return near_one


def load(languages: tuple[str, str]) -> Matcher | None:
    """The matcher of Russian originals and English translations; ``None`` for other pairs."""
    if languages != ("ru", "en"):
        return None
    with np.load(DATA) as arrays:
        return Matcher.load(arrays)
