"""An encoder that encodes each distinct text once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder
from align.progress import Reporter, ignore

Rows = dict[str, NDArray[np.float32]]
"""Vectors by text, shape ``(dim,)`` each."""

LIMIT = 50_000
"""Texts whose vectors are kept."""
PART = 512
"""Texts that are encoded before it is said how many are done."""


@dataclass(frozen=True, eq=False)
class CachedEncoder:
    """An ``Encoder`` that keeps the vectors of its last ``limit`` texts (2 KB each if embedded).

    One serves a document: the aligner, the search for OCR errors and the checks encode the same texts.
    ``report``: is told how many are done where many are encoded at once.
    """

    encoder: Encoder
    limit: int = LIMIT
    report: Reporter = field(default_factory=Reporter, repr=False)
    _rows: Rows = field(default_factory=dict, repr=False)
    _unasked: set[str] = field(default_factory=set, repr=False)

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
        self._unasked.update(texts)

    def remembered(self, most: int) -> tuple[list[str], NDArray[np.float32]]:
        """The last ``most`` texts that were asked for, and their vectors, shape ``(len(texts), dim)``."""
        texts = [text for text in self._rows if text not in self._unasked][-most:]
        rows = [self._rows[text] for text in texts]
        return texts, np.stack(rows) if rows else np.zeros((0, 0), dtype=np.float32)

    def missing(self, texts: Sequence[str]) -> list[str]:
        """The distinct texts that are not encoded yet, in their order."""
        return [text for text in dict.fromkeys(texts) if text not in self._rows]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), dim)``, rows of length 1; a new array, which the caller may change."""
        if not texts:
            return self.encoder.encode(texts)
        self._encode(self.missing(texts))
        self._unasked.difference_update(texts)
        result = np.stack([self._rows[text] for text in texts])
        if len(self._rows) > self.limit:
            for oldest in list(self._rows)[: len(self._rows) - self.limit]:
                del self._rows[oldest]
        return result

    def _encode(self, texts: Sequence[str]) -> None:
        """Encode new texts; of many it is said how many are done."""
        advance = self.report.counter(len(texts), "texts") if len(texts) > PART else ignore
        for start in range(0, len(texts), PART):
            part = texts[start : start + PART]
            # copies: a view of one row would keep the whole batch in memory after the others are dropped
            rows = (row.copy() for row in self.encoder.encode(part))
            self._rows.update(zip(part, rows, strict=True))
            advance(len(part))

    def __reduce__(self) -> tuple[type[CachedEncoder], tuple[Encoder, int, Reporter, Rows]]:
        """Another process tells nobody, and is sent the vectors of single words, not those of sentences."""
        words = {text: row for text, row in self._rows.items() if " " not in text}
        return CachedEncoder, (self.encoder, self.limit, Reporter(), words)
