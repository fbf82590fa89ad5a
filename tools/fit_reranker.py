"""Fits the score of readings: a conditional logit, and a small layer of units beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar

from align.ocr.reranker import LogLinearReranker, softmax

PENALTY, PENALTY_OF_UNITS = 6.0, 12.0
HOPELESS = 1e-5
FEWEST = 30
"""Readings that must show a kind of evidence before anything is learned of it."""
UNITS, NETS, ROUNDS, STEP = 16, 8, 200, 5e-3
Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Sample:
    """A document's readings with their evidence; ``right``: the right one at each site, -1 unknown."""

    letter: str
    starts: NDArray[np.int64]
    right: NDArray[np.int64]
    evidence: Mapping[str, Values]


@dataclass(frozen=True, eq=False)
class Stack:
    """All sites with a known answer: ``rows`` of evidence, where each site begins, and the right rows."""

    names: tuple[str, ...]
    rows: Values
    starts: NDArray[np.int64]
    right: NDArray[np.int64]

    @classmethod
    def of(cls, samples: Sequence[Sample]) -> Stack:
        """Sites that nobody can doubt say nothing and are left out."""
        names = tuple(sorted(samples[0].evidence))
        blocks: list[Values] = []
        starts, right = [0], []
        for sample in samples:
            table = np.stack([sample.evidence[name] for name in names], axis=1)
            for site, answer in enumerate(sample.right.tolist()):
                first, last = sample.starts[site : site + 2]
                if answer >= 0 and last - first > 1:
                    blocks.append(table[first:last])
                    right.append(starts[-1] + answer)
                    starts.append(starts[-1] + last - first)
        rows = np.concatenate(blocks)
        rows[:, (rows != 0).sum(axis=0) < FEWEST] = 0.0
        return cls(names, rows, np.array(starts), np.array(right))

    def likely(self, scores: Values) -> Stack:
        """Without the readings that no weights will make likely; what was read and what is right stay."""
        shares = softmax(scores, self.starts)
        kept = shares > HOPELESS
        kept[self.starts[:-1]] = kept[self.right] = True
        number = np.cumsum(kept) - 1
        starts = np.concatenate(([0], np.cumsum(np.add.reduceat(kept, self.starts[:-1]))))
        return Stack(self.names, self.rows[kept], starts, number[self.right])


def fit_linear(samples: Sequence[Sample]) -> LogLinearReranker:
    """Weights that make the right readings likeliest, kept small by a quadratic penalty."""
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
    stack = stack.likely(stack.rows / scale @ start)
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
    """Weights of the sum, of evidence to units ``(n_names, UNITS)``, biases, weights of the units."""
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
    """Sum of the negative log probabilities of the right readings."""
    top = torch.zeros(len(right)).scatter_reduce(0, sites, scores.detach(), "amax", include_self=False)
    total = torch.zeros(len(right)).index_add(0, sites, torch.exp(scores - top[sites]))
    return (top + torch.log(total) - scores[right]).sum()


def cooled(fusion: LogLinearReranker, factor: float) -> LogLinearReranker:
    """All scores times ``factor``: less sure below 1 (temperature, Guo et al. 2017)."""
    weights = {name: weight * factor for name, weight in fusion.weights.items()}
    return LogLinearReranker(weights, fusion.hidden, fusion.bias, fusion.out * factor)


def best_factor(scores: Sequence[tuple[Values, Sample]]) -> float:
    """The factor under which readings that would be applied are as sure as they are right.

    Asked of documents that were left out, of each place where a reading is likelier than what was read.
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
    """The rows of proposed readings that are likelier than what was read; whether each is right."""
    rows, right = [], []
    for site, answer in enumerate(sample.right.tolist()):
        first, last = sample.starts[site : site + 2].tolist()
        if answer >= 0 and last - first > 2 and (best := int(values[first : last - 1].argmax())):
            rows.append(first + best)
            right.append(best == answer)
    return np.array(rows, np.int64), np.array(right, bool)
