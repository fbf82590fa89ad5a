"""Vectors of single words, each encoded once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder


class WordEncoder:
    """Encodes words with a sentence encoder and keeps their vectors.

    Words are encoded in batches, since one call for many words costs hardly more than one for a few.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._rows: dict[str, int] = {}
        self._matrix = np.zeros((0, 0), np.float32)

    def encode(self, words: Iterable[str]) -> None:
        """Encode the words that are not yet known, in one batch."""
        new = sorted(set(words) - self._rows.keys())
        if not new:
            return
        vectors = np.asarray(self.encoder.encode(new), np.float32)
        self._matrix = np.concatenate([self._matrix, vectors]) if self._rows else vectors
        self._rows |= {word: len(self._rows) + at for at, word in enumerate(new)}

    def vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, float32, shape ``(len(words), dim)``; every word must have been encoded."""
        return self._matrix[[self._rows[word] for word in words]]
