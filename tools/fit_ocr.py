"""Fits the weights of the evidence on what OCR got wrong: align/ocr/data/fusion.json.

    python tools/fit_ocr.py [DATA_FOLDER] [--pages FOLDER ...] [-o OUT.json]

DATA_FOLDER (default ../shared/data/ocr-dev) and further FOLDERs hold documents as the development data
does (source.txt, target.txt, errors.tsv, aside.tsv). Every document also lends its clean truth (nothing
is wrong there) and, by tools/confuse_text.py, a page misread with habits no engine taught. A conditional
logit over the readings of each chunk is fitted for the first sight of a page and for the second; the
report leaves every fourth document out in turn: expected calibration error of flags, and the log-loss.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from confuse_text import confuse
from numpy.typing import NDArray
from ocr_labels import labels
from scipy.optimize import minimize

from align.alignment.aligner import align_sentences
from align.alignment.bead import Alignment
from align.embed.encoder import Encoder, load
from align.evaluate.gold_errors import Stretch, read_furniture, read_gold_errors
from align.ocr import fusion, passes
from align.ocr.detect import partner_of
from align.ocr.page import Page
from align.ocr.profile import learn
from align.ocr.survey import survey
from align.text.clean import clean
from align.text.document import Document, Section
from align.text.sentence import Sentence
from align.text.sentences import split
from align.text.span import Span

OUT = Path(__file__).parents[1] / "align" / "ocr" / "data" / "fusion.json"
LANGUAGES = ("ru", "en")
RATES = (0.004, 0.01, 0.02, 0.04)
PENALTY = 1.0
FOLDS = 4
SET = {"double": 8.0}
"""Log odds that are set, not fitted: a word typed twice is too rare on the pages to learn from."""
Values = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A document to learn from: where it is wrong, and which stretches are no part of it."""

    family: str
    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    alignment: Alignment
    wrong: tuple[Stretch, ...]
    aside: tuple[Span, ...]


@dataclass(frozen=True)
class Sample:
    """A document's readings with their evidence; ``right``: the right one's number at each site."""

    family: str
    starts: NDArray[np.int64]
    right: NDArray[np.int64]
    evidence: Mapping[str, Values]


def cases(folder: Path, encoder: Encoder) -> Iterator[Case]:
    """The documents of a folder, and what is made of them."""
    for number, path in enumerate(sorted(path.parent for path in folder.glob("*/errors.tsv"))):
        target = (path / "target.txt").read_text(encoding="utf-8")
        raw = (path / "source.txt").read_text(encoding="utf-8")
        wrong, aside = read_gold_errors(path / "errors.tsv"), read_furniture(path / "aside.tsv")
        yield case(path.name, raw, target, wrong, aside, encoder)
        truth = (path / "truth.txt").read_text(encoding="utf-8").replace("\n", "\n\n")
        read, rows = confuse(truth, number, RATES[number % len(RATES)])
        made = tuple(Stretch(Span(row.start, row.stop), row.ocr, row.truth, "ocr") for row in rows)
        yield case(path.name, read, target, made, (), encoder)
        if number % 3 == 0:
            yield case(path.name, truth, target, (), (), encoder)


def case(
    family: str, raw: str, target: str, wrong: Sequence[Stretch], aside: Sequence[Span], encoder: Encoder
) -> Case:
    """Clean, split and align one document."""
    sides = (sentences(raw, LANGUAGES[0], "source"), sentences(target, LANGUAGES[1], "target"))
    texts = [[sentence.text for sentence in side] for side in sides]
    alignment = align_sentences(texts[0], texts[1], encoder, languages=LANGUAGES)
    return Case(family.rsplit("-", 1)[0], *sides, alignment, tuple(wrong), tuple(aside))


def sentences(raw: str, language: str, side: str) -> tuple[Sentence, ...]:
    """The cleaned sentences of a text."""
    start, stop = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    document = Document(side, raw, (Section(side, Span(start, stop)),))  # type: ignore[arg-type]
    return split(clean(document, side).text, language)  # type: ignore[arg-type]


def first_sample(case: Case, tools: passes.Tools) -> Sample:
    """The document at first sight."""
    page = survey(
        _texts(case), partner_of(case.alignment, "source", case.target).words, tools.lexicon, tools.prior
    )
    return _sample(case, page, passes.first_evidence(page, tools))


def second_sample(case: Case, tools: passes.Tools, first: fusion.Fusion) -> Sample:
    """The document read again, with what the first weights made of it."""
    partner = partner_of(case.alignment, "source", case.target)
    page = survey(_texts(case), partner.words, tools.lexicon, tools.prior)
    glance = fusion.softmax(first.scores(passes.first_evidence(page, tools)), page.starts)
    profile = learn(page, glance, tools.prior)
    again = survey(_texts(case), partner.words, tools.lexicon, profile.channel(tools.prior))
    belief = passes.believed(page, glance)
    found, _ = passes.second_evidence(again, tools, profile, belief, partner)
    return _sample(case, again, found)


def _texts(case: Case) -> list[str]:
    return [sentence.text for sentence in case.source]


def _sample(case: Case, page: Page, evidence: Mapping[str, Values]) -> Sample:
    right = labels(case.wrong, case.aside, page, case.source)
    return Sample(case.family, page.starts, right, evidence)


def fit(samples: Sequence[Sample]) -> dict[str, float]:
    """Weights that make the right readings likeliest, kept small by a quadratic penalty."""
    names = sorted(samples[0].evidence)
    rows, starts, right = stacked(samples, names)
    scale = rows.std(axis=0) + 1e-3
    rows = rows / scale
    seen = rows[right].sum(axis=0)

    def loss(weights: Values) -> tuple[float, Values]:
        scores = rows @ weights
        shares = fusion.softmax(scores, starts)
        lost = -np.log(np.maximum(shares[right], 1e-300)).sum()
        return lost + PENALTY * (weights @ weights) / 2, shares @ rows - seen + PENALTY * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return dict(zip(names, (found.x / scale).tolist(), strict=True)) | SET


def stacked(
    samples: Sequence[Sample], names: Sequence[str]
) -> tuple[Values, NDArray[np.int64], NDArray[np.int64]]:
    """Evidence of all sites with a known answer, where each begins, and the right rows."""
    blocks: list[Values] = []
    starts, right = [0], []
    for sample in samples:
        table = np.stack([sample.evidence[name] for name in names], axis=1)
        for site, answer in enumerate(sample.right.tolist()):
            if answer >= 0:
                blocks.append(table[sample.starts[site] : sample.starts[site + 1]])
                right.append(starts[-1] + answer)
                starts.append(starts[-1] + len(blocks[-1]))
    return np.concatenate(blocks), np.array(starts), np.array(right)


def report(samples: Sequence[Sample]) -> str:
    """Calibration of what was not fitted on, document families left out in turn."""
    families = sorted({sample.family for sample in samples})
    sure, wrong = [], []
    for fold in range(FOLDS):
        out = set(families[fold::FOLDS])
        weights = fusion.Fusion(fit([sample for sample in samples if sample.family not in out]))
        for sample in (sample for sample in samples if sample.family in out):
            shares = fusion.softmax(weights.scores(sample.evidence), sample.starts)
            known = sample.right >= 0
            sure += (1 - shares[sample.starts[:-1]])[known].tolist()
            wrong += (sample.right > 0)[known].tolist()
    sites = np.array([sure, wrong]).T
    doubtful = sites[sites[:, 0] > 0.02]
    bins = np.minimum((doubtful[:, 0] * 10).astype(int), 9)
    gaps = [abs((doubtful[bins == b, 0] - doubtful[bins == b, 1]).sum()) for b in range(10)]
    error = sum(gaps) / len(doubtful)
    return f"expected calibration error {error:.3f} over {len(doubtful)} doubtful of {len(sites)} sites"


def main() -> None:
    """Read the arguments, fit, write, report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data/ocr-dev"))
    parser.add_argument("--pages", type=Path, nargs="*", default=[])
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    options = parser.parse_args()
    encoder = load("embedded")
    tools = passes.load(LANGUAGES, encoder)
    documents = [case for folder in (options.data, *options.pages) for case in cases(folder, encoder)]
    first = fit([first_sample(case, tools) for case in documents])
    save(options.output, {"first": first, "final": {}}, documents, "first sight only")
    samples = [second_sample(case, tools, fusion.Fusion(first)) for case in documents]
    final = fit(samples)
    words = report(samples)
    save(options.output, {"first": first, "final": final}, documents, words)
    print(f"{options.output}: {len(documents)} documents; {words}")


def save(
    path: Path, weights: Mapping[str, Mapping[str, float]], documents: Sequence[Case], words: str
) -> None:
    """The weights with what they were fitted on."""
    digest = hashlib.sha256("".join(s.text for case in documents for s in case.source).encode()).hexdigest()
    stages = {stage: {name: round(w, 4) for name, w in found.items()} for stage, found in weights.items()}
    signature = {"tool": "tools/fit_ocr.py", "documents": len(documents), "sha256": digest, "report": words}
    path.write_text(
        json.dumps({"signature": signature, **{s: {"weights": w} for s, w in stages.items()}}, indent=1)
        + "\n"
    )


if __name__ == "__main__":
    main()
