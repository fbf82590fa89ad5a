"""What evidence is drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges, windows
from align.alignment.pooling import Matrix, Side
from align.embed.encoder import Encoder

UNEVEN = 1.5
"""Sentences of one side to one of the other that differing habits of translators explain."""

Columns = dict[str, NDArray[np.float64]]
"""Features by name, one value a candidate bead, shape ``(k,)``."""


@dataclass(frozen=True, eq=False)
class EncodedSide:
    """One side: its sentences, their unit vectors (float32, shape ``(n, dim)``) and their sums."""

    sentences: Sequence[str]
    vectors: Matrix
    side: Side

    @classmethod
    def of(cls, sentences: Sequence[str], vectors: Matrix, max_bead: int) -> EncodedSide:
        """Prepared for windows of up to ``max_bead`` sentences."""
        characters = np.array([len(sentence) for sentence in sentences], dtype=np.int64)
        return cls(sentences, vectors, Side.of(vectors, characters, max_bead))

    def part(self, start: int, stop: int, max_bead: int) -> EncodedSide:
        """Some of its sentences."""
        return EncodedSide.of(self.sentences[start:stop], self.vectors[start:stop], max_bead)

    def window(self, start: int, stop: int) -> str:
        """Several sentences as one string."""
        return " ".join(self.sentences[start:stop])


@dataclass(frozen=True, eq=False)
class DocumentPair:
    """Both sides, what encodes new strings, and ``ratio``: target characters to one of the source."""

    source: EncodedSide
    target: EncodedSide
    encoder: Encoder
    ratio: float

    @classmethod
    def of(cls, source: EncodedSide, target: EncodedSide, encoder: Encoder) -> DocumentPair:
        """The ratio is that of these texts."""
        return cls(source, target, encoder, length_ratio(source, target))

    def texts(self, pairs: Edges) -> list[tuple[str, str]]:
        """Source and target of each candidate as strings."""
        return [
            (self.source.window(*one), self.target.window(*other))
            for one, other in zip(windows(0, pairs), windows(1, pairs), strict=True)
        ]


def length_ratio(source: EncodedSide, target: EncodedSide) -> float:
    """Characters of the target to one of the source, as translation makes them; 1 where a side is empty.

    That of the whole texts; but where one side has many more sentences than the other, text is
    missing, and only :data:`UNEVEN` of the difference is laid to translation.
    """
    characters = int(source.side.characters[-1]), int(target.side.characters[-1])
    if not all(characters):
        return 1.0
    sentences = len(target.sentences) / len(source.sentences)
    likely = min(max(sentences, 1 / UNEVEN), UNEVEN)
    return characters[1] / characters[0] / sentences * likely


def window_vectors(
    text: EncodedSide, where: Sequence[tuple[int, int]], encoder: Encoder, likely: NDArray[np.bool_]
) -> Matrix:
    """Unit vectors of stretches of sentences, float32, shape ``(len(where), dim)``.

    Where a stretch holds more than one sentence: of the true concatenation, encoded once, if it is
    ``likely`` (shape ``(len(where),)``) anywhere; else the sum of its sentences', weighted by length.
    """
    several = {window for window in where if window[1] - window[0] > 1}
    asked = sorted({window for window, hope in zip(where, likely, strict=True) if hope} & several)
    others = sorted(several.difference(asked))
    encoded = encoder.encode([text.window(*window) for window in asked]) if asked else text.vectors[:0]
    sums = np.array([text.side.weighted[start:stop].sum(axis=0) for start, stop in others], dtype=np.float32)
    pooled = sums.reshape(len(others), text.vectors.shape[1])
    pooled /= np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9)
    row = {window: len(text.vectors) + number for number, window in enumerate([*asked, *others])}
    rows = [row[window] if window in row else window[0] for window in where]
    return np.asarray(np.concatenate([text.vectors, encoded, pooled])[rows])
