"""Beads that fitted weights predict, how many of them are right, their calibration, and reports of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from alignment_data import DAMAGED
from alignment_examples import Example
from numpy.typing import NDArray
from scipy.optimize import minimize

from align.alignment.features.registry import NULL_FEATURES, PAIR_FEATURES
from align.alignment.graph import Gaps
from align.alignment.weights import ConfidenceModel
from align.evaluate import calibration

MISSED_SCORE = -50.0
"""Log-score of a true bead that the first pass did not find: in the fit it is known, here it is not."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Beads:
    """Predicted beads.

    Attributes:
        posterior: of each, fraction 0-1.
        cosine: of their two sides, NaN for nulls.
        right: which are true beads.
        pairs_right: number of true pairs among them.
        pairs_true: number of true pairs in the text.
    """

    posterior: Floats
    cosine: Floats
    right: NDArray[np.bool_]
    pairs_right: int
    pairs_true: int

    @property
    def f1(self) -> float:
        """Strict F1, fraction 0-1, as Vecalign's scorer counts it."""
        precision, recall = float(self.right.mean()), self.pairs_right / max(self.pairs_true, 1)
        return 2 * precision * recall / max(precision + recall, 1e-9)

    @classmethod
    def joined(cls, parts: Sequence[Beads]) -> Beads:
        """Those of several texts."""
        return cls(
            np.concatenate([part.posterior for part in parts]),
            np.concatenate([part.cosine for part in parts]),
            np.concatenate([part.right for part in parts]),
            sum(part.pairs_right for part in parts),
            sum(part.pairs_true for part in parts),
        )


def predict(example: Example, weights: Floats) -> Beads:
    """The beads of an example; ``weights``: of its features, then those of ``Gaps``."""
    graph = example.graph
    missed = np.where(graph.edges.posterior == 0, MISSED_SCORE, 0.0)
    scores = example.values @ weights[:-2] + missed
    posterior = graph.bead_posterior(graph.posterior(scores, Gaps(*weights[-2:].tolist())).edges)
    chosen = graph.decode(posterior)
    right = graph.bead_posterior(example.truth.astype(np.float64))[chosen] > 0
    pairs = graph.edges.pairs
    return Beads(
        posterior[chosen],
        example.cosine[chosen],
        right,
        int((right & pairs[chosen]).sum()),
        int((example.truth & pairs).sum()),
    )


def calibrate(beads: Beads) -> ConfidenceModel:
    """The logistic model under which the correctness of these beads is likeliest (Platt, 1999)."""
    null = np.isnan(beads.cosine)
    inside = np.clip(beads.posterior, 1e-6, 1 - 1e-6)
    columns = np.stack([np.log(inside / (1 - inside)), null, ~null, np.nan_to_num(beads.cosine)], axis=1)
    columns = columns.astype(np.float64)
    sign = np.where(beads.right, -1.0, 1.0)

    def loss(line: Floats) -> tuple[float, Floats]:
        wrong = sign * (columns @ line)
        return float(np.logaddexp(0, wrong).sum()), (sign / (1 + np.exp(-wrong))) @ columns

    found = minimize(loss, np.array([1.0, 0.0, 0.0, 0.0]), jac=True, method="L-BFGS-B").x
    return ConfidenceModel(*(round(float(value), 4) for value in found))


def report(heading: str, found: dict[str, Beads], line: ConfidenceModel) -> None:
    """Print strict F1 and calibration error of each set and of all."""
    russian = Beads.joined([beads for title, beads in found.items() if title.endswith("ru-en")])
    undamaged = Beads.joined([beads for title, beads in found.items() if not title.endswith(DAMAGED)])
    every = Beads.joined(list(found.values()))
    totals = {"five ru-en sets": russian, "all undamaged": undamaged, "all": every}
    for title, beads in (found | totals).items():
        confidence = line.confidence(beads.posterior, beads.cosine).tolist()
        means = calibration.Calibration(tuple(zip(confidence, beads.right.tolist(), strict=True)))
        print(f"{heading:14} {title:30} F1 {beads.f1:.4f}  ECE {means.error:.3f}")


def report_weights(weights: dict[str, float]) -> None:
    """Print the weights of each group of features under its label."""
    for group in (*PAIR_FEATURES, *NULL_FEATURES):
        own = {name: weight for name, weight in weights.items() if group.holds(name)}
        print(f"{group.label}: " + ", ".join(f"{name} {weight:+.4f}" for name, weight in own.items()))
