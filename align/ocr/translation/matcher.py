"""Which words of the translation call for a word in a gap of the original.

A candidate is matched with every word of the translation: by the vectors of both (the encoder's of single
words, navec's) and by its ending, which says what *was* or *of* beside a word may call for. How likely a
word of the translation is answered in this gap is told by what stands around the gap, by where the two
stand, and by whether another word of the original answers it. All of them, and nothing at all, are summed:
the mixture of IBM's model 2 (Brown et al. 1993), its parts learned. ``tools/learn_word_match.py`` learns it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import relu, softplus

from align.ocr.lm.cloze_network import ENDING, READ, VECTOR, restore

_DATA = Path(__file__).parents[1] / "data/word_match.npz"

ENCODED = 512
"""Numbers of the encoder's vectors."""
MATCHED, ASKED = 256, 64
PLACES = (-0.5, -0.3, -0.2, -0.12, -0.06, -0.02, 0.02, 0.06, 0.12, 0.2, 0.3, 0.5)
"""Where a gap stands in its text less where a word stands in the other, both as fractions: bounds of bins."""
NOT_A_WORD = -20.0
"""Strength of what is no word."""


class EncodedTarget(NamedTuple):
    """The words of a translation as they are asked: ``(…, MATCHED)``, ``(…, ASKED)`` and ``(…,)``."""

    matched: torch.Tensor
    asked: torch.Tensor
    usual: torch.Tensor


class Matcher(torch.nn.Module):
    """The layers. ``classes``: of endings, the gap model's."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        linear = torch.nn.Linear
        self.form, self.lemma = linear(ENCODED, MATCHED), linear(ENCODED, MATCHED)
        self.word = linear(VECTOR, MATCHED, bias=False)
        self.endings = torch.nn.Embedding(classes, ENDING)
        self.ending = linear(ENDING, MATCHED, bias=False)
        self.target = linear(ENCODED, MATCHED)
        self.target_neighbours = linear(2 * ENCODED, MATCHED, bias=False)
        self.key = linear(ENCODED, ASKED)
        self.key_neighbours = linear(2 * ENCODED, ASKED, bias=False)
        self.target_bias = linear(ENCODED, 1)
        self.context_query = linear(2 * READ, ASKED)
        self.null_score = linear(2 * READ, 1)
        self.position_bias = torch.nn.Parameter(torch.zeros(len(PLACES) + 1))
        self.log_scale = torch.nn.Parameter(torch.tensor(2.0))
        self.threshold = torch.nn.Parameter(torch.tensor(4.0))
        self.rival_weight = torch.nn.Parameter(torch.tensor(-0.5))
        for layer in (self.word, self.target_neighbours, self.key_neighbours):
            layer.weight.data.zero_()
        for weights in (self.endings.weight, self.context_query.weight):
            weights.data.mul_(0.1)

    def encode_candidates(
        self, vectors: torch.Tensor, endings: torch.Tensor, encoded: torch.Tensor
    ) -> torch.Tensor:
        """Candidates, ``(…, MATCHED)``: navec's vectors, classes of endings, and ``(…, 2, ENCODED)``.

        The last are the encoder's vectors of the form and of its dictionary form.
        """
        whole = self.form(encoded[..., 0, :]) + self.lemma(encoded[..., 1, :]) + self.word(vectors)
        return _unit(whole) + torch.as_tensor(self.ending(self.endings(endings)))

    def encode_target(self, encoded: torch.Tensor) -> EncodedTarget:
        """The words of translations, each with its neighbours; vectors of single words, ``(…, n, 512)``."""
        edge = torch.zeros_like(encoded[..., :1, :])
        before = torch.cat([edge, encoded[..., :-1, :]], -2)
        beside = torch.cat([before, torch.cat([encoded[..., 1:, :], edge], -2)], -1)
        return EncodedTarget(
            _unit(self.target(encoded)) + self.target_neighbours(beside),
            self.key(encoded) + self.key_neighbours(beside),
            self.target_bias(encoded)[..., 0],
        )

    def match_scores(self, offers: torch.Tensor, matched: torch.Tensor) -> torch.Tensor:
        """Nats by which each candidate goes with each word better than nothing, ``(…, n_offers, n_said)``."""
        return self.log_scale.exp() * (offers @ matched.transpose(-1, -2)) - self.threshold

    def alignment_log_odds(
        self, around: torch.Tensor, said: EncodedTarget, apart: NDArray[np.float64], taken: torch.Tensor
    ) -> torch.Tensor:
        """Log odds that each gap is answered by nothing, or by each word, ``(n_gaps, 1 + n_said)``.

        ``around``: ``(n_gaps, 2 * READ)``; ``said``: ``(n_gaps or 1, n_said, …)``; ``apart``: where the gap
        stands less where the word does; ``taken``: the best strength of another word of the original.
        """
        places = self.position_bias[torch.from_numpy(np.searchsorted(PLACES, apart))]
        wanted = (self.context_query(around)[:, None] * said.asked).sum(-1) / np.sqrt(ASKED)
        free = wanted + said.usual + places - softplus(self.rival_weight) * relu(taken)
        return torch.cat([self.null_score(around), free], 1)

    @classmethod
    def load(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """From the shipped file."""
        matcher = cls(json.loads(arrays["signature"].tobytes())["classes"])
        restore(matcher, arrays)
        return matcher


def mixture_log_odds(odds: torch.Tensor, strengths: torch.Tensor) -> torch.Tensor:
    """Log odds of candidates, ``(…,)``: ``odds`` ``(…, 1 + n_said)``, ``strengths`` ``(…, n_said)``."""
    nothing = odds[..., :1].expand(*strengths.shape[:-1], 1)
    return torch.logsumexp(torch.cat([nothing, odds[..., 1:] + strengths], -1), -1)


def _unit(vectors: torch.Tensor) -> torch.Tensor:
    """Of length near 1; what is nearly nothing stays so."""
    near_one: torch.Tensor = vectors / (vectors.norm(dim=-1, keepdim=True) + 0.1)
    return near_one


def load(languages: tuple[str, str]) -> Matcher | None:
    """The matcher of Russian originals and English translations; ``None`` for other pairs."""
    if languages != ("ru", "en"):
        return None
    with np.load(_DATA) as arrays:
        return Matcher.load(arrays)
