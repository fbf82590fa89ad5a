"""What features are computed from: the sentences of both sides, their vectors and lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges, windows
from align.alignment.lengths import length_ratio
from align.alignment.pooling import Matrix, PooledSide, unit_rows
from align.alignment.search_band import best_path
from align.alignment.whitening import Whitening, whitenings
from align.embed.encoder import Encoder

Columns = dict[str, NDArray[np.float64]]
"""Features by name, one value for each candidate bead, shape ``(k,)``."""

NEAR = 200
"""Sentences of the other side, before and after a bead, among which a better partner is searched."""


@dataclass(frozen=True, eq=False)
class EncodedSide:
    """One side of a text.

    Attributes:
        sentences: in order.
        vectors: their unit vectors, whitened; float32, shape ``(n, dim)``.
        pooled: sums of the vectors and lengths of windows of sentences.
        whitening: what was taken from the vectors of the encoder.
        scales: by what the whitened vectors were divided, so that their lengths are 1; shape ``(n,)``. 0 for
            a sentence without a vector, such as one of no known word.
    """

    sentences: Sequence[str]
    vectors: Matrix
    pooled: PooledSide
    whitening: Whitening
    scales: Matrix

    @classmethod
    def of(
        cls, sentences: Sequence[str], vectors: Matrix, max_bead: int, whitening: Whitening | None = None
    ) -> EncodedSide:
        """Prepared for windows of up to ``max_bead`` sentences; ``vectors``: of the encoder."""
        whitening = whitening or Whitening.none(vectors.shape[1])
        changed = whitening.changed(vectors)
        scales = np.linalg.norm(changed, axis=1) * vectors.any(axis=1)
        unit = np.where(scales[:, None] > 0, changed / np.maximum(scales, 1e-9)[:, None], np.float32(0))
        return cls._of(sentences, unit, max_bead, whitening, scales)

    @classmethod
    def _of(
        cls,
        sentences: Sequence[str],
        vectors: Matrix,
        max_bead: int,
        whitening: Whitening,
        scales: Matrix,
    ) -> EncodedSide:
        characters = np.array([len(sentence) for sentence in sentences], dtype=np.int64)
        return cls(sentences, vectors, PooledSide.of(vectors, characters, max_bead), whitening, scales)

    def selected(self, kept: Sequence[int], max_bead: int) -> EncodedSide:
        """Some sentences of it, in order, as a text of their own."""
        if len(kept) == len(self.sentences):
            return self
        rows = np.array(kept, dtype=np.int64)
        sentences = [self.sentences[at] for at in kept]
        return self._of(sentences, self.vectors[rows], max_bead, self.whitening, self.scales[rows])

    def window(self, start: int, stop: int) -> str:
        """Several sentences as one string."""
        return " ".join(self.sentences[start:stop])

    def plain(self, rows: NDArray[np.int64]) -> Matrix:
        """Vectors of some sentences as the encoder gave them, shape ``(k, dim)``."""
        encoded = (self.scales[rows] > 0).astype(np.float32)
        return self.whitening.restored(self.vectors[rows] * self.scales[rows, None], encoded)

    def window_sums(self, where: Sequence[tuple[int, int]]) -> Matrix:
        """Sums of the weighted vectors of windows (first sentence, one after the last), ``(k, dim)``."""
        sums = [self.pooled.weighted[start:stop].sum(axis=0) for start, stop in where]
        return np.array(sums, dtype=np.float32).reshape(len(where), self.vectors.shape[1])

    def plain_sums(self, where: Sequence[tuple[int, int]]) -> Matrix:
        """The same of the vectors as the encoder gave them."""
        roots = np.sqrt(np.maximum(np.diff(self.pooled.characters), 1)).astype(np.float32)
        roots *= self.scales > 0
        sums = [self.scales[start:stop] @ self.pooled.weighted[start:stop] for start, stop in where]
        changed = np.array(sums, dtype=np.float32).reshape(len(where), self.vectors.shape[1])
        weights = np.array([roots[start:stop].sum() for start, stop in where], dtype=np.float32)
        return self.whitening.restored(changed, weights)


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

    @classmethod
    def whitened(
        cls,
        sentences: tuple[Sequence[str], Sequence[str]],
        vectors: tuple[Matrix, Matrix],
        encoder: Encoder,
        max_bead: int,
    ) -> DocumentPair:
        """With vectors that say what distinguishes the sentences (:mod:`align.alignment.whitening`).

        Args:
            sentences: of the source and of the target.
            vectors: of both, as the encoder gives them.
            encoder: what they come from.
            max_bead: sentences that a bead may hold on one side.
        """
        found = whitenings(list(zip(sentences, vectors, strict=True)))
        one, other = (
            EncodedSide.of(texts, rows, max_bead, whitening)
            for texts, rows, whitening in zip(sentences, vectors, found, strict=True)
        )
        return cls.of(one, other, encoder)

    @cached_property
    def best_path(self) -> NDArray[np.int64]:
        """The best monotone path of 1-1 steps and nulls by the vectors, as cells, shape ``(steps, 2)``."""
        return best_path(self.source.pooled.weighted, self.target.pooled.weighted)

    def selected(self, source: Sequence[int], target: Sequence[int], max_bead: int) -> DocumentPair:
        """Some sentences of both sides, in order, with the ratio of the whole texts."""
        sides = self.source.selected(source, max_bead), self.target.selected(target, max_bead)
        if sides == (self.source, self.target):
            return self
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
    encoded = side.vectors[:0]
    if joined:
        encoded = encoder.encode([side.window(*window) for window in joined])
        encoded = unit_rows(side.whitening.changed(encoded))
    row = {window: len(side.vectors) + number for number, window in enumerate([*joined, *others])}
    rows = [row.get(window, window[0]) for window in where]
    return np.asarray(np.concatenate([side.vectors, encoded, unit_rows(side.window_sums(others))])[rows])
