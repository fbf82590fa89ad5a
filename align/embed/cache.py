"""An encoder that encodes each distinct text once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder

LIMIT = 50_000
"""Texts whose vectors are kept."""
PART = 512
"""Texts that are encoded before it is said how many are done."""


@dataclass(frozen=True, eq=False)
class CachedEncoder:
    """An ``Encoder`` that keeps the vectors of its last ``limit`` texts (2 KB each if embedded).

    One serves a document: the aligner, the search for OCR errors and the checks encode the same texts.
    """

    encoder: Encoder
    limit: int = LIMIT
    _rows: dict[str, NDArray[np.float32]] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """The inner encoder's."""
        return self.encoder.name

    @property
    def sha256(self) -> str | None:
        """The inner encoder's."""
        return self.encoder.sha256

    def remember(self, texts: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Take vectors that this encoder gave before: shape ``(len(texts), dim)``, rows of length 1."""
        self._rows.update(zip(texts, vectors, strict=True))

    def remembered(self, most: int) -> tuple[list[str], NDArray[np.float32]]:
        """The last ``most`` texts whose vectors are kept, and their vectors, shape ``(len(texts), dim)``."""
        texts = list(self._rows)[-most:]
        rows = [self._rows[text] for text in texts]
        return texts, np.stack(rows) if rows else np.zeros((0, 0), dtype=np.float32)

    def missing(self, texts: Sequence[str]) -> list[str]:
        """The distinct texts that are not encoded yet, in their order."""
        return [text for text in dict.fromkeys(texts) if text not in self._rows]

    def encode_ahead(self, texts: Sequence[str], advance: Callable[[int], None]) -> None:
        """Encode texts that will be asked for.

        Args:
            texts: No more than ``limit``: the vectors of the first would be dropped again.
            advance: Is called with the number of texts that were encoded since the last call.
        """
        for start in range(0, len(texts), PART):
            part = texts[start : start + PART]
            self.encode(part)
            advance(len(part))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), dim)``, rows of length 1; a new array, which the caller may change."""
        if not texts:
            return self.encoder.encode(texts)
        fresh = self.missing(texts)
        if fresh:
            # copies: a view of one row would keep the whole batch in memory after the others are dropped
            rows = (row.copy() for row in self.encoder.encode(fresh))
            self._rows.update(zip(fresh, rows, strict=True))
        result = np.stack([self._rows[text] for text in texts])
        if len(self._rows) > self.limit:
            for oldest in list(self._rows)[: len(self._rows) - self.limit]:
                del self._rows[oldest]
        return result
