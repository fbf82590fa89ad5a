"""Which words go together: a gap's neighbours call for the vector of the word in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from align.ocr.context.tokens import normal

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

Floats = NDArray[np.float32]


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
    """``vector``: of a small-letter word, shape ``(300,)``, or ``None``. The rest as learned."""

    vector: Callable[[str], Floats | None]
    marks: Floats
    asked: tuple[Floats, Floats]
    word: Floats
    signature: Mapping[str, object]

    @classmethod
    def load(cls, arrays: Mapping[str, NDArray[Any]], vector: Callable[[str], Floats | None]) -> Self:
        """From the shipped file."""

        def layer(name: str) -> Floats:
            return np.asarray(arrays[name] * arrays[f"{name}.steps"][:, None], np.float32)

        return cls(
            vector=vector,
            marks=layer("marks"),
            asked=(layer("asked.weight"), layer("asked.bias")[0]),
            word=layer("word.weight"),
            signature=json.loads(arrays["signature"].tobytes()),
        )

    def log_ratios(
        self, left: Sequence[str], candidates: Sequence[str], right: Sequence[str]
    ) -> NDArray[np.float64]:
        """Log of how much likelier each candidate is here than anywhere, up to a constant of the gap.

        Shape ``(len(candidates),)``, 0 for words without a vector; ``left``, ``right``: of the sentence.
        """
        row = slots(self._side(left[-BAG:], before=True), self._side(right[:BAG], before=False))
        asked = (self.asked[0] @ row + self.asked[1]) @ self.word
        vectors = [self.vector(word.lower()) for word in candidates]
        return np.array([0.0 if vector is None else float(vector @ asked) for vector in vectors])

    def _side(self, tokens: Sequence[str], *, before: bool) -> Floats:
        result = np.zeros((BAG, 300), np.float32)
        start = BAG - len(tokens) if before else 0
        for place, token in enumerate(tokens, start):
            number = mark(token)
            vector = self.marks[number] if number else self.vector(token.lower())
            if vector is not None:
                result[place] = vector
        return result
