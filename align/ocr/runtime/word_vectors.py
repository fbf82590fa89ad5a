"""Vectors of single Russian words, as navec packs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def slovnet_folder() -> Path | None:
    """The folder of models inside the ``natasha`` wheel; ``None`` where it is not installed.

    The package itself is never imported: its dictionary does not start on Python 3.11.
    """
    found = find_spec("natasha")
    if found is None or not found.submodule_search_locations:
        return None
    return Path(found.submodule_search_locations[0]) / "data"


@cache
def load_navec(path: Path) -> Any:  # noqa: ANN401 - navec has no types
    """Navec's vectors, loaded once in the life of the process."""
    from navec import Navec

    return Navec.load(path)


@dataclass(frozen=True, eq=False)
class WordVectors:
    """navec's product-quantised vectors (Kukushkin 2020).

    ``rows``: the number of each word; ``indexes``: uint8, ``(n_words, 100)``, of the pieces in ``codes``,
    float32, shape ``(100, 256, 3)``, that make up its vector.
    """

    rows: Mapping[str, int]
    indexes: NDArray[np.uint8]
    codes: Floats

    @classmethod
    def load(cls, path: Path) -> Self:
        """From navec's own file."""
        vectors = load_navec(path)
        return cls(vectors.vocab.word_ids, vectors.pq.indexes, vectors.pq.codes)

    def of(self, words: Sequence[str]) -> tuple[Floats, NDArray[np.bool_]]:
        """Shape ``(len(words), 300)``, nothing for unknown words; and which are known."""
        rows = np.array([self._row(word.lower()) for word in words], np.int64)
        pieces, _, width = self.codes.shape
        found = self.codes[np.arange(pieces), self.indexes[rows]].reshape(len(words), pieces * width)
        return np.where(rows[:, None] < 0, np.float32(0), found), rows >= 0

    def _row(self, word: str) -> int:
        return self.rows.get(word, self.rows.get(word.replace("ё", "е"), -1))
