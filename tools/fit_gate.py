"""Fit the weights of the gate: align/ocr/data/gate.json.

    python tools/fit_gate.py [DATA] [--jobs 2] [-o OUT.json]

DATA (default ../shared/data) holds letters read by an engine (``ocr-dev``; ``tools/ocr_cases.py`` makes clean
and spoiled ones of them, and English ones) and clean Russian and English texts beside each other
(``align-dev``, and parts of ``scale``, clean and spoiled). The decoder reads each document whole. What the
gate learns is whether it finds an error in a token, of a probability of a tenth or more.

Printed is, with the weights of each fourth of the documents fitted without it, for several limits: the share
of the tokens that pass the gate unseen, and how many of the errors that the decoder finds are among them.
Two cores: about fifteen minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from alignment_data import load as load_texts
from confuse_text import confuse
from fit_ocr import FOLDS, KINDS, encoder, job_of, made
from fit_reranker import Sample, fit_network
from numpy.typing import NDArray
from ocr_cases import ENGLISH, RUSSIAN, Case, plans, sentences_of

from align.alignment.aligner import align_sentences
from align.ocr.decoder import PASSES, reranked, with_features
from align.ocr.features.matrix import Values
from align.ocr.features.sight import sight_features
from align.ocr.gate import eligible
from align.ocr.reranker import Kind, LogLinearReranker, load

OUT = Path(__file__).parents[1] / "align" / "ocr" / "data" / "gate.json"
FOUND, SURE = 0.1, 0.5
"""Probabilities of an error from which the decoder found one, and from which it is shown by default."""

LIMITS = (0.0005, 0.001, 0.002, 0.003, 0.005, 0.01)
PART = 250
"""Sentences of a part of a long text, which is read as a document."""

PARTS = 8
RATE = 1 / 30
"""Slips of each character of a spoiled text."""


@dataclass(frozen=True, eq=False)
class ReadTokens:
    """A document as the gate sees it.

    ``errors``: for each token the probability of an error that the whole decoder gives. ``open``: which
    tokens may pass the gate at all.
    """

    letter: str
    kind: Kind
    features: dict[str, Values]
    errors: Values
    open: NDArray[np.bool_]


def read(case: Case) -> ReadTokens:
    """What the decoder finds in a document without a gate, with the weights that ship with the package."""
    job, result = job_of(case), None
    for step in PASSES:
        result = reranked(job, step, with_features(job, step, result), load(step.reranker, job.kind))
    assert result is not None  # noqa: S101 - there are passes
    sentences, known = result.lattice.sentences, job.resources
    features = sight_features(sentences, known.lexicon, known.language_model)
    errors = 1 - result.probabilities[result.lattice.starts[:-1]]
    may_pass = eligible(sentences, known.lexicon)
    return ReadTokens(case.letter, job.kind, dict(features.columns), errors, may_pass)


def long_texts(data: Path) -> Iterator[Case]:
    """Parts of long texts in two languages, clean, and their originals spoiled as well."""
    texts: dict[str, tuple[Sequence[str], Sequence[str]]] = {
        text.name: (text.source, text.target) for text in load_texts(data) if text.name.endswith("ru-en")
    }
    folder = data / "scale"
    sides = [(folder / f"{side}.txt").read_text("utf-8").split("\n") for side in ("source", "target")]
    for part in range(PARTS):
        rows = slice(part * 1000, part * 1000 + PART)
        texts[f"scale {part}"] = sides[0][rows], sides[1][rows]
    for number, (name, (source, target)) in enumerate(sorted(texts.items())):
        yield text_case(name, source, target, RUSSIAN)
        yield text_case(name, target, source, ENGLISH)
        if name.startswith("scale"):
            spoiled, _ = confuse("\n".join(source), number, RATE / (1 + number % 4))
            yield text_case(name, spoiled.split("\n"), target, RUSSIAN)


def text_case(name: str, source: Sequence[str], target: Sequence[str], languages: tuple[str, str]) -> Case:
    """A document of sentences in two languages; nothing is said of its errors."""
    raw, other = "\n\n".join(source), "\n\n".join(target)
    sides = sentences_of(raw, languages[0]), sentences_of(other, languages[1])
    lines = [[sentence.text for sentence in side] for side in sides]
    alignment = align_sentences(lines[0], lines[1], encoder())
    return Case(name, "long", raw, raw, *sides, alignment, (), (), languages)


def sample(document: ReadTokens) -> Sample:
    """The tokens that may pass, each as a place with two candidates: no error, with features 0, or one."""
    kept = np.flatnonzero(document.open)
    starts = np.arange(0, 2 * len(kept) + 1, 2)
    right = starts[:-1] + (document.errors[kept] > FOUND)
    features = {name: np.zeros(2 * len(kept)) for name in document.features}
    for name, values in document.features.items():
        features[name][1::2] = values[kept]
    return Sample(document.letter, starts, right - starts[:-1], features)


def table(documents: Sequence[ReadTokens]) -> str:
    """What passes at each limit, with weights fitted without each fourth of the documents."""
    letters = sorted({document.letter for document in documents})
    chances, errors, count = list[Values](), list[Values](), 0
    for fold in range(FOLDS):
        out = set(letters[fold::FOLDS])
        weights = fit_network([sample(one) for one in documents if one.letter not in out])
        for one in documents:
            if one.letter in out:
                scores = weights.score(sample(one).matrix)[1::2]
                chances.append(1 / (1 + np.exp(-scores)))
                errors.append(one.errors[one.open])
                count += len(one.errors)
    chance, error = np.concatenate(chances), np.concatenate(errors)
    every = np.concatenate([one.errors for one in documents])
    lines = [f"{count} tokens, errors found {(every > FOUND).sum()}, sure {(every > SURE).sum()}"]
    for limit in LIMITS:
        passed = chance < limit
        lost = [int((error[passed] > least).sum()) for least in (FOUND, SURE)]
        lines.append(
            f"limit {limit}: {passed.sum() / count:.3f} pass, among them errors {lost[0]}, sure {lost[1]}"
        )
    return "\n".join(lines)


def save(
    path: Path, kinds: dict[Kind, LogLinearReranker], figures: dict[Kind, str], raws: Sequence[str]
) -> None:
    """Write the weights of all kinds with what they were fitted on."""
    data: dict[str, object] = {kind: weights.to_json() for kind, weights in kinds.items()}
    data["signature"] = {
        "tool": "tools/fit_gate.py",
        "documents": len(raws),
        "sha256": hashlib.sha256("".join(raws).encode()).hexdigest(),
        "left out": {kind: text.splitlines() for kind, text in figures.items()},
    }
    path.write_text(json.dumps(data, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Read, fit, write, report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    options = parser.parse_args()
    with ProcessPoolExecutor(options.jobs, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        cases = [*pool.map(made, plans((options.data / "ocr-dev",))), *long_texts(options.data)]
        documents = list(pool.map(read, cases))
    kinds, figures = dict[Kind, LogLinearReranker](), dict[Kind, str]()
    for kind in KINDS.values():
        own = [document for document in documents if document.kind == kind]
        figures[kind] = table(own)
        kinds[kind] = fit_network([sample(document) for document in own])
        print(f"{kind}: {figures[kind]}", flush=True)
    save(options.output, kinds, figures, [case.raw for case in cases])


if __name__ == "__main__":
    main()
