"""What the engine's doubt is worth on typed scans, level by level: beads, flags and corrections.

    python tests/benchmarks/scans.py SCANS [--evidence none all …] [--weights FOLDER] [--jobs 2]

SCANS holds scans that an engine has read (tools/make_scan.py, tools/scan_gold.py). Each goes through the
whole pipeline once for every kind of evidence: ``none`` is the text alone, ``all`` its pages as they were
read, ``confidence``, ``glyphs`` and ``readings`` keep one of the three, ``no-confidence``, ``no-glyphs`` and
``no-readings`` leave one out. FOLDER is what ``tools/fit_engine_doubt.py --left-out`` wrote: each scan is
measured by weights and a curve that were fitted without all scans of its text. The shipped ones are fitted on
all texts.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from align.config import Config
from align.evaluate.beads import BeadScore
from align.evaluate.report import ErrorScore, evaluate_bitext
from align.facsimile.facsimile import Facsimile
from align.facsimile.json_value import from_value
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.ocr.runtime.data import replace_data
from align.pipeline import align_documents
from align.text.document import Document, Section
from align.text.span import Span

KINDS = ("confidence", "glyphs", "readings")
EVIDENCE = ("none", "all", *KINDS, *(f"no-{kind}" for kind in KINDS))
Scores = tuple[str, BeadScore, ErrorScore]


def kept_kinds(evidence: str) -> frozenset[str]:
    """What is kept of the evidence."""
    if evidence in ("none", "all"):
        return frozenset(KINDS if evidence == "all" else ())
    return frozenset(KINDS) - {evidence.removeprefix("no-")} if "-" in evidence else frozenset((evidence,))


def reduced(facsimile: Facsimile, kinds: frozenset[str]) -> Facsimile | None:
    """The pages with these kinds of evidence alone."""
    if not kinds:
        return None
    return replace(facsimile, pages=tuple(_page(page, kinds) for page in facsimile.pages))


def _page(page: Page, kinds: frozenset[str]) -> Page:
    return replace(page, blocks=tuple(_block(block, kinds) for block in page.blocks))


def _block(block: PageBlock, kinds: frozenset[str]) -> PageBlock:
    return replace(block, lines=tuple(_line(line, kinds) for line in block.lines))


def _line(line: PageLine, kinds: frozenset[str]) -> PageLine:
    return replace(line, words=tuple(_word(word, kinds) for word in line.words))


def _word(word: PageWord, kinds: frozenset[str]) -> PageWord:
    return replace(
        word,
        confidence=word.confidence if "confidence" in kinds else None,
        glyphs=word.glyphs if "glyphs" in kinds else (),
        alternatives=word.alternatives if "readings" in kinds else (),
    )


def text_of(folder: Path) -> str:
    """The text that is typed on a scan."""
    return folder.name.rsplit("-", 1)[0]


def _document(name: str, side: str, text: str, pages: Facsimile | None = None) -> Document:
    return Document(name, text, (Section(side, Span(0, len(text))),), facsimile=pages)  # type: ignore[arg-type]


def measured(folder: Path, evidence: str, weights: Path | None) -> Scores:
    """One scan with a kind of evidence, under its level, in a process of its own."""
    if weights is not None:
        replace_data(weights / text_of(folder))
    read = folder / "read"
    pages = from_value(json.loads((read / "facsimile.json").read_text("utf-8")))
    config = replace(Config(), ocr=replace(Config().ocr, min_confidence=0.0))
    bitext = align_documents(
        {
            "source": _document("scan", "source", pages.text, reduced(pages, kept_kinds(evidence))),
            "target": _document("target.txt", "target", (read / "target.txt").read_text("utf-8")),
        },
        config,
    )
    report = evaluate_bitext(
        bitext,
        beads=read / "beads.json",
        errors=read / "errors.tsv",
        truth=read / "truth.txt",
        furniture=read / "aside.tsv",
    )
    if report.beads is None or report.errors is None:
        raise SystemExit(f"{folder}: gold files are missing")
    return folder.name.rsplit("-", 1)[1], report.beads, report.errors


HEAD = (
    "evidence       level  beads F1      P      R     F1  found  first  third"
    "  false/1000  ECE flags  ECE sugg."
)


def line(evidence: str, level: str, scores: Sequence[Scores]) -> str:
    """The figures of some scans, pooled."""
    beads = sum((one[1] for one in scores[1:]), start=scores[0][1])
    errors = sum((one[2] for one in scores[1:]), start=scores[0][2])
    counts, correction = errors.detection.counts, errors.correction
    rates = (counts.precision, counts.recall, counts.f1)
    return (
        f"{evidence:15}{level:5}  {beads.strict.f1 or 0:8.3f}"
        + "".join(f"  {rate or 0:.3f}" for rate in rates)
        + f"  {round((counts.recall or 0) * correction.errors):5}  {correction.rate(1) or 0:.3f}"
        + f"  {correction.rate(3) or 0:.3f}  {errors.detection.false_alarms or 0:10.1f}"
        + f"  {errors.detection.calibration.error or 0:9.3f}  {correction.calibration.error or 0:9.3f}"
    )


def table(evidence: str, folders: Sequence[Path], scores: Sequence[Scores]) -> None:
    """A line for each level, one for all, and the worst letter."""
    for level in sorted({one[0] for one in scores}):
        print(line(evidence, level, [one for one in scores if one[0] == level]), flush=True)
    print(line(evidence, "all", scores), flush=True)
    letters = {text_of(folder) for folder in folders}
    by_letter = {
        letter: [one for folder, one in zip(folders, scores, strict=True) if text_of(folder) == letter]
        for letter in letters
    }
    worst = min(
        by_letter,
        key=lambda name: sum((one[2] for one in by_letter[name]), start=ErrorScore()).correction.rate(1) or 0,
    )
    print(line(evidence, "worst", by_letter[worst]), worst, flush=True)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scans", type=Path)
    parser.add_argument("--evidence", nargs="+", choices=EVIDENCE, default=["none", "all"])
    parser.add_argument("--weights", type=Path, metavar="FOLDER")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    folders = sorted(path.parents[1] for path in options.scans.glob("*/read/facsimile.json"))
    print(HEAD)
    # What is loaded is kept for the life of a process.
    with ProcessPoolExecutor(options.jobs, get_context("spawn"), max_tasks_per_child=1) as pool:
        for evidence in options.evidence:
            one = partial(measured, evidence=evidence, weights=options.weights)
            table(evidence, folders, list(pool.map(one, folders)))


if __name__ == "__main__":
    main()
