"""Beads that fitted weights predict, how many of them are right, their calibration, and reports of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from alignment_data import Step
from alignment_examples import Example, parted, steps
from numpy.typing import NDArray
from scipy.optimize import minimize

from align.alignment.aligner import ScoredRun, two_runs
from align.alignment.confidence import ConfidenceModel, confidence_columns
from align.alignment.features.document_pair import Columns
from align.alignment.features.registry import NULL_FEATURES, PAIR_FEATURES
from align.alignment.rates import BeadRates
from align.evaluate.beads import BeadScore, score_beads
from align.evaluate.calibration import Calibration
from align.evaluate.gold_bead import GoldBead

MISSED_SCORE = -50.0
"""Log-score of a true bead that the first pass did not find: in the fit it is known, here it is not."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Fitted:
    """Weights of the second pass.

    Attributes:
        first: of its first run, which estimates the rates of the beads; shape ``(features + 2,)``: of
            the features, then those of ``Gaps``.
        fine: of its second run, which knows the rates.
        rates: those of the fitted texts.
    """

    first: Floats
    fine: Floats
    rates: BeadRates

    def runs(self, example: Example) -> tuple[ScoredRun, ScoredRun]:
        """Scores of the candidates and of gaps in both runs."""
        missed = np.where(example.graph.edges.posterior == 0, MISSED_SCORE, 0.0)
        first, second = (
            (example.values @ features + missed, gaps)
            for features, gaps in map(parted, (self.first, self.fine))
        )
        return first, second


@dataclass(frozen=True)
class Beads:
    """Predicted beads.

    Attributes:
        columns: what their confidence is computed from, by name.
        right: which are true beads.
        score: strict and lax counts, as Vecalign's scorer counts them.
    """

    columns: Columns
    right: NDArray[np.bool_]
    score: BeadScore

    @classmethod
    def joined(cls, parts: Sequence[Beads]) -> Beads:
        """Those of several texts."""
        names = parts[0].columns
        return cls(
            {name: np.concatenate([part.columns[name] for part in parts]) for name in names},
            np.concatenate([part.right for part in parts]),
            sum((part.score for part in parts[1:]), start=parts[0].score),
        )


def predict(example: Example, fitted: Fitted) -> Beads:
    """The beads of an example."""
    graph = example.graph
    posterior = two_runs(graph, *fitted.runs(example), fitted.rates)
    chosen = graph.decode(posterior)
    beads = graph.edges.where(np.isin(np.arange(len(graph.edges)), chosen))
    features = {name: values[chosen] for name, values in example.features.items()}
    columns = confidence_columns(example.pair, beads, posterior[chosen], features)
    right = graph.bead_posterior(example.truth.astype(np.float64))[chosen] > 0
    score = score_beads(gold_beads(example.text.path), gold_beads(steps(beads)))
    return Beads(columns, right, score)


def gold_beads(path: Sequence[Step]) -> list[GoldBead]:
    """A path as sets of sentences."""
    return [GoldBead(frozenset(range(i, k)), frozenset(range(j, m))) for (i, j), (k, m) in path]


def calibrate(beads: Beads) -> ConfidenceModel:
    """The logistic model under which the correctness of these beads is likeliest, with a Gaussian prior."""
    names = list(beads.columns)
    columns = np.stack([beads.columns[name] for name in names], axis=1)
    scale = columns.std(axis=0)
    scale[scale == 0] = 1.0
    scaled, sign = columns / scale, np.where(beads.right, -1.0, 1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        wrong = sign * (scaled @ weights)
        value = float(np.logaddexp(0, wrong).sum()) + float(weights @ weights) / 2
        return value, (sign / (1 + np.exp(-wrong))) @ scaled + weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x / scale
    return ConfidenceModel({name: round(float(value), 4) for name, value in zip(names, found, strict=True)})


def report(heading: str, title: str, beads: Beads, model: ConfidenceModel) -> None:
    """Print strict and lax F1 and the calibration error of one set."""
    confidence = model.confidence(beads.columns).tolist()
    error = Calibration(tuple(zip(confidence, beads.right.tolist(), strict=True))).error
    strict, lax = beads.score.strict.f1 or 0.0, beads.score.lax.f1 or 0.0
    print(f"{heading:22} {title:26} strict {strict:.3f}  lax {lax:.3f}  ECE {error:.3f}", flush=True)


def report_weights(weights: dict[str, float]) -> None:
    """Print the weights of each group of features under its label."""
    for group in (*PAIR_FEATURES, *NULL_FEATURES):
        own = {name: weight for name, weight in weights.items() if group.holds(name)}
        print(f"{group.label}: " + ", ".join(f"{name} {weight:+.4f}" for name, weight in own.items()))
