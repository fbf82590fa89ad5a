"""The layers of the word matcher (``align/ocr/translation/matcher.py``) for training."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import relu, softplus

from align.ocr.lm.cloze_network import ENDING, READ, VECTOR
from align.ocr.translation.matcher import DISTANCES, ENCODED, KEY, MATCHED


class EncodedTarget(NamedTuple):
    """The words of a translation: ``matched`` ``(…, MATCHED)``, ``keys`` ``(…, KEY)``, ``bias`` ``(…,)``."""

    matched: torch.Tensor
    keys: torch.Tensor
    bias: torch.Tensor


class Matcher(torch.nn.Module):
    """The layers. ``classes``: number of endings, those of the cloze model."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        linear = torch.nn.Linear
        self.form, self.lemma = linear(ENCODED, MATCHED), linear(ENCODED, MATCHED)
        self.word = linear(VECTOR, MATCHED, bias=False)
        self.endings = torch.nn.Embedding(classes, ENDING)
        self.ending = linear(ENDING, MATCHED, bias=False)
        self.target = linear(ENCODED, MATCHED)
        self.target_neighbours = linear(2 * ENCODED, MATCHED, bias=False)
        self.key = linear(ENCODED, KEY)
        self.key_neighbours = linear(2 * ENCODED, KEY, bias=False)
        self.target_bias = linear(ENCODED, 1)
        self.context_query = linear(2 * READ, KEY)
        self.null_score = linear(2 * READ, 1)
        self.position_bias = torch.nn.Parameter(torch.zeros(len(DISTANCES) + 1))
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

    def match_scores(self, candidates: torch.Tensor, matched: torch.Tensor) -> torch.Tensor:
        """Nats by which each candidate matches each word, ``(…, n_candidates, n_target)``."""
        return self.log_scale.exp() * (candidates @ matched.transpose(-1, -2)) - self.threshold

    def alignment_log_odds(
        self,
        contexts: torch.Tensor,
        target: EncodedTarget,
        distances: NDArray[np.float64],
        rivals: torch.Tensor,
    ) -> torch.Tensor:
        """As :meth:`align.ocr.translation.matcher.Matcher.alignment_log_odds`."""
        bias = self.position_bias[torch.from_numpy(np.searchsorted(DISTANCES, distances))]
        attention = (self.context_query(contexts)[:, None] * target.keys).sum(-1) / np.sqrt(KEY)
        free = attention + target.bias + bias - softplus(self.rival_weight) * relu(rivals)
        return torch.cat([self.null_score(contexts), free], 1)


def mixture_log_odds(odds: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
    """Log odds of candidates, ``(…,)``: ``odds`` ``(…, 1 + n_target)``, ``scores`` ``(…, n_target)``."""
    null = odds[..., :1].expand(*scores.shape[:-1], 1)
    return torch.logsumexp(torch.cat([null, odds[..., 1:] + scores], -1), -1)


def _unit(vectors: torch.Tensor) -> torch.Tensor:
    """Vectors of a length near 1; those near 0 stay near 0."""
    near_one: torch.Tensor = vectors / (vectors.norm(dim=-1, keepdim=True) + 0.1)
    return near_one
