"""What features are computed from: the sentences of both sides, their vectors and lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges, windows
from align.alignment.features.word_gains import WordGains
from align.alignment.lengths import length_ratio
from align.alignment.pooling import Matrix, PooledSide
from align.alignment.search_band import best_path
from align.embed.encoder import Encoder

Columns = dict[str, NDArray[np.float64]]
"""Features by name, one value for each candidate bead, shape ``(k,)``."""


@dataclass(frozen=True, eq=False)
class EncodedSide:
    """One side of a text.

    Attributes:
        sentences: in order.
        vectors: their unit vectors, float32, shape ``(n, dim)``.
        pooled: sums of the vectors and lengths of windows of sentences.
    """

    sentences: Sequence[str]
    vectors: Matrix
    pooled: PooledSide

    @classmethod
    def of(cls, sentences: Sequence[str], vectors: Matrix, max_bead: int) -> EncodedSide:
        """Prepared for windows of up to ``max_bead`` sentences."""
        characters = np.array([len(sentence) for sentence in sentences], dtype=np.int64)
        return cls(sentences, vectors, PooledSide.of(vectors, characters, max_bead))

    def part(self, kept: range, max_bead: int) -> EncodedSide:
        """Some consecutive sentences of it."""
        if len(kept) == len(self.sentences):
            return self
        inside = slice(kept.start, kept.stop)
        return EncodedSide.of(self.sentences[inside], self.vectors[inside], max_bead)

    def selected(self, kept: Sequence[int], max_bead: int) -> EncodedSide:
        """Some sentences of it, as a text of their own."""
        return EncodedSide.of([self.sentences[at] for at in kept], self.vectors[list(kept)], max_bead)

    def window(self, start: int, stop: int) -> str:
        """Several sentences as one string."""
        return " ".join(self.sentences[start:stop])


@dataclass(frozen=True, eq=False)
class DocumentPair:
    """A text and its translation.

    Attributes:
        source: the original.
        target: the translation.
        encoder: encodes strings that are no sentences: words, and several sentences as one.
        ratio: characters of the target for one of the source (:func:`align.alignment.lengths.length_ratio`).
    """

    source: EncodedSide
    target: EncodedSide
    encoder: Encoder
    ratio: float

    @classmethod
    def of(cls, source: EncodedSide, target: EncodedSide, encoder: Encoder) -> DocumentPair:
        """With the ratio of these texts."""
        characters = int(source.pooled.characters[-1]), int(target.pooled.characters[-1])
        ratio = length_ratio(characters, (len(source.sentences), len(target.sentences)))
        return cls(source, target, encoder, ratio)

    @cached_property
    def best_path(self) -> NDArray[np.int64]:
        """The best monotone path of 1-1 steps and nulls by the vectors, as cells, shape ``(steps, 2)``."""
        return best_path(self.source.pooled.weighted, self.target.pooled.weighted)

    @cached_property
    def word_gains(self) -> WordGains:
        """Which words of the sentences translate each other."""
        return WordGains(self.source.sentences, self.target.sentences, self.encoder)

    def part(self, source: range, target: range, max_bead: int) -> DocumentPair:
        """Some consecutive sentences of both sides, with the ratio of the whole texts."""
        parts = self.source.part(source, max_bead), self.target.part(target, max_bead)
        if parts == (self.source, self.target):
            return self
        return DocumentPair(parts[0], parts[1], self.encoder, self.ratio)

    def selected(self, source: Sequence[int], target: Sequence[int], max_bead: int) -> DocumentPair:
        """Some sentences of both sides, with the ratio of the whole texts."""
        sides = self.source.selected(source, max_bead), self.target.selected(target, max_bead)
        return DocumentPair(*sides, self.encoder, self.ratio)

    def texts(self, edges: Edges) -> list[tuple[str, str]]:
        """Source and target of each candidate, each as one string."""
        return [
            (self.source.window(*one), self.target.window(*other))
            for one, other in zip(windows(0, edges), windows(1, edges), strict=True)
        ]


def window_vectors(
    side: EncodedSide, where: Sequence[tuple[int, int]], encoder: Encoder, likely: NDArray[np.bool_]
) -> Matrix:
    """Unit vectors of windows of sentences, float32, shape ``(len(where), dim)``.

    A window of several sentences is encoded as one string, once, if it is ``likely`` (shape
    ``(len(where),)``) in any of its places; else its vector is the pooled one of its sentences.
    """
    several = {window for window in where if window[1] - window[0] > 1}
    joined = sorted({window for window, is_likely in zip(where, likely, strict=True) if is_likely} & several)
    others = sorted(several.difference(joined))
    encoded = encoder.encode([side.window(*window) for window in joined]) if joined else side.vectors[:0]
    row = {window: len(side.vectors) + number for number, window in enumerate([*joined, *others])}
    rows = [row.get(window, window[0]) for window in where]
    return np.asarray(np.concatenate([side.vectors, encoded, _pooled_vectors(side, others)])[rows])


def _pooled_vectors(side: EncodedSide, where: Sequence[tuple[int, int]]) -> Matrix:
    """Unit sums of the weighted vectors of windows, float32, shape ``(len(where), dim)``."""
    sums = np.array([side.pooled.weighted[start:stop].sum(axis=0) for start, stop in where], dtype=np.float32)
    sums = sums.reshape(len(where), side.vectors.shape[1])
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9))
