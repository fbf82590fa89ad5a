"""Fit what the engine's doubt is worth: align/ocr/data/engine_doubt.json.

    python tools/fit_engine_doubt.py SCANS [SCANS …] [--left-out FOLDER] [--jobs 2] [-o OUT.json]

SCANS hold scans that Tesseract has read (tools/make_scan.py, tools/scan_gold.py): letters and passages of
novels at several levels of wear. The weights for text stay as they are (tools/fit_ocr.py). What is fitted:
the curve from the confidence of a word to the log odds that it is wrong, which never rises (isotonic
regression); and the weights of the features of confidences, glyphs and further readings in the final pass, on
top of the score of the text (a conditional logit with an offset). The passes before it judge the text alone:
with weights of their own they leave out words that turn out to be wrong.

``--left-out`` writes for each text what is fitted without all of its scans, as FOLDER/TEXT/engine_doubt.json,
to measure it on them (tests/benchmarks/scans.py). The curve under its features is that of all scans.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from fit_reranker import Sample
from numpy.typing import NDArray
from ocr_labels import labels
from scan_cases import ScanCase, facsimile_of, job_of, scan_case, text_of
from scipy.optimize import isotonic_regression, minimize

from align.evaluate.gold_errors import read_gold_errors
from align.ocr.decoder import PASSES, DecodingResult, Pass, reranked, with_features
from align.ocr.features.engine_doubt import CONFIDENCES, GLYPHS, READINGS
from align.ocr.features.matrix import Values
from align.ocr.reranker import Kind, LogLinearReranker, load, softmax
from align.ocr.runtime.data import replace_data

OUT = Path(__file__).parents[1] / "align" / "ocr" / "data" / "engine_doubt.json"
FEATURES = (*CONFIDENCES, *GLYPHS, *READINGS)
FINAL = PASSES[-1]
PENALTY = 3.0
MIN_NONZERO = 30
"""Candidates for which a feature must not be 0 before anything is learned of it."""
KNOTS = (0.0, 0.3, 0.5, 0.65, 0.75, 0.85, 0.9, 0.92, 0.935, 0.945, 0.955, 0.965)
"""Confidences between which the curve is straight."""
Weights = Mapping[str, float]


@dataclass(frozen=True, eq=False)
class ScanRead:
    """A scan after a pass, with the features of that pass and the right candidates."""

    scan: ScanCase
    result: DecodingResult
    sample: Sample


def calibration(folders: Iterable[Path]) -> dict[str, list[float]]:
    """The log odds that a word is wrong at each knot of confidence, by counts of all scans."""
    found = [pair for folder in folders for pair in _words(folder)]
    confidences, wrong = np.array([one for one, _ in found]), np.array([float(bad) for _, bad in found])
    edges = [*((a + b) / 2 for a, b in itertools.pairwise(KNOTS)), 1.01]
    numbers = np.digitize(confidences, edges)
    rates = [(wrong[numbers == k].sum() + 0.5) / ((numbers == k).sum() + 1) for k in range(len(KNOTS))]
    sizes = [int((numbers == k).sum()) + 1 for k in range(len(KNOTS))]
    falling = isotonic_regression(rates, weights=sizes, increasing=False).x
    odds = np.log(falling / (1 - falling))
    return {"confidence": list(KNOTS), "log odds": [round(float(value), 3) for value in odds]}


@cache
def _words(folder: Path) -> tuple[tuple[float, bool], ...]:
    """The confidence of each word that the engine gives one for, and whether it is wrong."""
    facsimile = facsimile_of(folder)
    kinds = np.zeros(len(facsimile.text) + 1, int)
    for error in read_gold_errors(folder / "read" / "errors.tsv"):
        kinds[error.span.start : error.span.stop] = 1 if error.counts else 2
    read = ((word.word.confidence, kinds[word.start : word.stop].max()) for word in facsimile.words)
    return tuple((sure, bool(kind)) for sure, kind in read if sure is not None and kind < 2)


def of_text(kind: Kind, step: Pass) -> LogLinearReranker:
    """The weights for text of a pass, without those of the engine's doubt."""
    base = load(step.reranker, kind)
    return replace(base, weights={name: w for name, w in base.weights.items() if name not in FEATURES})


def final_pass(folder: Path) -> ScanRead:
    """A scan up to the features of the final pass, by the weights for text."""
    scan = scan_case(folder)
    job, result = job_of(scan, scan.readings), None
    for step in PASSES[:-1]:
        result = reranked(job, step, with_features(job, step, result), of_text(job.kind, step))
    return read_of(scan, with_features(job, FINAL, result))


def read_of(scan: ScanCase, result: DecodingResult) -> ScanRead:
    """With the right candidates, by the gold."""
    case = scan.case
    right = labels(case.wrong, case.aside, result.lattice, case.source)
    sample = Sample(case.letter, result.lattice.starts, right, dict(result.matrix.columns))
    # Copies do not hold the values that are computed on first use.
    bare = replace(result, lattice=replace(result.lattice), profile=replace(result.profile))
    return ScanRead(scan, bare, sample)


@dataclass(frozen=True, eq=False)
class Slots:
    """All slots with a known truth: the score of the text, and the features of doubt, of each row."""

    rows: Values
    offset: Values
    starts: NDArray[np.int64]
    right: NDArray[np.int64]

    @classmethod
    def of(cls, reads: Sequence[ScanRead], names: Sequence[str]) -> Slots:
        """Slots of one candidate have nothing to teach and are left out."""
        rows, offsets, starts, right = [], [], [0], []
        for read in reads:
            sample = read.sample
            text = of_text(read.result.kind, FINAL)
            scores = text.score(sample.matrix, read.result.lattice.contested)
            table = np.stack([sample.matrix.column(name) for name in names], axis=1)
            for site, answer in enumerate(sample.right.tolist()):
                first, last = sample.starts[site : site + 2].tolist()
                if answer >= 0 and last - first > 1:
                    rows.append(table[first:last])
                    offsets.append(scores[first:last])
                    right.append(starts[-1] + answer)
                    starts.append(starts[-1] + last - first)
        return cls(np.concatenate(rows), np.concatenate(offsets), np.array(starts), np.array(right))


def fit(reads: Sequence[ScanRead], names: Sequence[str] = FEATURES) -> Weights:
    """Weights of the features that make the right candidates likeliest, on top of the score of the text."""
    slots = Slots.of(reads, names)
    scale = slots.rows.std(axis=0) + 1e-3
    rows = np.where((slots.rows != 0).sum(axis=0) < MIN_NONZERO, 0.0, slots.rows / scale)
    seen = rows[slots.right].sum(axis=0)

    def loss(weights: Values) -> tuple[float, Values]:
        shares = softmax(slots.offset + rows @ weights, slots.starts)
        lost = -np.log(np.maximum(shares[slots.right], 1e-300)).sum()
        return lost + PENALTY * (weights @ weights) / 2, shares @ rows - seen + PENALTY * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: round(float(w), 4) for name, w in zip(names, found.x / scale, strict=True) if w}


def fitted(reads: Mapping[Path, ScanRead]) -> dict[str, object]:
    """The contents of engine_doubt.json, of these scans."""
    weights = {"weights": fit(list(reads.values()))}
    return {"calibration": calibration(reads), "documents": len(reads), FINAL.reranker: weights}


def passed(folders: Sequence[Path], jobs: int | None) -> dict[Path, ScanRead]:
    """All scans up to the final pass, their confidences read by the curve of these scans."""
    with TemporaryDirectory() as place:
        write(Path(place) / OUT.name, {"calibration": calibration(folders)})
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(Path(place),)) as pool:
            return dict(zip(folders, pool.map(final_pass, folders), strict=True))


def _begin(curve: Path) -> None:
    replace_data(curve)
    torch.set_num_threads(1)


def write(path: Path, data: Mapping[str, object]) -> None:
    """Write a file of weights."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data) + "\n", "utf-8")


def main() -> None:
    """Read the arguments, fit, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scans", type=Path, nargs="+")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--left-out", type=Path, metavar="FOLDER")
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    options = parser.parse_args()
    folders = sorted(path.parents[1] for scans in options.scans for path in scans.glob("*/read/errors.tsv"))
    reads = passed(folders, options.jobs)
    write(options.output, fitted(reads))
    if options.left_out is not None:
        for text in sorted({text_of(folder) for folder in folders}):
            others = {folder: read for folder, read in reads.items() if text_of(folder) != text}
            write(options.left_out / text / OUT.name, fitted(others))


if __name__ == "__main__":
    main()
