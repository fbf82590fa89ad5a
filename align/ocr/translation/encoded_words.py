"""Vectors of single words, each encoded once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder

MAX_KEPT = 16_000
"""Words whose vectors are kept for the next batch: 2 kB each with the embedded encoder."""


class WordEncoder:
    """Encodes words with a sentence encoder and keeps their vectors.

    Words are encoded in batches, since one call for many words costs hardly more than one for a few.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._rows: dict[str, int] = {}
        self._matrix = np.zeros((0, 0), np.float32)

    def __len__(self) -> int:
        """Number of words whose vectors are known."""
        return len(self._rows)

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


def word_encoder(encoder: Encoder) -> WordEncoder:
    """A word encoder that knows the words of the batches before, unless those are very many.

    The next batch of a document has most of its words, and what is a word of the text on one side is a word
    of the translation on the other.
    """
    found = _last.get(id(encoder))
    if found is None or len(found) > MAX_KEPT:
        found = WordEncoder(encoder)
        _last.clear()
        _last[id(encoder)] = found
    return found


_last: dict[int, WordEncoder] = {}
"""The word encoder of the document that is being read, by the identity of its encoder, which it holds."""


def forget_words() -> None:
    """Let go of the words of a document that has been read, and of its encoder."""
    _last.clear()
