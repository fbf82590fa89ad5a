"""Fit the weights of the aligner and its calibration: ``python tools/fit_alignment.py [DATA]``.

A log-linear model over all alignments of a text (a semi-Markov conditional random field; Sarawagi and Cohen,
2004): the weights make the true alignments likeliest among all candidates, with a Gaussian prior. The
features are those of ``align.alignment.features.registry``. Printed are strict F1 and calibration error on
held-out texts (each set in turn, and each fifth of each set in turn), then the weights, group by group. The
calibration is fitted on the held-out fifths.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from alignment_damage import damaged
from alignment_data import DAMAGED, GoldText, load
from alignment_examples import MAX_BEAD, Example, Floats, first_pass, pooled_features, with_truth
from alignment_predictions import Beads, calibrate, predict, report, report_weights
from scipy.optimize import minimize

from align.alignment.candidates import MIN_POSTERIOR
from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.alignment.features.matrix import feature_matrix
from align.alignment.graph import Gaps
from align.alignment.weights import ConfidenceModel
from align.embed.cache import CachedEncoder
from align.embed.encoder import Encoder
from align.embed.encoder import load as load_encoder

FOLDS = 5
MIN_FOLDED = 90
"""True beads that a text has more of where it is divided into folds; a shorter one is one fold."""

DAMAGE = ["furniture", "lost lines", "omitted passages", "other text"]
"""Every text is used twice: as it is, and with this damage."""

DAMAGED_SHARE = 0.5
"""Weight of a damaged text, where that of an undamaged one is 1."""

COARSE_PRIOR = 25
"""How much weaker the prior of the first pass's weights is."""

COARSE_START = {
    "cosine.sized": 12.0,
    "beside.sized": -4.0,
    "length.sized": -0.7,
    "extra": -2.4,
    "both": 0.0,
    "null": -0.8,
}
"""Weights of the first pass that the candidates for fitting its weights come from."""


def fit(examples: Sequence[Example], prior: float) -> Floats:
    """Weights, shape ``(features + 2,)``: of the features, then those of ``Gaps``."""
    scale = np.concatenate([np.concatenate([one.values for one in examples]).std(axis=0), [1.0, 1.0]])
    scale[scale == 0] = 1.0

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, slope = prior / 2 * float(weights @ weights), prior * weights
        for example in examples:
            share = DAMAGED_SHARE if example.text.is_damaged else 1.0
            own_value, own_slope = _loss(example, weights, scale)
            value += share * own_value
            slope += share * own_slope
        return value, slope

    start = np.zeros(len(scale))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return np.asarray(found.x / scale)


def _loss(example: Example, weights: Floats, scale: Floats) -> tuple[float, Floats]:
    """Negative log-probability of the true alignment and its gradient; ``weights``: of scaled features."""
    values, true = example.values / scale[:-2], example.truth.astype(float)
    own, gaps = weights[:-2], weights[-2:]
    found = example.graph.posterior(values @ own, Gaps(*gaps.tolist()))
    nulls = np.array([found.extensions, found.switches]) - example.nulls
    value = found.total - float(true @ values @ own + example.nulls @ gaps)
    return value, np.concatenate([(found.edges - true) @ values, nulls])


def held_out(examples: list[Example], prior: float) -> dict[str, Beads]:
    """Of each set, what weights fitted on the others predict."""
    found = {}
    for group in sorted({example.text.group for example in examples}):
        weights = fit([example for example in examples if example.text.group != group], prior)
        own = [example for example in examples if example.text.group == group]
        for title in (group, group + DAMAGED):
            found[title] = Beads.joined([predict(one, weights) for one in own if _title(one.text) == title])
    return found


def folded(examples: list[Example], prior: float) -> dict[str, Beads]:
    """Of each set, what weights fitted on the other sets and the other four fifths of it predict."""
    parts = [one.parts(FOLDS) if len(one.text.path) > MIN_FOLDED else [one] for one in examples]
    flat = [part for some in parts for part in some]
    folds = [(at * 7 + number) % FOLDS for at, some in enumerate(parts) for number in range(len(some))]
    predicted: dict[str, list[Beads]] = {}
    for fold in range(FOLDS):
        weights = fit([part for part, own in zip(flat, folds, strict=True) if own != fold], prior)
        for part, own in zip(flat, folds, strict=True):
            if own == fold:
                predicted.setdefault(_title(part.text), []).append(predict(part, weights))
    return {title: Beads.joined(found) for title, found in predicted.items()}


def _title(text: GoldText) -> str:
    """The set of a text, damaged or not."""
    return text.group + (DAMAGED if text.is_damaged else "")


def document_pairs(texts: Sequence[GoldText], encoder: Encoder) -> list[DocumentPair]:
    """The texts, encoded."""
    return [
        DocumentPair.of(
            EncodedSide.of(text.source, encoder.encode(text.source), MAX_BEAD),
            EncodedSide.of(text.target, encoder.encode(text.target), MAX_BEAD),
            encoder,
        )
        for text in texts
    ]


def coarse_weights(
    texts: Sequence[GoldText], pairs: Sequence[DocumentPair], prior: float, start: dict[str, float]
) -> dict[str, float]:
    """The weights of the first pass, fitted on the candidates that the weights ``start`` find."""
    examples = []
    for text, pair in zip(texts, pairs, strict=True):
        edges = with_truth(first_pass(pair, start, MIN_POSTERIOR / 10), text.path)
        columns = pooled_features(pair, edges)
        examples.append(Example.of(text, pair, edges, columns, list(start)))
    weights = fit(examples, prior / COARSE_PRIOR)[:-2]
    return dict(zip(start, weights.tolist(), strict=True))


def fine_examples(
    texts: Sequence[GoldText],
    pairs: Sequence[DocumentPair],
    coarse: dict[str, float],
    least: float = MIN_POSTERIOR,
) -> tuple[list[Example], list[str]]:
    """The candidates of the first pass (posterior ``least``) with all features, and the features' names."""
    examples, names = [], list[str]()
    for text, pair in zip(texts, pairs, strict=True):
        edges = with_truth(first_pass(pair, coarse, least), text.path)
        columns = feature_matrix(pair, edges)
        names = names or list(columns)
        examples.append(Example.of(text, pair, edges, columns, names))
    return examples, names


def main() -> None:
    """Fit, print what was held out, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--output", type=Path, default=Path("align/alignment/weights.json"))
    parser.add_argument("--prior", type=float, default=2.0, help="inverse variance of the weights")
    options = parser.parse_args()
    encoder = CachedEncoder(load_encoder())
    texts = load(options.data)
    texts += [damaged(text, DAMAGE).text for text in texts]
    pairs = document_pairs(texts, encoder)
    coarse = coarse_weights(texts, pairs, options.prior, COARSE_START)
    examples, names = fine_examples(texts, pairs, coarse)
    out_of_fold = folded(examples, options.prior)
    line = calibrate(Beads.joined(list(out_of_fold.values())))
    report("set held out", held_out(examples, options.prior), line)
    report("fifth held out", out_of_fold, line)
    weights = fit(examples, options.prior).tolist()
    fine, gaps = dict(zip(names, weights[:-2], strict=True)), Gaps(*weights[-2:])
    report_weights(fine)
    write(options, coarse, fine, gaps, line, encoder.sha256)


def write(
    options: argparse.Namespace,
    coarse: dict[str, float],
    fine: dict[str, float],
    gaps: Gaps,
    line: ConfidenceModel,
    encoder: str | None,
) -> None:
    """Write the weights, and what they were fitted with."""
    files = sorted(path for path in options.data.glob("*-dev/**/*") if path.is_file())
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    weights = {
        "signature": {"tool": "fit_alignment", "prior": options.prior, "data": digest, "encoder": encoder},
        "coarse": _rounded(coarse),
        "gaps": _rounded(asdict(gaps)),
        "fine": _rounded(fine),
        "calibration": asdict(line),
    }
    options.output.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")


def _rounded(weights: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in weights.items()}


if __name__ == "__main__":
    main()
