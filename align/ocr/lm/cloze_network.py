"""The layers of the cloze model, and how their weights are stored in bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import gelu

from align.ocr.lm.word_forms import normalise

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

    vectors: torch.Tensor
    endings: torch.Tensor
    marks: torch.Tensor
    capitals: torch.Tensor


class ClozeNetwork(torch.nn.Module):
    """The layers; the context of a gap, both states side by side, has shape ``(…, 2 * READ)``."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.mark_vectors = torch.nn.Parameter(0.1 * torch.randn(len(MARKS), VECTOR))
        self.capital_vector = torch.nn.Parameter(torch.zeros(VECTOR))
        self.input_endings = torch.nn.Embedding(classes, ENDING)
        self.output_endings = torch.nn.Embedding(classes, ENDING)
        self.input_projection = torch.nn.Linear(ENDING, VECTOR, bias=False)
        self.output_projection = torch.nn.Linear(ENDING, VECTOR, bias=False)
        self.forward_gru = torch.nn.GRU(VECTOR, READ, batch_first=True)
        self.backward_gru = torch.nn.GRU(VECTOR, READ, batch_first=True)
        self.context_layer = torch.nn.Linear(2 * READ, QUERY)
        self.query_layer = torch.nn.Linear(QUERY, VECTOR)
        self.word_layer = torch.nn.Linear(VECTOR, VECTOR, bias=False)
        self.capital_context = torch.nn.Linear(2 * READ, SMALL)
        self.capital_word = torch.nn.Linear(VECTOR, SMALL, bias=False)
        self.capital_output = torch.nn.Linear(SMALL, 1)
        self.mark_context = torch.nn.Linear(2 * READ, SMALL)
        self.mark_output = torch.nn.Linear(SMALL, len(MARKS))
        for embedding in (self.input_endings, self.output_endings):
            embedding.weight.data.mul_(0.3)
        torch.nn.init.eye_(self.word_layer.weight)

    def inputs(self, tokens: TokenFeatures) -> torch.Tensor:
        """Input vectors, shape ``(…, 300)``."""
        worded = tokens.vectors + self.input_projection(self.input_endings(tokens.endings))
        words = worded + tokens.capitals[..., None] * self.capital_vector
        return torch.where((tokens.endings == 0)[..., None], self.mark_vectors[tokens.marks], words)

    def query_vectors(self, around: torch.Tensor) -> torch.Tensor:
        """The query vectors of gaps, shape ``(n, 300)``."""
        queries: torch.Tensor = self.query_layer(gelu(self.context_layer(around)))
        return queries

    def word_vectors(self, tokens: TokenFeatures) -> torch.Tensor:
        """The vectors of words, ``(…, 300)``; the product with a query vector is a score."""
        endings = self.output_projection(self.output_endings(tokens.endings))
        offered: torch.Tensor = self.word_layer(tokens.vectors) + endings
        return offered

    def capital_log_odds(self, around: torch.Tensor, offered: torch.Tensor) -> torch.Tensor:
        """Log odds that the word in each gap begins with a capital, shape ``(n,)``."""
        odds: torch.Tensor = self.capital_output(
            gelu(self.capital_context(around) + self.capital_word(offered))
        )
        return odds[:, 0]

    def mark_scores(self, around: torch.Tensor) -> torch.Tensor:
        """Scores of the marks, and of none (0), in gaps behind words, shape ``(n, len(MARKS))``."""
        scores: torch.Tensor = self.mark_output(gelu(self.mark_context(around)))
        return scores


def quantise(name: str, weight: NDArray[np.float32]) -> dict[str, NDArray[Any]]:
    """A layer in whole bytes, with the step size of each row."""
    rows = np.atleast_2d(weight)
    steps = np.maximum(np.abs(rows).max(1) / 127.0, 1e-9).astype(np.float32)
    return {name: np.round(rows / steps[:, None]).astype(np.int8), f"{name}.steps": steps}


def restore(network: torch.nn.Module, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Load into a network, for use, the layers that :func:`quantise` stored in bytes."""
    shapes = {name: value.shape for name, value in network.state_dict().items()}
    network.load_state_dict({name: _weight(arrays, name, shape) for name, shape in shapes.items()})
    network.eval()


def _weight(arrays: Mapping[str, NDArray[Any]], name: str, shape: Sequence[int]) -> torch.Tensor:
    rows = arrays[name].astype(np.float32) * arrays[f"{name}.steps"][:, None]
    return torch.from_numpy(rows.reshape(tuple(shape)))
