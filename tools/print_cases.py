"""Documents to fit the weights for print in an old spelling on: made pages, and pages read by hand."""

from __future__ import annotations

import csv
import lzma
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ocr_cases import RUSSIAN, Case, sentences_of
from print_pages import old_spelling, print_page

from align.alignment.bead import Alignment, Bead
from align.evaluate.gold_errors import GoldError
from align.text.span import Span

KIND: Final = "old print"
"""What the file of weights calls those that these documents fit."""
CLOSE_READINGS = ("segodnya-1919", "barnaby-1842", "liv1904")
NEUTRAL = ("break", "unsure", "typography")
"""Kinds of differences that count neither way."""
WORK = re.compile(r"^=== (.+)$", re.MULTILINE)
WORDS = 450
"""Words of a made page."""


def close_reading(path: Path) -> Iterator[GoldError]:
    """The errors of a page that was read by hand: ``start stop read truth kind``, a backslash escapes."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\")
        for start, stop, read, truth, kind in list(rows)[1:]:
            counts = "typography" if kind in NEUTRAL else "ocr"
            yield GoldError(Span(int(start), int(stop)), read, truth, counts)


def close_readings(folder: Path) -> Iterator[Case]:
    """The pages that were read by hand, without their translations."""
    for name in CLOSE_READINGS:
        raw = (folder / name / "source.txt").read_text("utf-8")
        yield _case(name, name, raw, raw, tuple(close_reading(folder / name / "errors.tsv")))


def made_pages(prose: Path, count: int) -> Iterator[Case]:
    """Pages of the longest works of a collection, each of another work."""
    with lzma.open(prose, "rt", encoding="utf-8") as text:
        parts = WORK.split(text.read())[1:]
    works = sorted(zip(parts[::2], parts[1::2], strict=True), key=lambda work: (-len(work[1]), work[0]))
    for number, (name, work) in enumerate(works[:count]):
        words = work.split()
        middle = len(words) // 2
        truth = old_spelling(" ".join(words[middle : middle + WORDS]))
        raw, errors = print_page(truth, number)
        gold = tuple(GoldError(Span(one.start, one.stop), one.read, one.truth, "ocr") for one in errors)
        yield _case(name, "made print", raw, truth, gold)


def _case(name: str, group: str, raw: str, truth: str, errors: tuple[GoldError, ...]) -> Case:
    sentences = sentences_of(raw, "ru")
    count = len(sentences)
    alone = [Bead(range(at, at + 1), range(0), None, 1.0) for at in range(count)]
    return Case(
        name, group, raw, truth, sentences, (), Alignment(tuple(alone), count, 0), errors, (), RUSSIAN, KIND
    )
