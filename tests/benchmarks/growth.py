"""How time and memory grow with a text: ``python tests/benchmarks/growth.py [SIZES ...] [--data DATA]``.

The first sentences of *War and Peace* (``scale``), as they are and misread by ``tools/confuse_text.py`` (a
slip in thirty characters), are aligned with their translation and searched for OCR errors, each size in a
process of its own. Printed are the seconds of processor time, all processes together, the peak memory of the
largest process (file pages that it has mapped among it, MB), and the exponents of the power laws that fit
them: 1 is linear growth. What is loaded before the text is aligned is not counted.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from long_document import LANGUAGES, RATE, ROOT, sentences

SIZES = (500, 1000, 2000, 5000)
KINDS = ("clean", "misread")
FIGURES = ("aligning", "searching", "together", "MB")
ROW = "{:10}{:>10}" + "{:>12}" * len(FIGURES)


class Run(NamedTuple):
    """One text: ``figures`` has its seconds of each stage, and its peak memory in MB."""

    kind: str
    size: int
    figures: Mapping[str, float]


def texts(data: Path, kind: str, size: int) -> tuple[str, str]:
    """The original and its translation, a sentence a line."""
    sys.path.insert(0, str(ROOT / "tools"))
    from confuse_text import confuse

    source, target = (
        "\n".join((data / "scale" / f"{side}.txt").read_text("utf-8").split("\n")[:size])
        for side in ("source", "target")
    )
    return (confuse(source, 7, RATE)[0] if kind == "misread" else source), target


def measure(data: Path, kind: str, size: int) -> dict[str, float]:
    """Align and search a text in this process."""
    from align.alignment.aligner import align_sentences
    from align.embed.cache import CachedEncoder
    from align.embed.encoder import load
    from align.ocr.detect import SearchedSide, find_flags

    source, target = map(sentences, texts(data, kind, size))
    encoder = CachedEncoder(load())
    marks = [seconds()]
    alignment = align_sentences([one.text for one in source], [one.text for one in target], encoder)
    marks.append(seconds())
    find_flags(SearchedSide(source, LANGUAGES[0]), SearchedSide(target, LANGUAGES[1]), alignment, encoder)
    marks.append(seconds())
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    values = (marks[1] - marks[0], marks[2] - marks[1], marks[2] - marks[0], peak / 1024)
    return dict(zip(FIGURES, values, strict=True))


def seconds() -> float:
    """Processor time of this process and of those that it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def exponent(runs: Sequence[Run], figure: str) -> float:
    """The slope of the line through the logarithms of size and figure."""
    sizes, values = zip(*[(run.size, run.figures[figure]) for run in runs], strict=True)
    return float(np.polyfit(np.log(sizes), np.log(values), 1)[0])


def in_processes(data: Path, kind: str, sizes: Iterable[int]) -> list[Run]:
    """A kind of text in all sizes; prints a line for each."""
    runs = []
    for size in sizes:
        command = [sys.executable, __file__, "--one", kind, str(size), "--data", str(data)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        runs.append(Run(kind, size, json.loads(done.stdout)))
        print(line(kind, size, runs[-1].figures, ".1f"), flush=True)
    return runs


def line(kind: str, size: object, figures: Mapping[str, float], digits: str) -> str:
    """A row of the table."""
    return ROW.format(kind, size, *(format(figures[name], digits) for name in FIGURES))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="sentences, up to 19,900")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--one", choices=KINDS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.data, options.one, options.sizes[0])))
        return
    print(ROW.format("text", "sentences", *FIGURES))
    for kind in KINDS:
        runs = in_processes(options.data, kind, options.sizes)
        if len(runs) > 1:
            print(line(kind, "exponent", {name: exponent(runs, name) for name in FIGURES}, ".2f"))


if __name__ == "__main__":
    main()
