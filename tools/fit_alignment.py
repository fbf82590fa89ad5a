"""Fit the weights of the aligner and its calibration: ``python tools/fit_alignment.py [DATA]``.

A log-linear model over all alignments of a text (a semi-Markov conditional random field; Sarawagi
and Cohen, 2004): the weights make the true alignments likeliest among all candidates, with a
Gaussian prior. Printed are strict F1 and calibration error on what was held out: each set in turn,
and each fifth of each set in turn. The calibration is fitted on the latter.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
from alignment_damage import damaged
from alignment_data import WORN, GoldText, Step, load
from numpy.typing import NDArray
from scipy.optimize import minimize

from align.alignment.aligner import pooled_cosines
from align.alignment.band import Band
from align.alignment.candidates import LEAST, sure
from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair, EncodedSide
from align.alignment.features.matrix import feature_matrix
from align.alignment.gap_edges import with_gaps
from align.alignment.graph import SOURCE_NULL, TARGET_NULL, Gaps, Graph
from align.alignment.posterior import likely_edges
from align.alignment.scoring import PooledScores, shapes_up_to
from align.alignment.weights import ConfidenceModel
from align.embed.cache import CachedEncoder
from align.embed.encoder import load as load_encoder
from align.evaluate import calibration

MAX_BEAD, FOLDS = 8, 5
WEAR = ["furniture", "lost lines", "omitted passages", "other text"]
"""Every text is learned from twice: as it is, and degraded."""

WORN_SHARE = 0.5
"""The weight of a degraded text beside the text as it is."""

MISSED = -50.0
"""Log-score of a true bead that the first pass did not find: known when learning, not when predicting."""

START = {
    "cosine.sized": 12.0,
    "beside.sized": -4.0,
    "length.sized": -0.7,
    "extra": -2.4,
    "both": 0.0,
    "null": -0.8,
}
"""Where the search for candidates begins; what is fitted replaces it."""


@dataclass(frozen=True, eq=False)
class Example:
    """Candidates of one text with their features (shape ``(k, features)``), and which are true.

    ``cosine``: of the pooled vectors, NaN for nulls.
    """

    text: GoldText
    graph: Graph
    values: NDArray[np.float64]
    cosine: NDArray[np.float64]
    truth: NDArray[np.bool_]
    origin: tuple[int, int] = (0, 0)

    @cached_property
    def nulls(self) -> NDArray[np.float64]:
        """Of the true path: nulls after a null of their side, target nulls after a source null."""
        kinds = [link[2] for link, true in zip(self.graph.links, self.truth, strict=True) if true]
        following = Counter(pairwise(kinds))
        runs = following[SOURCE_NULL, SOURCE_NULL] + following[TARGET_NULL, TARGET_NULL]
        return np.array([runs, following[SOURCE_NULL, TARGET_NULL]], dtype=np.float64)

    def part(self, start: NDArray[np.int64], stop: NDArray[np.int64]) -> Example:
        """What lies between two cells of the true path."""
        edges = self.graph.edges
        keep = ((edges.start >= start) & (edges.stop <= stop)).all(axis=1)
        inside = Edges(edges.start[keep] - start, edges.stop[keep] - start, edges.posterior[keep])
        at = (int(start[0]), int(start[1]))
        return Example(self.text, Graph(inside), self.values[keep], self.cosine[keep], self.truth[keep], at)

    def parts(self, count: int) -> list[Example]:
        """Its stretches, each of about as many true beads."""
        path = self.text.path
        cuts = [np.array(path[at * len(path) // count][0]) for at in range(count)] + [np.array(path[-1][1])]
        return [self.part(start, stop) for start, stop in pairwise(cuts)]


def example(
    text: GoldText, material: DocumentPair, edges: Edges, columns: Columns, names: list[str]
) -> Example:
    """The example of a text whose edges hold all true ones."""
    true = set(text.path)
    steps = zip(map(tuple, edges.start.tolist()), map(tuple, edges.stop.tolist()), strict=True)
    truth = np.array([step in true for step in steps])
    values = np.stack([columns[name] for name in names], axis=1)
    return Example(text, Graph(edges), values, pooled_cosines(material, edges), truth)


def with_truth(edges: Edges, path: Sequence[Step]) -> Edges:
    """The edges and all steps of the true path."""
    steps = zip(map(tuple, edges.start.tolist()), map(tuple, edges.stop.tolist()), strict=True)
    known = dict(zip(steps, edges.posterior.tolist(), strict=True))
    every = {step: known.get(step, 0.0) for step in (*known, *path)}
    start, stop = (np.array([step[side] for step in every], dtype=np.int64) for side in (0, 1))
    return Edges.ordered(start, stop, np.array(list(every.values())))


def fit(examples: Sequence[Example], prior: float) -> NDArray[np.float64]:
    """Weights, shape ``(features + 2,)``, the last two of nulls that follow a null (``Gaps``)."""
    scale = np.concatenate([np.concatenate([one.values for one in examples]).std(axis=0), [1.0, 1.0]])
    scale[scale == 0] = 1.0
    size = len(scale) - 2

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        value, slope = prior / 2 * float(weights @ weights), prior * weights
        for one in examples:
            held, true = one.values / scale[:size], one.truth.astype(float)
            found = one.graph.posterior(held @ weights[:size], Gaps(*weights[size:].tolist()))
            nulls = np.array([found.runs, found.turns]) - one.nulls
            share = WORN_SHARE if one.text.worn else 1.0
            value += share * (found.total - float(true @ held @ weights[:size] + one.nulls @ weights[size:]))
            slope += share * np.concatenate([(found.edges - true) @ held, nulls])
        return value, slope

    found = minimize(loss, np.zeros(size + 2), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return np.asarray(found.x / scale)


@dataclass(frozen=True)
class Beads:
    """Predicted beads: posterior, cosine, whether right, and the counts that strict F1 needs."""

    posterior: NDArray[np.float64]
    cosine: NDArray[np.float64]
    right: NDArray[np.bool_]
    pairs_right: int
    pairs_true: int

    @property
    def f1(self) -> float:
        """Strict F1 as Vecalign's scorer counts it."""
        precision, recall = float(self.right.mean()), self.pairs_right / max(self.pairs_true, 1)
        return 2 * precision * recall / max(precision + recall, 1e-9)

    @classmethod
    def joined(cls, found: Sequence[Beads]) -> Beads:
        """Those of several texts, pooled."""
        return cls(
            np.concatenate([one.posterior for one in found]),
            np.concatenate([one.cosine for one in found]),
            np.concatenate([one.right for one in found]),
            sum(one.pairs_right for one in found),
            sum(one.pairs_true for one in found),
        )


def predict(one: Example, weights: NDArray[np.float64]) -> Beads:
    """The beads of an example under some weights."""
    missed = np.where(one.graph.edges.posterior == 0, MISSED, 0.0)
    posterior = one.graph.posterior(one.values @ weights[:-2] + missed, Gaps(*weights[-2:].tolist())).edges
    posterior = one.graph.of_beads(posterior)
    edges = one.graph.edges
    chosen = one.graph.decoded(posterior)
    right = one.graph.of_beads(one.truth.astype(np.float64))[chosen] > 0
    pairs = edges.pairs
    cosine = one.cosine[chosen]
    return Beads(
        posterior[chosen], cosine, right, int((right & pairs[chosen]).sum()), int((one.truth & pairs).sum())
    )


def calibrate(beads: Beads) -> ConfidenceModel:
    """The logistic that makes the posteriors of these beads likeliest (Platt, 1999)."""
    null = np.isnan(beads.cosine)
    odds = np.log(np.clip(beads.posterior, 1e-6, 1 - 1e-6) / (1 - np.clip(beads.posterior, 1e-6, 1 - 1e-6)))
    columns = np.stack([odds, null, ~null, np.nan_to_num(beads.cosine)], axis=1).astype(np.float64)
    sign = np.where(beads.right, -1.0, 1.0)

    def loss(line: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        wrong = sign * (columns @ line)
        return float(np.logaddexp(0, wrong).sum()), (sign / (1 + np.exp(-wrong))) @ columns

    found = minimize(loss, np.array([1.0, 0.0, 0.0, 0.0]), jac=True, method="L-BFGS-B").x
    return ConfidenceModel(*(round(float(value), 4) for value in found))


def coarse_examples(texts: Sequence[GoldText], materials: Sequence[DocumentPair]) -> list[Example]:
    """Candidates of the search that START makes, with what the first pass sees of them."""
    found = []
    for text, material in zip(texts, materials, strict=True):
        edges = with_truth(first_pass(material, START, LEAST / 10), text.path)
        found.append(example(text, material, edges, pooled_features(material, edges), list(START)))
    return found


def pooled_features(material: DocumentPair, edges: Edges) -> Columns:
    """What the weights of the first pass multiply (``PooledScores``), shape ``(k,)`` each."""
    sides = material.source.side, material.target.side
    sums = [
        np.concatenate([np.zeros((1, side.weighted.shape[1])), np.cumsum(side.weighted, axis=0)])
        for side in sides
    ]
    one, other = (held[edges.stop[:, side]] - held[edges.start[:, side]] for side, held in enumerate(sums))
    beside = np.zeros(len(edges))
    for window, side in ((one, 1), (other, 0)):
        padded = np.pad(sides[side].weighted, ((1, 1), (0, 0)))
        for neighbour in (edges.start[:, side], edges.stop[:, side] + 1):
            beside += cosine(window, padded[neighbour]) / 4
    counts = [side.characters for side in sides]
    source, target = (held[edges.stop[:, at]] - held[edges.start[:, at]] for at, held in enumerate(counts))
    pair, total = edges.pairs.astype(np.float64), edges.sizes.sum(axis=1)
    length = np.abs(np.log(target + 5) - np.log(source * material.ratio + 5))
    return {
        "cosine.sized": pair * total / 2 * cosine(one, other),
        "beside.sized": pair * total / 2 * beside,
        "length.sized": pair * total / 2 * length,
        "extra": pair * (total - 2),
        "both": pair * (edges.sizes.min(axis=1) - 1),
        "null": 1 - pair,
    }


def cosine(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Row by row; 0 where one is nothing."""
    norms = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    return np.asarray((one * other).sum(axis=1) / np.maximum(norms, 1e-9))


def first_pass(material: DocumentPair, weights: dict[str, float], least: float) -> Edges:
    """Candidates of a whole text."""
    source, target = material.source.side, material.target.side
    scores = PooledScores(source, target, shapes_up_to(MAX_BEAD), material.ratio, weights)
    edges = likely_edges(Band.full(len(source), len(target)), scores, least)
    return with_gaps(edges, sure(material, edges), (len(source), len(target)))


def held_out(examples: list[Example], prior: float) -> dict[str, Beads]:
    """Of each set, what weights learned from the others predict."""
    groups = sorted({one.text.group for one in examples})
    found = {}
    for group in groups:
        weights = fit([one for one in examples if one.text.group != group], prior)
        for worn in ("", WORN):
            mine = [one for one in examples if (one.text.group, one.text.worn) == (group, worn)]
            found[group + worn] = Beads.joined([predict(one, weights) for one in mine])
    return found


def folded(examples: list[Example], prior: float) -> dict[str, Beads]:
    """Of each set, what weights learned from the other sets and the other four fifths of it predict."""
    parts = [one.parts(FOLDS) if len(one.text.path) > 90 else [one] for one in examples]
    predicted: dict[str, list[Beads]] = {}
    for fold in range(FOLDS):
        held = [
            (at * 7 + number) % FOLDS == fold for at, some in enumerate(parts) for number in range(len(some))
        ]
        flat = [one for some in parts for one in some]
        weights = fit([one for one, out in zip(flat, held, strict=True) if not out], prior)
        for one, out in zip(flat, held, strict=True):
            if out:
                predicted.setdefault(one.text.group + one.text.worn, []).append(predict(one, weights))
    return {group: Beads.joined(found) for group, found in predicted.items()}


def report(title: str, found: dict[str, Beads], line: ConfidenceModel) -> None:
    """Strict F1 and calibration error of each set and of all."""
    russian = Beads.joined([beads for group, beads in found.items() if group.endswith("ru-en")])
    plain = Beads.joined([beads for group, beads in found.items() if not group.endswith(WORN)])
    both = {"five ru-en sets": russian, "all but worn": plain, "all": Beads.joined(list(found.values()))}
    for group, beads in (found | both).items():
        confidence = line.confidence(beads.posterior, beads.cosine).tolist()
        means = calibration.Calibration(tuple(zip(confidence, beads.right.tolist(), strict=True)))
        print(f"{title:14} {group:30} F1 {beads.f1:.4f}  ECE {means.error:.3f}")


def main() -> None:
    """Fit, print what was held out, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--output", type=Path, default=Path("align/alignment/weights.json"))
    parser.add_argument("--prior", type=float, default=2.0, help="inverse variance of the weights")
    options = parser.parse_args()
    encoder = CachedEncoder(load_encoder())
    texts = load(options.data)
    texts += [damaged(text, WEAR).text for text in texts]
    materials = [
        DocumentPair.of(
            *(EncodedSide.of(side, encoder.encode(side), MAX_BEAD) for side in (text.source, text.target)),
            encoder,
        )
        for text in texts
    ]
    coarse = dict(
        zip(START, fit(coarse_examples(texts, materials), options.prior / 25)[:-2].tolist(), strict=True)
    )
    examples, names = [], list[str]()
    for text, material in zip(texts, materials, strict=True):
        edges = with_truth(first_pass(material, coarse, LEAST), text.path)
        columns = feature_matrix(material, edges)
        names = names or list(columns)
        examples.append(example(text, material, edges, columns, names))
    out_of_fold = folded(examples, options.prior)
    line = calibrate(Beads.joined(list(out_of_fold.values())))
    report("set held out", held_out(examples, options.prior), line)
    report("fifth held out", out_of_fold, line)
    weights = fit(examples, options.prior)
    write(
        options,
        coarse,
        dict(zip([*names, "extend", "switch"], weights.tolist(), strict=True)),
        line,
        encoder.sha256,
    )


def write(
    options: argparse.Namespace,
    coarse: dict[str, float],
    fine: dict[str, float],
    line: ConfidenceModel,
    encoder: str,
) -> None:
    """The weights, and how they were made."""
    files = sorted(path for path in options.data.glob("*-dev/**/*") if path.is_file())
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    held = {
        "signature": {"tool": "fit_alignment", "prior": options.prior, "data": digest, "encoder": encoder},
        "coarse": {name: round(value, 4) for name, value in coarse.items()},
        "gaps": {name: round(fine.pop(name), 4) for name in ("extend", "switch")},
        "fine": {name: round(value, 4) for name, value in fine.items()},
        "calibration": asdict(line),
    }
    options.output.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
