"""Fits the weights of the evidence on what OCR got wrong: align/ocr/data/reranker.json.

    python tools/fit_ocr.py [DATA_FOLDER] [--pages FOLDER ...] [--language ru|en] [--jobs 2] [-o OUT.json]
    python tools/fit_ocr.py … --ablation

DATA_FOLDER (default ../shared/data/ocr-dev) and further FOLDERs (made with ../shared/tools) hold documents
as the development data does: source.txt, target.txt, truth.txt, errors.tsv, aside.tsv. Pages of an engine
that knew shapes alone, read with its data under TESSDATA_PREFIX (see tools/learn_misreadings.py), teach what is
not of one engine only. The first page of a letter also lends its truth, clean or spoiled by
tools/confuse_text.py with habits no engine taught, and its English, clean or spoiled, so that both languages
are fitted. Three stages are fitted: the first sight of a page and a draft of its corrections by a weighted
sum, the last word with a small layer of units.

What it prints is measured on letters that were left out of the last stage's fit, all documents made of
one letter together, four folds: detection, first and third suggestion, calibration, the character error
rate before and after applying readings at least .9 sure. Two cores: about forty minutes for Russian,
ten for English; with --language the other's weights stay as they are.
With --ablation nothing is written: each witness is left out in turn and the weighted sum fitted anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import torch
from align.ocr.features.passes import Evidence, Second, first_evidence
from fit_reranker import Sample, best_factor, cooled, fit_linear, fit_network
from ocr_cases import ENGLISH, RUSSIAN, Case, Plan, case, plans
from ocr_labels import labels
from ocr_report import scored, table

from align.embed.encoder import Encoder, load
from align.evaluate.report import ErrorScore
from align.ocr import decoder, reranker
from align.ocr.candidates.build import build_lattice
from align.ocr.channel.engines import prior_channel
from align.ocr.features.lexical import channel_scores as channel_evidence
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.reranker import LogLinearReranker, Values
from align.ocr.runtime import resources
from align.ocr.translation.bead_context import TargetContext, target_context
from align.ocr.translation.encoded_words import EncodedWords

OUT = Path(__file__).parents[1] / "align" / "ocr" / "data" / "reranker.json"
FOLDS = 4
Fit = Callable[[Sequence[Sample]], LogLinearReranker]
PLAIN = {RUSSIAN: "", ENGLISH: "-plain"}
"""What the names of a language's stages end in."""


@dataclass(frozen=True, eq=False)
class Read:
    """A document read again, its page without dictionaries, and what of that is learned from."""

    case: Case
    second: Second
    sample: Sample


@cache
def encoder() -> Encoder:
    """The embedded encoder, once a process."""
    return load("embedded")


@cache
def tools(languages: tuple[str, str]) -> resources.LanguageResources:
    """What there is for a language, once a process."""
    return resources.load(languages, encoder())


def made(plan: Plan) -> Case:
    """The document of a plan."""
    return case(plan, encoder())


def first_read(case: Case) -> Sample:
    """The document at first sight."""
    known = tools(case.languages)
    page = build_lattice(_texts(case), _partner(case).target_words, known.indexes, prior_channel())
    return _sample(case, page, first_evidence(page, known))


def second_read(given: tuple[Case, LogLinearReranker]) -> Read:
    """The document read again, with what the first weights made of it."""
    case, first = given
    return _read(case, decoder.second_pass(_texts(case), _partner(case), tools(case.languages), first))


def settled(given: tuple[Read, LogLinearReranker]) -> Read:
    """The same with what the corrections teach that the draft of the weights makes."""
    read, draft = given
    known = tools(read.case.languages)
    second = replace(read.second, page=replace(read.second.page, lexicon=known.lexicon))
    return _read(read.case, decoder.rescore(second, known, draft))


def _texts(case: Case) -> list[str]:
    return [sentence.text for sentence in case.source]


def _partner(case: Case) -> TargetContext:
    return target_context(case.alignment, "source", case.target)


def _sample(case: Case, page: CandidateLattice, evidence: Evidence) -> Sample:
    right = labels(case.wrong, case.aside, page, case.source)
    return Sample(case.letter, page.starts, right, dict(evidence))


def _read(case: Case, second: Second) -> Read:
    page = second.page
    bare = CandidateLattice(page.sentences, page.slots, None, page.target_words)  # type: ignore[arg-type]
    heard = replace(second.heard, vectors=EncodedWords.empty())
    # neither dictionaries nor vectors travel between processes
    return Read(case, replace(second, page=bare, heard=heard), _sample(case, page, second.evidence))


def left_out(reads: Sequence[Read], fit: Fit = fit_network) -> list[tuple[Values, Read]]:
    """Scores of each document by weights that never saw its letter."""
    letters = sorted({read.sample.letter for read in reads})
    found = []
    for fold in range(FOLDS):
        out = set(letters[fold::FOLDS])
        weights = fit([read.sample for read in reads if read.sample.letter not in out])
        found += [(weights.score(r.sample.evidence), r) for r in reads if r.sample.letter in out]
    return found


WITNESSES = {
    "everything": (),
    "the translation": ("translation", "answered_capital", "vouched", "number", "match"),
    "context": ("context", "context_known", "context_strong", "capital"),
    "grammar": ("grammar", "grammar_known", "name_kept"),
    "whole sentences": ("gap", "gap_capital", "gap_mark", "match"),
    "stops and capitals": ("stop_small", "small_after", "capital_inside", "end_bare"),
    "the page's words": ("echo", "echo_stem", "echo_capital", "repeated"),
    "the page's habits": ("channel",),
}
"""Who speaks, and under which names in the evidence."""


def without(reads: Sequence[Read], witness: str) -> list[Read]:
    """Without a witness's evidence; without the page's habits, letters look as they look on any page."""
    found = []
    for read in reads:
        silent = WITNESSES[witness]
        evidence = {n: v * 0.0 if n in silent else v for n, v in read.sample.evidence.items()}
        if witness == "the page's habits":
            page = replace(read.second.page, lexicon=tools(read.case.languages).lexicon)
            evidence["channel"] = channel_evidence(page, prior_channel())
        found.append(replace(read, sample=replace(read.sample, evidence=evidence)))
    return found


def ablation(reads: Sequence[Read]) -> str:
    """The same with each witness off in turn and the weighted sum fitted anew."""
    words = ""
    for witness, names in WITNESSES.items():
        found = left_out(without(reads, witness), fit_linear)
        figures = report(found, best_factor([(scores, read.sample) for scores, read in found]))
        words += f"{'without' if names else 'with'} {witness}\n{figures}"
    return words


def report(found: Iterable[tuple[Values, Read]], factor: float) -> str:
    """The figures of documents that were left out, by group."""
    groups: dict[str, list[ErrorScore]] = {}
    for scores, read in found:
        page = replace(read.second.page, lexicon=tools(read.case.languages).lexicon)
        shares = reranker.softmax(scores * factor, page.starts)
        profile = read.second.profile
        channel = profile.channel()
        reread = decoder.DecodingResult(page, shares, read.sample.evidence, {}, profile, channel)
        groups.setdefault(read.case.group, []).append(scored(read.case, reread))
    return table(groups)


def main() -> None:
    """Read the arguments, fit, write, report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data/ocr-dev"))
    parser.add_argument("--pages", type=Path, nargs="*", default=[], metavar="FOLDER")
    parser.add_argument("--language", choices=[languages[0] for languages in PLAIN])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--ablation", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    options = parser.parse_args()
    with ProcessPoolExecutor(options.jobs, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        documents = list(pool.map(made, plans((options.data, *options.pages))))
        for languages in PLAIN:
            if options.language not in (None, languages[0]):
                continue
            mine = [case for case in documents if case.languages == languages]
            first = fit_linear(list(pool.map(first_read, mine)))
            reads = list(pool.map(second_read, [(case, first) for case in mine]))
            draft = fit_linear([read.sample for read in reads])
            reads = list(pool.map(settled, [(read, draft) for read in reads]))
            if options.ablation:
                print(ablation(reads), flush=True)
                continue
            found = left_out(reads)
            factor = best_factor([(scores, read.sample) for scores, read in found])
            final = cooled(fit_network([read.sample for read in reads]), factor)
            words = report(found, factor)
            print(words, flush=True)
            save(options.output, mine, {"first": first, "draft": draft, "final": final}, words)


def save(path: Path, documents: Sequence[Case], stages: Mapping[str, LogLinearReranker], words: str) -> None:
    """A language's weights with what they were fitted on; the other's stay."""
    languages = documents[0].languages
    data = json.loads(path.read_text("utf-8")) if path.exists() else {"signature": {}}
    data["signature"]["tool"] = "tools/fit_ocr.py"
    data["signature"][languages[0]] = {
        "documents": len(documents),
        "sha256": hashlib.sha256("".join(case.raw for case in documents).encode()).hexdigest(),
        "left out": words.splitlines(),
    }
    data |= {f"{stage}{PLAIN[languages]}": weights.to_json() for stage, weights in stages.items()}
    path.write_text(json.dumps(data, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
