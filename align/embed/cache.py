"""An encoder that encodes each distinct text once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder


@dataclass(frozen=True, eq=False)
class CachedEncoder:
    """An ``Encoder`` that keeps the vectors of its last ``limit`` texts (2 KB each if embedded).

    One serves a document: the aligner, the search for OCR errors and the checks encode the same texts.
    """

    encoder: Encoder
    limit: int = 50_000
    _rows: dict[str, NDArray[np.float32]] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """The inner encoder's."""
        return self.encoder.name

    @property
    def sha256(self) -> str | None:
        """The inner encoder's."""
        return self.encoder.sha256

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), dim)``, rows of length 1; a new array, which the caller may change."""
        if not texts:
            return self.encoder.encode(texts)
        fresh = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if fresh:
            # copies: a view of one row would keep the whole batch in memory after the others are dropped
            rows = (row.copy() for row in self.encoder.encode(fresh))
            self._rows.update(zip(fresh, rows, strict=True))
        result = np.stack([self._rows[text] for text in texts])
        if len(self._rows) > self.limit:
            for oldest in list(self._rows)[: len(self._rows) - self.limit]:
                del self._rows[oldest]
        return result
