"""An encoder that keeps the vectors of single words for as long as it lives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder

Rows = dict[str, NDArray[np.float32]]
"""Vectors by word, shape ``(dim,)`` each."""

WORDS = 100_000
"""Words whose vectors are kept: 200 MB, if embedded."""
LONGEST = 40
"""Characters of a word; what is longer, such as a line of Chinese, hardly repeats."""


@dataclass(frozen=True, eq=False)
class WordCache:
    """An ``Encoder`` for a process that aligns many documents: most words of one were in earlier ones.

    Hand one to :func:`align.api.align_texts` or to :func:`align.pipeline.align_documents` with each document.
    Sentences are not kept, since they hardly repeat. The inner encoder must give a text the same vector in
    any company, as the embedded one does on a processor; then results do not depend on what is kept.

    Attributes:
        encoder: Gives the vectors.
        limit: Words that are kept at most. A half of so many words is dropped at once, when none of them has
            been asked for since the other half was begun.

    Example:
        >>> from align.embed.encoder import load
        >>> encoder = WordCache(load())
        >>> encoder.encode(["ответ", "Ваш ответ получил."]).shape
        (2, 512)
        >>> encoder.kept
        1
    """

    encoder: Encoder
    limit: int = WORDS
    _halves: list[Rows] = field(default_factory=lambda: [{}, {}], repr=False)

    @property
    def name(self) -> str:
        """The inner encoder's."""
        return self.encoder.name

    @property
    def sha256(self) -> str | None:
        """The inner encoder's."""
        return self.encoder.sha256

    @property
    def kept(self) -> int:
        """How many words are kept."""
        return sum(map(len, self._halves))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), dim)``, rows of length 1; a new array, which the caller may change."""
        found = [self._find(text) for text in texts]
        missing = list(dict.fromkeys(text for text, row in zip(texts, found, strict=True) if row is None))
        if not missing and texts:
            return np.stack([row for row in found if row is not None])
        encoded = self.encoder.encode(missing)
        new = dict(zip(missing, encoded, strict=True))
        rows = [new[text] if row is None else row for text, row in zip(texts, found, strict=True)]
        self._keep(new)
        return np.stack(rows) if rows else encoded

    def _find(self, text: str) -> NDArray[np.float32] | None:
        """The vector of a word that is kept; it counts as new again."""
        newer, older = self._halves
        row = newer.get(text)
        if row is None and (row := older.pop(text, None)) is not None:
            self._add(text, row)
        return row

    def _keep(self, vectors: Rows) -> None:
        for text, row in vectors.items():
            if len(text) <= LONGEST and not any(map(str.isspace, text)):
                self._add(text, row.copy())  # a view would keep all vectors of the call in memory

    def _add(self, word: str, row: NDArray[np.float32]) -> None:
        if len(self._halves[0]) >= max(self.limit // 2, 1):
            self._halves[:] = {}, self._halves[0]
        self._halves[0][word] = row

    def __reduce__(self) -> tuple[type[WordCache], tuple[Encoder, int]]:
        """Another process begins with no words."""
        return WordCache, (self.encoder, self.limit)
