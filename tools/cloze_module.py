"""The layers of the cloze model (``align/ocr/lm/cloze_network.py``) for training, and how they are stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import gelu

from align.ocr.lm.cloze_network import ENDING, MARKS, QUERY, READ, SMALL, VECTOR
from align.ocr.runtime.layers import restored


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
    layers = restored(arrays)
    shapes = {name: value.shape for name, value in network.state_dict().items()}
    network.load_state_dict(
        {name: torch.from_numpy(layers[name].reshape(tuple(shape))) for name, shape in shapes.items()}
    )
    network.eval()
