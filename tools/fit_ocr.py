"""Fit the weights of the reranker on OCR errors: align/ocr/data/reranker.json.

    python tools/fit_ocr.py [DATA_FOLDER] [--pages FOLDER ...] [--language ru|en] [--jobs 2] [-o OUT.json]
    python tools/fit_ocr.py … --ablation

DATA_FOLDER (default ../shared/data/ocr-dev) and further FOLDERs (made with ../shared/tools) hold documents
as the development data does: source.txt, target.txt, truth.txt, errors.tsv, aside.tsv. Pages read by an older
engine with its data under TESSDATA_PREFIX (see tools/learn_misreadings.py) add errors of a second engine.
The true text of a letter's first page is used too, clean or damaged by tools/confuse_text.py with errors that
no engine makes, and so is its English, so that both languages are fitted. Three sets of weights are fitted:
those of the first and of the draft pass are a weighted sum, those of the final pass have a hidden layer.

What it prints is measured on letters that were left out of the fit of the final weights, all documents made
of one letter together, four folds: detection, first and third suggestion, calibration, the character error
rate before and after applying suggestions at least .9 sure. Two cores: about forty minutes for Russian, ten
for English; with --language the other's weights stay as they are.
With --ablation nothing is written: each kind of feature, as the registry labels them, is left out in turn and
the weighted sum fitted anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import torch
from fit_reranker import Sample, best_factor, cooled, fit_linear, fit_network
from ocr_cases import ENGLISH, RUSSIAN, Case, Plan, case, plans
from ocr_labels import labels
from ocr_report import scored, table

from align.embed.encoder import Encoder, load
from align.evaluate.report import ErrorScore
from align.ocr.channel.seed import document_confusions
from align.ocr.decoder import PASSES, DecodingJob, DecodingResult, reranked, with_features
from align.ocr.features.matrix import Values
from align.ocr.features.registry import GROUPS
from align.ocr.reranker import Kind, LogLinearReranker, softmax
from align.ocr.runtime import resources
from align.ocr.translation import WordEncoder
from align.ocr.translation.bead_context import target_context

OUT = Path(__file__).parents[1] / "align" / "ocr" / "data" / "reranker.json"
FOLDS = 4
FIRST, SECOND, DRAFT, FINAL = PASSES
KINDS: Mapping[tuple[str, str], Kind] = {RUSSIAN: "with grammar", ENGLISH: "without grammar"}
"""What the file calls the weights of each language."""
Fit = Callable[[Sequence[Sample]], LogLinearReranker]


@dataclass(frozen=True, eq=False)
class Read:
    """A document after a pass, and its training sample."""

    case: Case
    result: DecodingResult
    sample: Sample


@dataclass(frozen=True, eq=False)
class LeftOut:
    """A document with weights that were fitted without its letter, and the scores by these weights."""

    read: Read
    weights: LogLinearReranker
    scores: Values


@cache
def encoder() -> Encoder:
    """The embedded encoder, once a process."""
    return load("embedded")


def made(plan: Plan) -> Case:
    """The document of a plan."""
    return case(plan, encoder())


def job_of(case: Case) -> DecodingJob:
    """The input of the decoder for a document."""
    context = target_context(case.alignment, "source", case.target)
    texts = [sentence.text for sentence in case.source]
    words, known = WordEncoder(encoder()), resources.load(case.languages)
    confusions = document_confusions(texts, known.lexicon, None)
    kind = case.kind or KINDS[case.languages]
    return DecodingJob(texts, context, known, words, confusions=confusions, kind=kind)


def first_pass(case: Case) -> Sample:
    """The features of the first pass."""
    return _read(case, with_features(job_of(case), FIRST, None)).sample


def draft_pass(given: tuple[Case, LogLinearReranker]) -> Read:
    """The document up to the features of the draft, with these weights of the first pass."""
    case, weights = given
    job = job_of(case)
    result = None
    for step in (FIRST, SECOND):
        result = reranked(job, step, with_features(job, step, result), weights)
    return _read(case, with_features(job, DRAFT, result))


def final_pass(given: tuple[Read, LogLinearReranker]) -> Read:
    """The same up to the features of the final pass, with these weights of the draft."""
    read, weights = given
    job = job_of(read.case)
    return _read(read.case, with_features(job, FINAL, reranked(job, DRAFT, read.result, weights)))


def _read(case: Case, result: DecodingResult) -> Read:
    right = labels(case.wrong, case.aside, result.lattice, case.source)
    sample = Sample(case.letter, result.lattice.starts, right, dict(result.matrix.columns))
    # Copies do not hold the values that are computed on first use.
    bare = replace(result, lattice=replace(result.lattice), profile=replace(result.profile))
    return Read(case, bare, sample)


def left_out(reads: Sequence[Read], fit: Fit = fit_network) -> list[LeftOut]:
    """Each document with weights that were fitted without its letter (cross-validation)."""
    letters = sorted({read.sample.letter for read in reads})
    found: list[LeftOut] = []
    for fold in range(FOLDS):
        out = set(letters[fold::FOLDS])
        weights = fit([read.sample for read in reads if read.sample.letter not in out])
        found += [
            LeftOut(read, weights, weights.score(read.sample.matrix))
            for read in reads
            if read.sample.letter in out
        ]
    return found


def without(reads: Sequence[Read], label: str) -> list[Read]:
    """The documents without the features of the groups of this label."""
    names = {name for group in GROUPS if group.label == label for name in group.features}
    found = []
    for read in reads:
        features = {name: values for name, values in read.sample.features.items() if name not in names}
        found.append(replace(read, sample=replace(read.sample, features=features)))
    return found


def ablation(reads: Sequence[Read]) -> str:
    """The figures with everything, and without each kind of feature, by a weighted sum fitted anew."""
    figures = f"with everything\n{measured(left_out(reads, fit_linear))}"
    for label in dict.fromkeys(group.label for group in GROUPS):
        figures += f"without {label}\n{measured(left_out(without(reads, label), fit_linear))}"
    return figures


def measured(found: Sequence[LeftOut]) -> str:
    """The figures at the factor under which probabilities are calibrated."""
    return report(found, best_factor([(one.scores, one.read.sample) for one in found]))


def report(found: Iterable[LeftOut], factor: float) -> str:
    """The figures of documents that were left out, by group."""
    groups: dict[str, list[ErrorScore]] = {}
    for one in found:
        case, result = one.read.case, one.read.result
        probabilities = softmax(one.scores * factor, result.lattice.starts)
        lexicon = resources.load(case.languages).lexicon
        score = scored(case, replace(result, probabilities=probabilities), lexicon, one.weights)
        groups.setdefault(case.group, []).append(score)
    return table(groups)


def arguments() -> argparse.Namespace:
    """The arguments of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data/ocr-dev"))
    parser.add_argument("--pages", type=Path, nargs="*", default=[], metavar="FOLDER")
    parser.add_argument("--language", choices=[languages[0] for languages in KINDS])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    return parser.parse_args()


def main() -> None:
    """Read the arguments, fit, write, report."""
    options = arguments()
    with ProcessPoolExecutor(options.jobs, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        documents = list(pool.map(made, plans((options.data, *options.pages))))
        for languages in KINDS:
            mine = [case for case in documents if case.languages == languages]
            if options.language in (None, languages[0]) and mine:
                fit_language(pool, mine, options)


def fit_language(pool: ProcessPoolExecutor, documents: Sequence[Case], options: argparse.Namespace) -> None:
    """Fit the three sets of weights one after the other; print the figures, write the weights."""
    first = fit_linear(list(pool.map(first_pass, documents)))
    reads = list(pool.map(draft_pass, [(case, first) for case in documents]))
    draft = fit_linear([read.sample for read in reads])
    reads = list(pool.map(final_pass, [(read, draft) for read in reads]))
    if options.ablation:
        print(ablation(reads), flush=True)
        return
    found = left_out(reads)
    factor = best_factor([(one.scores, one.read.sample) for one in found])
    final = cooled(fit_network([read.sample for read in reads]), factor)
    figures = report(found, factor)
    print(figures, flush=True)
    stages = {"first": first, "draft": draft, "final": final}
    save(options.output, KINDS[documents[0].languages], documents, stages, figures)


def save(
    path: Path, kind: str, documents: Sequence[Case], stages: Mapping[str, LogLinearReranker], figures: str
) -> None:
    """Write weights of a kind with what they were fitted on; those of other kinds stay as shipped."""
    data = json.loads((path if path.exists() else OUT).read_text("utf-8"))
    data["signature"][kind] = {
        "tool": f"tools/{Path(sys.argv[0]).name}",
        "documents": len(documents),
        "sha256": hashlib.sha256("".join(case.raw for case in documents).encode()).hexdigest(),
        "left out": figures.splitlines(),
    }
    data[kind] = {stage: weights.to_json() for stage, weights in stages.items()}
    path.write_text(json.dumps(data, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
