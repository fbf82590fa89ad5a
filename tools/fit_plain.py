"""Fit the weights of the reranker for old or badly read print: ``degraded print`` of reranker.json.

    python tools/fit_plain.py [DATA] [--jobs 2] [--left-out FOLDER] [-o OUT.json]

DATA (default ../shared/data) holds pages of old print in eight languages with their true text
(``ocr-real/icdar2019``), letters in English (``ocr-dev``, clean and with slips of the hand) and clean
English beside its original (``align-dev``). The tables of ``tools/learn_print.py`` know the words of the
pages. So each half of the pages of a language is read with tables counted on the other half.

Printed is what each half gives by weights and tables that know the other half alone: these are kept in
FOLDER/0 and FOLDER/1 (``tests/benchmarks/real_pages.py`` takes them). The tables are counted anew.
Two cores: about forty minutes.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from competition_pages import CompetitionPage, read_pages
from fit_ocr import OUT as RERANKER
from fit_ocr import LeftOut, Read, draft_pass, encoder, final_pass, first_pass, report, save
from fit_reranker import best_factor, cooled, fit_linear, fit_network
from learn_print import OUT, learn, learnable
from ocr_cases import Case
from plain_cases import KIND, english_cases, page_case

from align.ocr.reranker import LogLinearReranker
from align.ocr.runtime.data import replace_data

Given = TypeVar("Given")
Result = TypeVar("Result")


@dataclass(frozen=True, eq=False)
class Corpus:
    """Documents that are read with tables of pages which are not among them.

    Attributes:
        cases: The documents.
        tables: Folder of the tables; ``None`` for those that ship with the package.
    """

    cases: Sequence[Case]
    tables: Path | None

    def map(self, work: Callable[[Given], Result], given: Sequence[Given], jobs: int) -> list[Result]:
        """``work`` of each, in processes that have the tables."""
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(self.tables,)) as pool:
            return list(pool.map(work, given))


def _begin(tables: Path | None) -> None:
    torch.set_num_threads(1)
    if tables is not None:
        replace_data(tables)


def part_of(pages: Sequence[CompetitionPage], part: int) -> list[CompetitionPage]:
    """Every second page of each language, beginning with the first (``part`` 0) or the second (1)."""
    counts: Counter[str] = Counter()
    found = []
    for page in pages:
        if counts[page.language] % 2 == part:
            found.append(page)
        counts[page.language] += 1
    return found


def halves(pages: Sequence[CompetitionPage], folder: Path) -> list[Corpus]:
    """Both halves of some pages, each with the tables of the other.

    ``folder`` keeps the tables of half 0 in ``0``, those of half 1 in ``1``.
    """
    parts = [part_of(pages, part) for part in range(2)]
    for part, own in enumerate(parts):
        (folder / str(part)).mkdir(parents=True, exist_ok=True)
        learn(learnable(own), folder / str(part))
    return [
        Corpus([page_case(page) for page in learnable(own)], folder / str(1 - part))
        for part, own in enumerate(parts)
    ]


@dataclass(frozen=True, eq=False)
class Fit:
    """The weights of the first passes, fitted on some corpora.

    Attributes:
        first: Of the first pass.
        draft: Of the draft.
        jobs: Processes.
    """

    first: LogLinearReranker
    draft: LogLinearReranker
    jobs: int

    @classmethod
    def of(cls, corpora: Sequence[Corpus], jobs: int) -> Fit:
        """Fit the weighted sums of the first passes."""
        seen = [sample for corpus in corpora for sample in corpus.map(first_pass, corpus.cases, jobs)]
        first = fit_linear(seen)
        drafts = [read for corpus in corpora for read in _drafts(corpus, first, jobs)]
        return cls(first, fit_linear([read.sample for read in drafts]), jobs)

    def reads(self, corpus: Corpus) -> list[Read]:
        """The documents of a corpus with the features of the final pass."""
        drafts = _drafts(corpus, self.first, self.jobs)
        return corpus.map(final_pass, [(read, self.draft) for read in drafts], self.jobs)

    def stages(self, final: LogLinearReranker) -> dict[str, LogLinearReranker]:
        """The weights of all passes, as the file names them."""
        return {"first": self.first, "draft": self.draft, "final": final}


def _drafts(corpus: Corpus, first: LogLinearReranker, jobs: int) -> list[Read]:
    return corpus.map(draft_pass, [(case, first) for case in corpus.cases], jobs)


def main() -> None:
    """Read the pages, fit, measure each half left out, write."""
    options = arguments()
    pages = read_pages(options.data / "ocr-real" / "icdar2019")
    learn(learnable(pages), OUT)
    english = Corpus(list(english_cases(options.data, encoder())), None)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.left_out or Path(scratch)
        whole = halves(pages, folder)
        fit = Fit.of([*whole, english], options.jobs)
        texts = fit.reads(english)
        found = []
        for part, test in enumerate(whole[::-1]):
            own = halves(part_of(pages, part), folder / str(part) / "halves")
            left = part_of_texts(texts, part)
            learned = [read for corpus in own for read in fit.reads(corpus)]
            weights = fit_network([read.sample for read in (*learned, *left)])
            unseen = [*fit.reads(test), *part_of_texts(texts, 1 - part)]
            found += [LeftOut(read, weights, weights.score(read.sample.matrix)) for read in unseen]
            stages = fit.stages(weights)
            save(folder / str(part) / "reranker.json", KIND, [read.case for read in learned], stages, "")
        factor = best_factor([(one.scores, one.read.sample) for one in found])
        figures = report(found, factor)
        print(figures, flush=True)
        everything = [one.read for one in found]
        final = cooled(fit_network([read.sample for read in everything]), factor)
        save(options.output, KIND, [read.case for read in everything], fit.stages(final), figures)


def part_of_texts(texts: Sequence[Read], part: int) -> list[Read]:
    """Every second letter or text with all that was made of it."""
    letters = sorted({read.case.letter for read in texts})[part::2]
    return [read for read in texts if read.case.letter in letters]


def arguments() -> argparse.Namespace:
    """The arguments of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--left-out", type=Path, metavar="FOLDER")
    parser.add_argument("-o", "--output", type=Path, default=RERANKER)
    return parser.parse_args()


if __name__ == "__main__":
    main()
