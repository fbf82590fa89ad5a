"""Beads, flags and corrections on the development documents, level by level: one table.

    python tests/benchmarks/ocr_dev.py [../shared/data/ocr-dev]

L0 clean print, L1 good typescript, L2 degraded carbon copy, L3 bad photocopy. Errors are pooled over the
documents of a level; the last column counts wrong flags in 1,000 words.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from align.api import align_file
from align.config import Config
from align.evaluate.beads import BeadScore
from align.evaluate.report import ErrorScore, evaluate_bitext


def scored(folder: Path) -> tuple[BeadScore, ErrorScore]:
    """One document through the whole pipeline, against its gold."""
    config = replace(Config(), ocr=replace(Config().ocr, min_confidence=0.0))
    report = evaluate_bitext(
        align_file(folder / "source.txt", folder / "target.txt", config),
        beads=folder / "beads.json",
        errors=folder / "errors.tsv",
        truth=folder / "truth.txt",
        furniture=folder / "aside.tsv",
    )
    if report.beads is None or report.errors is None:
        raise SystemExit(f"{folder}: gold files are missing")
    return report.beads, report.errors


def main() -> None:
    """Print the table."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/ocr-dev")
    print("level  beads F1      P      R     F1  first  CER before  after  false/1000")
    scores = {
        level: [scored(folder) for folder in sorted(root.glob(f"*-{level}"))]
        for level in ("L0", "L1", "L2", "L3")
    }
    for level, found in scores.items():
        print(line(level, found), flush=True)
    print(line("all", [score for found in scores.values() for score in found]))


def line(name: str, scores: Sequence[tuple[BeadScore, ErrorScore]]) -> str:
    """The figures of some documents, pooled."""
    beads = sum((bead for bead, _ in scores[1:]), start=scores[0][0])
    errors = sum((error for _, error in scores[1:]), start=scores[0][1])
    found, characters = errors.detection.counts, errors.characters
    return (
        f"{name:5}  {beads.strict.f1 or 0:8.3f}  {found.precision or 0:.3f}  {found.recall or 0:.3f}  "
        f"{found.f1 or 0:.3f}  {errors.correction.rate(1) or 0:.3f}  "
        f"{characters.before / characters.length:10.4f} {characters.after / characters.length:.4f}  "
        f"{errors.detection.false_alarms or 0:10.1f}"
    )


if __name__ == "__main__":
    main()
