"""Fit the weights of the reranker for Russian print of before 1918: ``old print`` of reranker.json.

    python tools/fit_print.py [DATA] [--jobs 2] [--left-out FOLDER] [-o OUT.json]

DATA (default ../shared/data) holds prose (``text-ru``), of which pages are made as an engine reads old print
(``tools/print_pages.py``), and three pages that were read by hand (``ocr-real``). FOLDER/NAME gets weights
fitted without the page NAME, for ``tests/benchmarks/real_pages.py``. Two cores: half an hour.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import torch
from fit_ocr import OUT, Read, draft_pass, final_pass, first_pass, save
from fit_reranker import fit_linear, fit_network
from ocr_cases import Case
from print_cases import CLOSE_READINGS, KIND, close_readings, made_pages

from align.ocr.reranker import LogLinearReranker

PAGES = 72
"""Made pages."""
TEXTS = "text-ru/prose-19c-20c.txt.xz"


def fitted(documents: Sequence[Case], jobs: int) -> tuple[dict[str, LogLinearReranker], list[Read]]:
    """The weights of the first passes, and the documents with the features of the final one."""
    with ProcessPoolExecutor(jobs, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        first = fit_linear(list(pool.map(first_pass, documents)))
        drafts = list(pool.map(draft_pass, [(case, first) for case in documents]))
        draft = fit_linear([read.sample for read in drafts])
        reads = list(pool.map(final_pass, [(read, draft) for read in drafts]))
    return {"first": first, "draft": draft}, reads


def main() -> None:
    """Make the pages, fit, write; then leave each real page out in turn."""
    options = arguments()
    documents = [*close_readings(options.data / "ocr-real"), *made_pages(options.data / TEXTS, PAGES)]
    stages, reads = fitted(documents, options.jobs)
    write(options.output, stages, reads)
    for name in CLOSE_READINGS if options.left_out is not None else ():
        folder = options.left_out / name
        folder.mkdir(parents=True, exist_ok=True)
        write(folder / "reranker.json", stages, [read for read in reads if read.case.letter != name])


def write(path: Path, stages: dict[str, LogLinearReranker], reads: Sequence[Read]) -> None:
    """Fit the weights of the final pass on some documents and write those of all passes."""
    final = fit_network([read.sample for read in reads])
    save(path, KIND, [read.case for read in reads], {**stages, "final": final}, "")


def arguments() -> argparse.Namespace:
    """The arguments of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--left-out", type=Path, metavar="FOLDER")
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    return parser.parse_args()


if __name__ == "__main__":
    main()
