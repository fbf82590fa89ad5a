"""Which words go together: a gap's neighbours call for the vector of the word in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from align.ocr.context.tokens import normal
from align.ocr.context.vectors import Floats, WordVectors
from align.ocr.grammar.tagger import models

_DATA = Path(__file__).parents[1] / "data/meaning.npz"

NEAR = 2
"""Neighbours on either side that count each for itself."""
BAG = 10
"""Neighbours on either side; those beyond ``NEAR`` count together."""
MARKS: Mapping[str, int] = {
    "<?>": 0,
    ",": 1,
    ".": 2,
    "—": 3,
    '"': 4,
    "0": 5,
    ";": 6,
    ":": 7,
    "!": 8,
    "?": 9,
    "(": 10,
    ")": 11,
}
"""What is no word but counts; 0 is nothing at all."""


def mark(token: str) -> int:
    """The number of a mark or numeral; 0 for a word, and for marks that do not count."""
    return MARKS.get(normal(token), 0)


def slots(left: Floats, right: Floats) -> Floats:
    """Vectors of ``BAG`` neighbours on either side, in reading order, as one row for the network."""
    near = np.concatenate([left[-NEAR:], right[:NEAR]]).ravel()
    return np.concatenate([near, left[:-NEAR].mean(0), right[NEAR:].mean(0)])


def quantised(name: str, weight: Floats) -> dict[str, NDArray[Any]]:
    """A layer in whole bytes, with the step of each row."""
    rows = np.atleast_2d(weight)
    steps = np.maximum(np.abs(rows).max(1) / 127.0, 1e-9).astype(np.float32)
    return {name: np.round(rows / steps[:, None]).astype(np.int8), f"{name}.steps": steps}


@dataclass(frozen=True, eq=False)
class MeaningModel:
    """``marks``: vectors of marks; ``asked``: from a gap's slots to the vector asked for, weights and bias.

    ``word``: how a word's vector is turned before it is compared. ``usual``: turned vectors of common words,
    shape ``(n, 300)``, against which a score is a log ratio.
    """

    vectors: WordVectors
    marks: Floats
    asked: tuple[Floats, Floats]
    word: Floats
    usual: Floats
    signature: Mapping[str, object]

    @classmethod
    def load(cls, arrays: Mapping[str, NDArray[Any]], vectors: WordVectors, common: Sequence[str]) -> Self:
        """From the shipped file; ``common``: frequent words of the language."""

        def layer(name: str) -> Floats:
            return np.asarray(arrays[name] * arrays[f"{name}.steps"][:, None], np.float32)

        found, known = vectors.of(common)
        return cls(
            vectors=vectors,
            marks=layer("marks"),
            asked=(layer("asked.weight"), layer("asked.bias")[0]),
            word=layer("word.weight"),
            usual=found[known] @ layer("word.weight").T,
            signature=json.loads(arrays["signature"].tobytes()),
        )

    def log_ratios(
        self, left: Sequence[str], candidates: Sequence[str], right: Sequence[str]
    ) -> NDArray[np.float64]:
        """Log of how much likelier each candidate is here than a common word is, ``(len(candidates),)``.

        0 for words without a vector. ``left``, ``right``: tokens of the sentence, as written.
        """
        sides = [_padded(left[-BAG:], front=True), _padded(right[:BAG], front=False)]
        around, _ = self.vectors.of([*sides[0], *sides[1]])
        numbers = np.array([mark(token) for token in (*sides[0], *sides[1])])
        around[numbers > 0] = self.marks[numbers[numbers > 0]]
        asked = self.asked[0] @ slots(around[:BAG], around[BAG:]) + self.asked[1]
        found, known = self.vectors.of(candidates)
        scores = (found @ (asked @ self.word)).astype(np.float64)
        usual = (self.usual @ asked).astype(np.float64)
        top = usual.max()
        return np.where(known, scores - (top + np.log(np.exp(usual - top).mean())), 0.0)


def load(language: str) -> MeaningModel | None:
    """The model of Russian; ``None`` for other languages and without the ``natasha`` package's vectors."""
    folder = models()
    if language != "ru" or folder is None:
        return None
    import wordfreq

    vectors = WordVectors.load(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar")
    with np.load(_DATA) as arrays:
        return MeaningModel.load(arrays, vectors, wordfreq.top_n_list(language, 2000))


def _padded(tokens: Sequence[str], *, front: bool) -> list[str]:
    """``BAG`` tokens, empty ones towards the sentence's end."""
    empty = [""] * (BAG - len(tokens))
    return [*empty, *tokens] if front else [*tokens, *empty]
