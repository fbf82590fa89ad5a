"""Vectors of single Russian words, as navec packs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from align.lang.form_table import FormTable, form_arrays
from align.user_cache import Arrays, file_version, kept

Floats = NDArray[np.float32]


def slovnet_folder() -> Path | None:
    """The folder of models inside the ``natasha`` wheel; ``None`` where it is not installed.

    The package itself is never imported: its dictionary does not start on Python 3.11.
    """
    found = find_spec("natasha")
    if found is None or not found.submodule_search_locations:
        return None
    return Path(found.submodule_search_locations[0]) / "data"


@dataclass(frozen=True, eq=False)
class WordVectors:
    """navec's product-quantised vectors (Kukushkin 2020).

    ``name``: as navec calls them. ``rows``: the number of each word; ``indexes``: uint8, ``(n_words, 100)``,
    of the pieces in ``codes``, float32, shape ``(100, 256, 3)``, that make up its vector.
    """

    name: str
    rows: Mapping[str, float]
    indexes: NDArray[np.uint8]
    codes: Floats

    @classmethod
    def load(cls, path: Path) -> Self:
        """From navec's own file, which is opened once and kept as arrays for all processes."""
        arrays = _arrays(path)
        name = arrays["name"].tobytes().decode()
        return cls(name, FormTable.of(arrays, "rows"), arrays["indexes"], arrays["codes"])

    @property
    def for_slovnet(self) -> Any:  # noqa: ANN401 - navec has no types
        """The parts of navec's object that slovnet's networks read."""
        pieces = SimpleNamespace(indexes=self.indexes, codes=self.codes)
        return SimpleNamespace(meta=SimpleNamespace(id=self.name), pq=pieces)

    def of(self, words: Sequence[str]) -> tuple[Floats, NDArray[np.bool_]]:
        """Shape ``(len(words), 300)``, nothing for unknown words; and which are known."""
        rows = np.array([self._row(word.lower()) for word in words], np.int64)
        pieces, _, width = self.codes.shape
        found = self.codes[np.arange(pieces), self.indexes[rows]].reshape(len(words), pieces * width)
        return np.where(rows[:, None] < 0, np.float32(0), found), rows >= 0

    def _row(self, word: str) -> int:
        found = self.rows.get(word)
        return int(self.rows.get(word.replace("ё", "е"), -1) if found is None else found)


@cache
def _arrays(path: Path) -> Arrays:
    """Mapped once, for the tagger and the cloze model."""
    return kept("word-vectors", file_version(path), lambda: _opened(path))


def _opened(path: Path) -> Arrays:
    from navec import Navec

    vectors = Navec.load(path)
    words = list(dict.fromkeys(vectors.vocab.words))
    return {
        **form_arrays(words),
        "rows": np.array([vectors.vocab.word_ids[word] for word in words], dtype=np.float64),
        "name": np.frombuffer(vectors.meta.id.encode(), dtype=np.uint8),
        "indexes": vectors.pq.indexes,
        "codes": vectors.pq.codes,
    }
