"""Fit the weights of the check of negations: ``python tools/fit_negation.py [DATA]``.

Logistic regression with a Gaussian prior over the denials of :mod:`align.check.denial`: pairs of a
line that denies and another side without a negator. In translations as they are, nothing is lost; in those
with a "not" dropped (``tools/plant_faults.py``, every pair that can have the fault, once), the negation is
lost. Pairs are those of the gold beads of ``align-dev`` and of the beads found in ``ocr-dev`` as typed.

Printed are the fitted weights beside those that ship, and for both the mean log loss, how many of the lost
negations they mark and how many others. The weights that ship (:class:`align.check.denial.NegationWeights`)
were fitted by such a regression, whose details were not recorded; :data:`PENALTY` is chosen so that the two
sets agree best. No weight differs by more than 0.8, and the log loss by less than 0.01.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
from check_texts import LANGUAGES, CheckText, check_texts, sentences_of
from numpy.typing import NDArray
from plant_faults import FAULTS, planted
from scipy.optimize import minimize

from align.check.denial import NegationFeatures, NegationWeights, denial
from align.check.line import Line
from align.check.line_builder import LineBuilder
from align.check.negation import MIN_LOG_ODDS
from align.embed.cache import CachedEncoder
from align.embed.encoder import Encoder, load
from align.lang import registry
from align.lang.negation import Negation
from align.text.document import Side

PENALTY = 1.5
"""Precision of the prior of each weight, for features of unit variance; the bias has none."""

DROPPED = ("not", "one not of several")
Values = NDArray[np.float64]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    options = parser.parse_args()
    encoder = CachedEncoder(load())
    rows, lost = examples(list(check_texts(options.data, encoder)), encoder)
    shipped, fitted = NegationWeights(), fit(rows, lost)
    print(f"{len(lost)} denials, {int(lost.sum())} of them with the negation dropped\n")
    print(f"{'weight':16}{'ships':>8}{'fitted':>8}")
    for field, one, other in zip(fields(shipped), astuple(shipped), astuple(fitted), strict=True):
        print(f"{field.name:16}{one:8.2f}{other:8.2f}")
    print(f"\n{'':10}{'log loss':>10}{'lost, marked':>16}{'others, marked':>16}")
    for name, weights in (("ships", shipped), ("fitted", fitted)):
        odds = log_odds(rows, weights)
        marked = odds >= MIN_LOG_ODDS
        found, false = int(marked[lost].sum()), int(marked[~lost].sum())
        loss = float(np.logaddexp(0.0, np.where(lost, -odds, odds)).mean())
        print(f"{name:10}{loss:10.4f}{found:8} of {lost.sum():4}{false:8} of {(~lost).sum():4}")


def examples(texts: Sequence[CheckText], encoder: Encoder) -> tuple[Values, NDArray[np.bool_]]:
    """Features of all denials, shape ``(n, features)``, and whether the negation was dropped, ``(n,)``."""
    rows, lost = list[NegationFeatures](), list[bool]()
    for text in texts:
        found = [features for pair in pairs(text) for features in denials(*pair, encoder)]
        rows += found
        lost += [False] * len(found)
        for features in dropped(text, encoder):
            rows.append(features)
            lost.append(True)
    return np.array([astuple(row) for row in rows]), np.array(lost)


def pairs(text: CheckText) -> Iterator[tuple[Line, Line]]:
    """The two sides of each bead that has two."""
    for one, other in text.beads:
        if one and other:
            yield lines([text.source[at] for at in one], [text.target[at] for at in other])


def lines(source: Sequence[str], target: Sequence[str]) -> tuple[Line, Line]:
    """The sentences of a pair as the checks use them."""
    return line_of("source", LANGUAGES[0], source), line_of("target", LANGUAGES[1], target)


def line_of(side: Side, language: str, texts: Sequence[str]) -> Line:
    """The sentences of one side of a pair."""
    line = LineBuilder.of(side, language, sentences_of(texts), ()).line(range(len(texts)))
    if line is None:
        raise ValueError(f"expected sentences of the {side}, got none")
    return line


def denials(source: Line, target: Line, encoder: Encoder) -> Iterator[NegationFeatures]:
    """The features of the denials of a pair, in either direction."""
    for line, other in ((source, target), (target, source)):
        found = denial(line, other, _negation(line.language), _negation(other.language))
        if found is not None:
            yield found.features(encoder)


def dropped(text: CheckText, encoder: Encoder) -> Iterator[NegationFeatures]:
    """The features of each pair that lost its "not", where only its original denies then."""
    for name in DROPPED:
        for turn in range(FAULTS[name].rounds):
            target, spoilt = planted(text, name, turn)
            for one, other in spoilt:
                pair = lines([text.source[at] for at in one], [target[at] for at in other])
                found = denial(pair[0], pair[1], _negation(LANGUAGES[0]), _negation(LANGUAGES[1]))
                if found is not None:
                    yield found.features(encoder)


def _negation(language: str) -> Negation:
    negation = registry.language(language).negation
    if negation is None:
        raise ValueError(f"expected a language with a description of its negation, got {language!r}")
    return negation


def log_odds(rows: Values, weights: NegationWeights) -> Values:
    """Natural log-odds of a lost negation, shape ``(n,)``."""
    *linear, bias = astuple(weights)
    return np.asarray(rows @ np.array(linear) + bias)


def fit(rows: Values, lost: NDArray[np.bool_]) -> NegationWeights:
    """The weights that make the labels likeliest under the prior."""
    scale = rows.std(axis=0)
    table = np.column_stack([rows / scale, np.ones(len(rows))])
    signs = np.where(lost, 1.0, -1.0)
    penalty = np.append(np.full(rows.shape[1], PENALTY), 0.0)

    def loss(weights: Values) -> tuple[float, Values]:
        margins = signs * (table @ weights)
        slopes = -signs / (1.0 + np.exp(margins))
        total = np.logaddexp(0.0, -margins).sum() + (penalty * weights**2).sum() / 2
        return float(total), table.T @ slopes + penalty * weights

    found = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 1000})
    return NegationWeights(*(found.x / np.append(scale, 1.0)).tolist())


if __name__ == "__main__":
    main()
