"""Fit the weights of the aligner and its confidence: ``python tools/fit_alignment.py [DATA]``.

A log-linear model over all alignments of a text (a semi-Markov conditional random field; Sarawagi and Cohen,
2004): the weights make the true alignments likeliest among all candidates, with a Gaussian prior. The
features are those of ``align.alignment.features.registry``. The rates of the types of beads in each text and
region are estimated by weights that are fitted first, without rates; the final weights are fitted with these
estimates, as the aligner uses them.

Every set is left out in turn, and every genre. Printed are strict and lax F1 and the calibration error of
what the others' weights predict there; the confidence model is fitted without it, too. The final confidence
model is fitted on all these predictions. ``--left-out FOLDER`` writes the weights without each set, for
``tests/benchmarks/peers.py --weights FOLDER``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from alignment_damage import (
    Damage,
    damaged,
    doubled_lines,
    furniture,
    lost_lines,
    omitted_passages,
    unrelated_passages,
)
from alignment_data import GoldText, Step, load
from alignment_examples import MAX_BEAD, Example, Floats, first_pass, parted, pooled_features, with_truth
from alignment_paths import posterior
from alignment_predictions import Beads, Fitted, calibrate, predict, report, report_weights
from alignment_resplit import resplit
from numpy.typing import NDArray
from scipy.optimize import minimize

from align.alignment.candidates import MIN_POSTERIOR
from align.alignment.confidence import ConfidenceModel
from align.alignment.features.document_pair import DocumentPair
from align.alignment.features.matrix import ALL_GROUPS, feature_matrix
from align.alignment.rates import TYPES, BeadRates
from align.embed.cache import CachedEncoder
from align.embed.encoder import Encoder
from align.embed.encoder import load as load_encoder

VARIANTS: tuple[tuple[float, int, tuple[Damage, ...]], ...] = (
    (1.0, 0, ()),
    (0.5, 0, (furniture, lost_lines, omitted_passages, unrelated_passages)),
    (0.2, 0, (resplit,)),
    (0.2, 1, (resplit, lost_lines, doubled_lines, omitted_passages)),
)
"""Every text is used so often: the weight in the fit, the seed, and what is done to it."""

UNKNOWN_LANGUAGES = ("cs-no",)
"""Pairs of languages that the encoder does not know: ``fit_spelling.py`` uses them."""

GENRES = {
    "fiction": ("anna-karenina", "chekhov", "novel"),
    "law and programme": ("udhr", "manifesto"),
    "books and articles": ("stallman", "poznan", "textberg"),
    "news, OCR": ("ocr-dev",),
}
"""Beginnings of the names of the sets of each genre."""

UNIFORM = 0.01
"""Fraction of the rates that is the same for each type, so that none is 0."""

FIRST_ROUNDS, NEAR_ROUNDS = 150, 40
"""Steps of the optimiser, from nothing and from weights of a few more texts."""

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


@dataclass(frozen=True, eq=False)
class Task:
    """What is fitted: the examples and the names of their features, and the weight of the prior.

    Attributes:
        examples: of all texts and variants.
        shares: weight of each example.
        names: of the features.
        prior: inverse variance of the weights.
    """

    examples: Sequence[Example]
    shares: Sequence[float]
    names: Sequence[str]
    prior: float

    def where(self, keep: Sequence[bool]) -> Task:
        """Some of the examples."""
        kept = [at for at, is_kept in enumerate(keep) if is_kept]
        shares = [self.shares[at] for at in kept]
        return Task([self.examples[at] for at in kept], shares, self.names, self.prior)

    def without(self, groups: Sequence[str]) -> Task:
        """Without some sets."""
        return self.where([example.text.group not in groups for example in self.examples])


def fit(task: Task, start: Floats | None = None) -> Floats:
    """Weights, shape ``(features + 2,)``: of the features, then those of ``Gaps``; ``start``: near them."""
    examples = task.examples
    scale = np.concatenate([np.concatenate([one.values for one in examples]).std(axis=0), [1.0, 1.0]])
    scale[scale == 0] = 1.0
    scaled = [(one.values / scale[:-2]).astype(np.float32) for one in examples]

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, slope = task.prior / 2 * float(weights @ weights), task.prior * weights
        for example, values, share in zip(examples, scaled, task.shares, strict=True):
            own_value, own_slope = _loss(example, values, weights)
            value += share * own_value
            slope += share * own_slope
        return value, slope

    first = np.zeros(len(scale)) if start is None else start * scale
    rounds = FIRST_ROUNDS if start is None else NEAR_ROUNDS
    found = minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return np.asarray(found.x / scale)


def _loss(example: Example, values: NDArray[np.float32], weights: Floats) -> tuple[float, Floats]:
    """Negative log-probability of the true alignment and its gradient; ``weights``: of scaled features."""
    (own, gaps), true = parted(weights), example.truth
    scores = (values @ own.astype(np.float32)).astype(np.float64) + example.offsets
    found = posterior(example.links, scores, gaps)
    nulls = np.array([found.extensions, found.switches]) - example.nulls
    slope = (found.edges - true).astype(np.float32) @ values
    return found.total - float(scores[true].sum() + example.nulls @ weights[-2:]), np.concatenate(
        [slope, nulls]
    )


def fitted(task: Task, near: Fitted | None = None) -> Fitted:
    """The weights of the second pass; ``near``: weights of a few more texts."""
    rates = bead_rates(task.examples)
    first = fit(task, near.first if near else None)
    at_rates = [one.at_rates(rates, first) for one in task.examples]
    fine = fit(Task(at_rates, task.shares, task.names, task.prior), near.fine if near else None)
    return Fitted(first, fine, rates)


def bead_rates(examples: Sequence[Example]) -> BeadRates:
    """Mean rates of the types of beads in the texts as they are."""
    types = np.mean([one.types for one in examples if not one.text.is_damaged], axis=0)
    rates = (1 - UNIFORM) * types + UNIFORM / len(TYPES)
    return BeadRates(np.round(rates / rates.sum(), 5))


def left_out(task: Task, every: Fitted, groups: Sequence[str]) -> tuple[Fitted, list[tuple[Example, Beads]]]:
    """Weights fitted without some sets, and what they predict there; ``every``: those of all sets."""
    weights = fitted(task.without(groups), every)
    own = [example for example in task.examples if example.text.group in groups]
    return weights, [(example, predict(example, weights)) for example in own]


def print_left_out(
    found: Sequence[tuple[Example, Beads]], others: Sequence[tuple[Example, Beads]], heading: str
) -> None:
    """Print what was predicted of sets that were left out; the confidence model is that of the other sets.

    Args:
        found: texts of the sets, and what was predicted of them.
        others: the same of all sets, each left out alone.
        heading: printed before each set.
    """
    groups = {example.text.group for example, _ in found}
    model = confidence_without(others, groups)
    for group in sorted(groups):
        own = [beads for example, beads in found if _is_undamaged(example, group)]
        report(heading, group, Beads.joined(own), model)


def _is_undamaged(example: Example, group: str) -> bool:
    return example.text.group == group and not example.text.is_damaged


def confidence_without(found: Sequence[tuple[Example, Beads]], groups: AbstractSet[str]) -> ConfidenceModel:
    """The confidence model of what was predicted of the other sets."""
    return calibrate(Beads.joined([beads for example, beads in found if example.text.group not in groups]))


def document_pairs(texts: Sequence[GoldText], encoder: Encoder) -> list[DocumentPair]:
    """The texts, encoded."""
    return [
        DocumentPair.whitened(
            (text.source, text.target),
            (encoder.encode(text.source), encoder.encode(text.target)),
            encoder,
            MAX_BEAD,
        )
        for text in texts
    ]


def coarse_weights(
    texts: Sequence[GoldText], pairs: Sequence[DocumentPair], start: dict[str, float], prior: float
) -> dict[str, float]:
    """The weights of the first pass, fitted on the candidates that ``start`` finds."""
    examples = []
    for text, pair in zip(texts, pairs, strict=True):
        edges = with_truth(first_pass(pair, start, MIN_POSTERIOR / 10), text.path)
        columns = pooled_features(pair, edges)
        examples.append(Example.of(text, pair, edges, columns, list(start)))
    shares = [0.5 if text.is_damaged else 1.0 for text in texts]
    weights = fit(Task(examples, shares, list(start), prior / COARSE_PRIOR))[:-2]
    return dict(zip(start, weights.tolist(), strict=True))


def fine_examples(
    texts: Sequence[GoldText],
    pairs: Sequence[DocumentPair],
    coarse: dict[str, float],
    least: float,
    groups: AbstractSet[str],
) -> tuple[list[Example], list[str]]:
    """The candidates of the first pass (posterior ``least``) with their features, and the features' names."""
    examples, names = [], list[str]()
    for text, pair in zip(texts, pairs, strict=True):
        edges = with_truth(first_pass(pair, coarse, least), text.path)
        columns = feature_matrix(pair, edges, groups)
        names = names or list(columns)
        examples.append(Example.of(text, pair, edges, columns, names))
    return examples, names


def _is_unknown(text: GoldText) -> bool:
    """Whether the encoder does not know its languages."""
    return text.group.endswith(UNKNOWN_LANGUAGES)


def variants(texts: Sequence[GoldText]) -> tuple[list[GoldText], list[float]]:
    """Every text in each of :data:`VARIANTS` that leaves it a pair, and the weight of each in the fit."""
    found = [
        (damaged(text, damages, seed).text if damages else text, share)
        for share, seed, damages in VARIANTS
        for text in texts
    ]
    whole = [(text, share) for text, share in found if any(_is_pair(step) for step in text.path)]
    return [text for text, _ in whole], [share for _, share in whole]


def _is_pair(step: Step) -> bool:
    (i, j), (k, m) = step
    return i < k and j < m


@dataclass(frozen=True, eq=False)
class Outcome:
    """Everything that is fitted.

    Attributes:
        coarse: the weights of the first pass.
        every: the weights of the second pass.
        without: the same without each set.
        found: what the latter predict of the texts of the set.
        task: what they were fitted on.
    """

    coarse: dict[str, float]
    every: Fitted
    without: dict[str, Fitted]
    found: list[tuple[Example, Beads]]
    task: Task

    def confidence(self, groups: AbstractSet[str] = frozenset()) -> ConfidenceModel:
        """The confidence model, without some sets."""
        return confidence_without(self.found, groups)

    def write(self, path: Path, signature: dict[str, object]) -> None:
        """Write the weights of all texts."""
        write(path, signature, self.coarse, self.task.names, self.every, self.confidence())

    def write_left_out(self, folder: Path, signature: dict[str, object], suffix: str = ".json") -> None:
        """Write the weights without each set to a file with its name."""
        folder.mkdir(parents=True, exist_ok=True)
        for group, weights in self.without.items():
            path = folder / f"{group}{suffix}"
            write(path, signature, self.coarse, self.task.names, weights, self.confidence({group}))


def fit_all(
    texts: Sequence[GoldText],
    shares: Sequence[float],
    pairs: Sequence[DocumentPair],
    start: dict[str, float],
    prior: float,
    least: float = MIN_POSTERIOR,
    groups: AbstractSet[str] = ALL_GROUPS,
) -> Outcome:
    """Fit both passes, and print what the weights without each set predict there.

    Args:
        texts: the texts in all their variants.
        shares: weight of each in the fit.
        pairs: the same texts with their vectors.
        start: weights of the first pass that find the candidates for fitting its weights.
        prior: inverse variance of the weights.
        least: posterior (fraction 0-1) in the first pass of the candidates.
        groups: names of the groups of features that are used in the second pass.
    """
    coarse = coarse_weights(texts, pairs, start, prior)
    examples, names = fine_examples(texts, pairs, coarse, least, groups)
    task = Task(examples, shares, names, prior)
    every = fitted(task)
    found: list[tuple[Example, Beads]] = []
    without: dict[str, Fitted] = {}
    for group in sorted({text.group for text in texts}):
        without[group], predicted = left_out(task, every, [group])
        found += predicted
    for group in sorted(without):
        print_left_out([one for one in found if one[0].text.group == group], found, "set out")
    report_weights(dict(zip(names, every.fine[:-2].tolist(), strict=True)))
    return Outcome(coarse, every, without, found, task)


def main() -> None:
    """Fit, print what was left out, write the weights."""
    options = fit_options(__doc__, Path("align/alignment/weights.json"))
    encoder = CachedEncoder(load_encoder())
    every = load(options.data)
    texts, shares = variants([text for text in every if not _is_unknown(text)])
    outcome = fit_all(texts, shares, document_pairs(texts, encoder), COARSE_START, options.prior)
    for genre, names in GENRES.items():
        groups = sorted({text.group for text in texts if text.name.startswith(names)})
        print_left_out(left_out(outcome.task, outcome.every, groups)[1], outcome.found, f"{genre} out")
    signature = signature_of("fit_alignment", options.data, options.prior, encoder.sha256)
    outcome.write(options.output, signature)
    if options.left_out:
        outcome.write_left_out(options.left_out, signature)
        for group in sorted({text.group for text in every if _is_unknown(text)}):
            outcome.write(options.left_out / f"{group}.json", signature)


def fit_options(description: str | None, output: Path) -> argparse.Namespace:
    """What is given on the command line; ``output``: where the weights are written by default."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--output", type=Path, default=output)
    parser.add_argument("--prior", type=float, default=8.0, help="inverse variance of the weights")
    parser.add_argument("--left-out", type=Path, help="folder for the weights without each set")
    return parser.parse_args()


def signature_of(tool: str, data: Path, prior: float, encoder: str | None) -> dict[str, object]:
    """What weights were fitted with."""
    files = sorted(path for path in data.glob("*-dev/**/*") if path.is_file())
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    return {"tool": tool, "prior": prior, "data": digest, "encoder": encoder}


def write(
    path: Path,
    signature: dict[str, object],
    coarse: dict[str, float],
    names: Sequence[str],
    fitted: Fitted,
    model: ConfidenceModel,
) -> None:
    """Write weights as ``align.alignment.weights.Weights`` reads them."""
    weights = {
        "signature": signature,
        "coarse": _rounded(coarse),
        "rates": dict(zip(TYPES, fitted.rates.fitted.tolist(), strict=True)),
        "first": _run(names, fitted.first),
        "fine": _run(names, fitted.fine),
        "calibration": model.weights,
    }
    path.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")


def _run(names: Sequence[str], weights: Floats) -> dict[str, dict[str, float]]:
    """Weights of one run, by name."""
    values, gaps = parted(weights)
    features = dict(zip(names, values.tolist(), strict=True))
    return {"features": _rounded(features), "gaps": _rounded(asdict(gaps))}


def _rounded(weights: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in weights.items()}


if __name__ == "__main__":
    main()
