"""Fits the score of candidates: a conditional logit, and a layer of units beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar

from align.ocr.features.matrix import FeatureMatrix
from align.ocr.reranker import LogLinearReranker, softmax

PENALTY, PENALTY_OF_UNITS = 6.0, 12.0
PRUNE_BELOW = 1e-5
MIN_NONZERO = 30
"""Candidates for which a feature must not be 0 for its weight to be fitted."""
UNITS, NETS, ROUNDS, STEP = 16, 8, 200, 5e-3
Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Sample:
    """A document's candidates with their features; ``right``: the right one of each slot, -1 unknown."""

    letter: str
    starts: NDArray[np.int64]
    right: NDArray[np.int64]
    features: Mapping[str, Values]

    @property
    def matrix(self) -> FeatureMatrix:
        """The features as the reranker takes them; those that were not computed are 0."""
        return FeatureMatrix(int(self.starts[-1]), self.features)


@dataclass(frozen=True, eq=False)
class Stack:
    """All slots with known truth: ``rows`` of features, the first row of each slot, and the right rows."""

    names: tuple[str, ...]
    rows: Values
    starts: NDArray[np.int64]
    right: NDArray[np.int64]

    @classmethod
    def of(cls, samples: Sequence[Sample]) -> Stack:
        """Slots of one candidate are left out: they do not change the weights."""
        names = tuple(sorted({name for sample in samples for name in sample.features}))
        blocks: list[Values] = []
        starts, right = [0], []
        for sample in samples:
            table = np.stack([sample.matrix.column(name) for name in names], axis=1)
            for site, answer in enumerate(sample.right.tolist()):
                first, last = sample.starts[site : site + 2]
                if answer >= 0 and last - first > 1:
                    blocks.append(table[first:last])
                    right.append(starts[-1] + answer)
                    starts.append(starts[-1] + last - first)
        rows = np.concatenate(blocks)
        rows[:, (rows != 0).sum(axis=0) < MIN_NONZERO] = 0.0
        return cls(names, rows, np.array(starts), np.array(right))

    def pruned(self, scores: Values) -> Stack:
        """Without the candidates that no weights make likely; the observed and the right ones stay."""
        shares = softmax(scores, self.starts)
        kept = shares > PRUNE_BELOW
        kept[self.starts[:-1]] = kept[self.right] = True
        number = np.cumsum(kept) - 1
        starts = np.concatenate(([0], np.cumsum(np.add.reduceat(kept, self.starts[:-1]))))
        return Stack(self.names, self.rows[kept], starts, number[self.right])


def fit_linear(samples: Sequence[Sample]) -> LogLinearReranker:
    """Weights that make the right candidates likeliest, kept small by a quadratic penalty."""
    stack = Stack.of(samples)
    scale = stack.rows.std(axis=0) + 1e-3
    return LogLinearReranker.linear(
        dict(zip(stack.names, (_linear(stack, scale) / scale).tolist(), strict=True))
    )


def _linear(stack: Stack, scale: Values) -> Values:
    rows = stack.rows / scale
    seen = rows[stack.right].sum(axis=0)

    def loss(weights: Values) -> tuple[float, Values]:
        shares = softmax(rows @ weights, stack.starts)
        lost = -np.log(np.maximum(shares[stack.right], 1e-300)).sum()
        return lost + PENALTY * (weights @ weights) / 2, shares @ rows - seen + PENALTY * weights

    start = np.zeros(len(stack.names))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x)


def fit_network(samples: Sequence[Sample]) -> LogLinearReranker:
    """The linear fit, then ``NETS`` layers beside it, each from its own random start, their mean taken."""
    stack = Stack.of(samples)
    scale = stack.rows.std(axis=0) + 1e-3
    start = _linear(stack, scale)
    stack = stack.pruned(stack.rows / scale @ start)
    nets = [_network(stack, scale, start, seed) for seed in range(NETS)]
    linear = np.mean([net[0] for net in nets], axis=0) / scale
    hidden = np.concatenate([net[1] for net in nets], axis=1) / scale[:, None]
    bias, out = (np.concatenate([net[k] for net in nets]) for k in (2, 3))
    return LogLinearReranker(
        dict(zip(stack.names, linear.tolist(), strict=True)),
        dict(zip(stack.names, hidden, strict=True)),
        bias,
        out / NETS,
    )


def _network(stack: Stack, scale: Values, start: Values, seed: int) -> tuple[Values, Values, Values, Values]:
    """Weights of the sum, of features to units ``(n_names, UNITS)``, biases, weights of the units."""
    torch.manual_seed(seed)
    rows = torch.from_numpy((stack.rows / scale).astype(np.float32))
    sites = torch.from_numpy(np.repeat(np.arange(len(stack.right)), np.diff(stack.starts)))
    right = torch.from_numpy(stack.right)
    linear = torch.tensor(start, dtype=torch.float32, requires_grad=True)
    layer, out = torch.nn.Linear(rows.shape[1], UNITS), torch.zeros(UNITS, requires_grad=True)
    optimizer = torch.optim.Adam([linear, out, *layer.parameters()], STEP)
    for _ in range(ROUNDS):
        scores = rows @ linear + (torch.tanh(layer(rows)) - torch.tanh(layer.bias)) @ out
        penalty = PENALTY_OF_UNITS * (out.square().sum() + layer.weight.square().sum() / 2) / 2
        loss = (_lost(scores, sites, right) + penalty) / len(right)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    weights = (linear, layer.weight.T, layer.bias, out)
    first, second, third, last = (tensor.detach().numpy().astype(np.float64) for tensor in weights)
    return first, second, third, last


def _lost(scores: torch.Tensor, sites: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    """Sum of the negative log probabilities of the right candidates."""
    top = torch.zeros(len(right)).scatter_reduce(0, sites, scores.detach(), "amax", include_self=False)
    total = torch.zeros(len(right)).index_add(0, sites, torch.exp(scores - top[sites]))
    return (top + torch.log(total) - scores[right]).sum()


def cooled(reranker: LogLinearReranker, factor: float) -> LogLinearReranker:
    """All scores times ``factor``: less sure below 1 (temperature, Guo et al. 2017)."""
    weights = {name: weight * factor for name, weight in reranker.weights.items()}
    return LogLinearReranker(weights, reranker.hidden, reranker.bias, reranker.out * factor)


def best_factor(scores: Sequence[tuple[Values, Sample]]) -> float:
    """The factor under which candidates that would be applied are as sure as they are right.

    Measured on documents that were left out, at each slot where a candidate is likelier than the observed
    text.
    """
    found = [(values, sample.starts, *_applied(values, sample)) for values, sample in scores]

    def loss(factor: float) -> float:
        total = 0.0
        for values, starts, rows, right in found:
            sure = softmax(values * factor, starts)[rows].clip(1e-12, 1 - 1e-12)
            total -= float(np.log(np.where(right, sure, 1 - sure)).sum())
        return total

    return float(minimize_scalar(loss, bounds=(0.5, 1.5), method="bounded").x)


def _applied(values: Values, sample: Sample) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The rows of candidates that are likelier than the observed text; whether each is right."""
    rows, right = [], []
    for site, answer in enumerate(sample.right.tolist()):
        first, last = sample.starts[site : site + 2].tolist()
        if answer >= 0 and last - first > 2 and (best := int(values[first : last - 1].argmax())):
            rows.append(first + best)
            right.append(best == answer)
    return np.array(rows, np.int64), np.array(right, bool)
