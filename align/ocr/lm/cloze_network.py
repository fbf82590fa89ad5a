"""The layers of the cloze model; ``tools/cloze_module.py`` has them for training."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from align.ocr.lm.word_forms import normalise
from align.ocr.runtime.layers import Floats, Layers, gelu, linear

VECTOR = 300
"""Numbers of a word's vector."""
READ, ENDING, QUERY, SMALL = 256, 48, 256, 96
"""Units of a recurrent layer, dimensions of an ending, units of the query layer and of the output layers."""
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
"""Tokens that are no words; 0 is no token."""


def mark_number(token: str) -> int:
    """The number of a mark or numeral; 0 for a word and for other marks."""
    return MARKS.get(normalise(token), 0)


class TokenFeatures(NamedTuple):
    """Tokens as the network takes them, arrays of one shape.

    ``vectors``: of words, ``(…, 300)``, 0 for unknown ones. ``endings``: their classes. ``marks``: their
    numbers, 0 for words. ``capitals``: 1 where the first letter is one.
    """

    vectors: Floats
    endings: NDArray[np.int64]
    marks: NDArray[np.int64]
    capitals: Floats


@dataclass(frozen=True, eq=False)
class ClozeNetwork:
    """The network; the context of a gap, both states side by side, has shape ``(…, 2 * READ)``."""

    layers: Layers

    @property
    def empty_inputs(self) -> Floats:
        """The input vector of no token, ``(1, 300)``."""
        return self.layers["mark_vectors"][:1]

    def inputs(self, tokens: TokenFeatures) -> Floats:
        """Input vectors, shape ``(…, 300)``."""
        endings = self.layers["input_endings.weight"][tokens.endings]
        worded = tokens.vectors + linear(self.layers, "input_projection", endings)
        words = worded + tokens.capitals[..., None] * self.layers["capital_vector"][0]
        marks = self.layers["mark_vectors"][tokens.marks]
        return np.where((tokens.endings == 0)[..., None], marks, words)

    def query_vectors(self, around: Floats) -> Floats:
        """The query vectors of gaps, shape ``(n, 300)``."""
        return linear(self.layers, "query_layer", gelu(linear(self.layers, "context_layer", around)))

    def word_vectors(self, tokens: TokenFeatures) -> Floats:
        """The vectors of words, ``(…, 300)``; the product with a query vector is a score."""
        endings = self.layers["output_endings.weight"][tokens.endings]
        return linear(self.layers, "word_layer", tokens.vectors) + linear(
            self.layers, "output_projection", endings
        )

    def capital_log_odds(self, around: Floats, offered: Floats) -> Floats:
        """Log odds that the word in each gap begins with a capital, shape ``(n,)``."""
        context = linear(self.layers, "capital_context", around)
        hidden = gelu(context + linear(self.layers, "capital_word", offered))
        return linear(self.layers, "capital_output", hidden)[:, 0]

    def mark_scores(self, around: Floats) -> Floats:
        """Scores of the marks, and of none (0), in gaps behind words, shape ``(n, len(MARKS))``."""
        return linear(self.layers, "mark_output", gelu(linear(self.layers, "mark_context", around)))
