"""Vectors of single words, each encoded once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder


@dataclass(frozen=True, eq=False)
class EncodedWords:
    """``rows``: where a word's vector stands in ``matrix``, float32, ``(n_words, dim)``, unit rows."""

    rows: Mapping[str, int]
    matrix: NDArray[np.float32]

    @classmethod
    def empty(cls) -> Self:
        """No words yet."""
        return cls({}, np.zeros((0, 0), np.float32))

    def extend(self, words: Iterable[str], encoder: Encoder) -> EncodedWords:
        """These and the words not yet there, encoded in one go."""
        new = sorted(set(words) - self.rows.keys())
        if not new:
            return self
        vectors = np.asarray(encoder.encode(new), np.float32)
        rows = dict(self.rows) | {word: len(self.rows) + i for i, word in enumerate(new)}
        return EncodedWords(rows, vectors if not self.rows else np.concatenate([self.matrix, vectors]))

    def vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(words), dim)``; every word must be there."""
        return self.matrix[[self.rows[word] for word in words]]
