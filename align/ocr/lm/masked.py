"""A masked language model of the user, in the place of the shipped n-gram model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from align.errors import ModelError
from align.ocr.lm.ngram import SpanInContext

if TYPE_CHECKING:
    import torch

_REACH = 48
"""Tokens of context read on either side."""
_ROWS = 32
"""Masked copies of a sentence in one pass."""


@dataclass(frozen=True)
class _Probe:
    """One piece of a query to be predicted: the pieces, those that are masked, and its place."""

    query: int
    pieces: tuple[int, ...]
    hidden: tuple[int, ...]
    place: int


@dataclass(frozen=True, eq=False)
class MaskedModel:
    """Pseudo-log-likelihood (Salazar et al. 2020), the pieces of a word predicted from left to right.

    A piece is predicted with the later pieces of its word masked too (Kauf & Ivanova 2023): otherwise they
    would reveal it.
    """

    tokenizer: Any
    model: Any

    @classmethod
    def load(cls, name: str) -> Self:
        """Load by name or folder from this machine; raises ``ModelError`` where there is no such model."""
        from transformers import AutoModelForMaskedLM, AutoTokenizer

        try:
            tokenizer = AutoTokenizer.from_pretrained(name, local_files_only=True)
            model = AutoModelForMaskedLM.from_pretrained(name, local_files_only=True)
        except (OSError, ValueError) as reason:
            raise ModelError(
                f"expected a masked language model on this machine, got {name!r}: "
                "give a folder that transformers can read, or download the model first"
            ) from reason
        if tokenizer.mask_token_id is None or not tokenizer.is_fast:
            raise ModelError(f"expected a masked language model with a fast tokenizer, {name!r} is none")
        return cls(tokenizer, model.eval())

    def log_probabilities(self, queries: Sequence[SpanInContext]) -> NDArray[np.float64]:
        """Natural log of P(words, first two of right | last two of left), ``(len(queries),)``."""
        sums = np.zeros(len(queries))
        probes = (probe for number, query in enumerate(queries) for probe in self._probes(number, query))
        while batch := tuple(islice(probes, _ROWS)):
            np.add.at(sums, [probe.query for probe in batch], self._guesses(batch))
        return sums

    def _probes(self, number: int, query: SpanInContext) -> Iterator[_Probe]:
        """Each piece of the words and of the two tokens after them."""
        left, right = list(query.left)[-_REACH:], list(query.right)[:_REACH]
        encoded = self.tokenizer([*left, *query.words, *right], is_split_into_words=True, truncation=True)
        pieces = tuple(encoded["input_ids"])
        owners = encoded.word_ids()
        scored = range(len(left), len(left) + len(query.words) + min(2, len(right)))
        for place, owner in enumerate(owners):
            if owner in scored:
                hidden = tuple(i for i in range(place, len(pieces)) if owners[i] == owner)
                yield _Probe(number, pieces, hidden, place)

    def _guesses(self, batch: Sequence[_Probe]) -> NDArray[np.float64]:
        """Log probability of each probe's piece."""
        import torch

        width = max(len(probe.pieces) for probe in batch)
        pad = self.tokenizer.pad_token_id or 0
        rows = torch.full((len(batch), width), pad)
        seen = torch.zeros_like(rows)
        for row, probe in enumerate(batch):
            rows[row, : len(probe.pieces)] = torch.tensor(probe.pieces)
            rows[row, list(probe.hidden)] = self.tokenizer.mask_token_id
            seen[row, : len(probe.pieces)] = 1
        with torch.inference_mode():
            scores: torch.Tensor = self.model(input_ids=rows, attention_mask=seen).logits
            places = torch.tensor([probe.place for probe in batch])
            pieces = torch.tensor([probe.pieces[probe.place] for probe in batch])
            chosen = scores[torch.arange(len(batch)), places].log_softmax(-1)
            picked = chosen[torch.arange(len(batch)), pieces]
        return np.asarray(picked.double().numpy())
