"""Typed pages as a scan, the truth known: image-only PDFs and their pages, to fit and measure on.

    python tools/make_scan.py letters OUT [--data ../shared/data/ocr-dev] [--levels 1 2 3]
    python tools/make_scan.py novels OUT --count 30 [--data ../shared/data/parallel-ru-en/novels.tsv.xz]

Both take ``--maker FOLDER`` (default ../shared/tools), which holds the maker of worn typescript:
make_ocr.py (``render``, ``degrade``) and make_ocr_bitext.py. ``letters`` types every letter of the
development data at each level, ``novels`` passages of a table of Russian and English beads, each at one.

Pages are A4, lines of 64 characters, words divided at line ends as a typist does,
paragraphs indented, a number at the head of every page but the first. One folder a scan:

scan.pdf     the pages as pictures alone
p001.png …   the same pages
truth.txt    what was typed: paragraphs without line breaks, the numbers of pages where they stand
target.txt   the translation
beads.json   [{"source": [offsets], "target": [offsets]}]: first letters of true sentences, in truth.txt
aside.tsv    start stop text: the numbers of pages, in truth.txt

What an engine reads of it has other offsets: ``tools/scan_gold.py`` maps these places to its text.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein

WIDTH, LINES = 64, 34
"""Characters of a line, lines of a page."""
INDENT = 5
A4 = (210 / 25.4, 297 / 25.4)
FONTS = ("freemono", "cmutt", "gnutypewriter", "ptmono")
PASSAGE = 3200
"""Characters of a passage of a novel."""


@dataclass(frozen=True)
class Letter:
    """What is typed: paragraphs, each with the offsets of its sentences; its translation and their beads.

    ``beads``: of each the numbers of sentences of the original, and offsets of ``target``.
    """

    name: str
    paragraphs: tuple[tuple[str, ...], ...]
    target: str
    beads: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


@dataclass(frozen=True)
class Plan:
    """One scan to be made."""

    letter: Letter
    level: int
    font: str
    seed: int
    maker: Path
    out: Path


@dataclass(frozen=True)
class Typed:
    """The lines of each page, and what was typed with the places of sentences and of page numbers."""

    pages: tuple[tuple[str, ...], ...]
    truth: str
    sentences: tuple[int, ...]
    aside: tuple[tuple[int, int], ...]


def maker_of(folder: Path) -> ModuleType:
    """The maker of worn typescript."""
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    return import_module("make_ocr")


def development_letters(folder: Path) -> Iterator[Letter]:
    """The letters of the development data, as they were typed."""
    for page in sorted(folder.glob("*/beads.json")):
        source, target, truth = (
            (page.parent / name).read_text("utf-8") for name in ("source.txt", "target.txt", "truth.txt")
        )
        beads = json.loads(page.read_text("utf-8"))
        starts = sorted({_moved(source, truth, at) for bead in beads for at in bead["source"]})
        numbers = {at: number for number, at in enumerate(starts)}
        paragraphs, at = [], 0
        for line in truth.splitlines():
            inside = [start - at for start in starts if at <= start < at + len(line)]
            cuts = sorted({0, *inside})
            pieces = [
                line[one:other].strip() for one, other in zip(cuts, [*cuts[1:], len(line)], strict=True)
            ]
            paragraphs.append(tuple(piece for piece in pieces if piece))
            at += len(line) + 1
        found = tuple(
            (tuple(numbers[_moved(source, truth, at)] for at in bead["source"]), tuple(bead["target"]))
            for bead in beads
        )
        yield Letter(page.parent.name.rsplit("-", 1)[0], tuple(paragraphs), target, found)


def _moved(source: str, truth: str, at: int) -> int:
    """The beginning of the typed word of which the read word at ``at`` was made."""
    place = len(truth)
    for step in _opcodes(source, truth):
        if step.src_start <= at < step.src_end:
            place = min(step.dest_start + at - step.src_start, max(step.dest_end, step.dest_start + 1) - 1)
            break
    while place and not truth[place - 1].isspace():
        place -= 1
    return place


_STEPS: dict[tuple[str, str], list[Any]] = {}


def _opcodes(one: str, other: str) -> list[Any]:
    if (one, other) not in _STEPS:
        _STEPS[one, other] = list(Levenshtein.opcodes(one, other))
    return _STEPS[one, other]


def novel_passages(table: Path, count: int, seed: int) -> Iterator[Letter]:
    """Passages of as many beads as make two pages, spread evenly over the table."""
    with lzma.open(table, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    rng = random.Random(seed)  # noqa: S311 - nothing secret
    for number in range(count):
        start = len(rows) * number // count + rng.randrange(200)
        chosen, length = [], 0
        for russian, english, *_ in rows[start:]:
            if length > PASSAGE:
                break
            chosen.append((" ".join(russian.split()), " ".join(english.split())))
            length += len(russian)
        yield _passage(f"novel{number:03}", chosen, rng)


def _passage(name: str, rows: Sequence[tuple[str, str]], rng: random.Random) -> Letter:
    paragraphs: list[tuple[str, ...]] = []
    at = 0
    while at < len(rows):
        size = rng.randint(2, 5)
        paragraphs.append(tuple(russian for russian, _ in rows[at : at + size]))
        at += size
    target, beads = "", []
    for number, (_, english) in enumerate(rows):
        beads.append(((number,), (len(target),)))
        target += english + ("\n\n" if rng.random() < 0.3 else " ")
    return Letter(name, tuple(paragraphs), target.strip() + "\n", tuple(beads))


def typed(letter: Letter, maker: ModuleType) -> Typed:
    """Break the paragraphs into lines and pages; a page never ends inside a word."""
    rest = [
        (line, number, first == 0)
        for number, pieces in enumerate(letter.paragraphs)
        for first, line in enumerate(maker.wrap("\0" * INDENT + " ".join(pieces), WIDTH, hyphenate=True))
    ]
    pages: list[tuple[str, ...]] = []
    truth = ""
    aside: list[tuple[int, int]] = []
    open_paragraph = -1
    while rest:
        size = min(len(rest), LINES)
        while size < len(rest) and rest[size - 1][0].endswith("-"):
            size -= 1
        head: list[str] = []
        if pages:
            text = f"- {len(pages) + 1} -"
            head = [text.center(WIDTH).rstrip(), ""]
            truth = truth.rstrip() + "\n\n"
            aside.append((len(truth), len(truth) + len(text)))
            truth += text + "\n\n"
        for line, number, first in rest[:size]:
            if first and number != open_paragraph:
                truth = truth.rstrip() + ("\n\n" if truth else "")
                open_paragraph = number
            plain = line.lstrip("\0")
            truth += plain[:-1] if plain.endswith("-") and plain[-2:-1].isalpha() else plain + " "
        pages.append((*head, *(line.replace("\0", " ") for line, *_ in rest[:size])))
        rest = rest[size:]
    truth = truth.rstrip() + "\n"
    return Typed(tuple(pages), truth, _first_letters(letter, truth, aside), tuple(aside))


def _first_letters(letter: Letter, truth: str, aside: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Where the first letter of each sentence stands: both hold the same characters, white space apart."""
    numbers = {at for start, stop in aside for at in range(start, stop)}
    places = [at for at, one in enumerate(truth) if not one.isspace() and at not in numbers]
    found, count = [], 0
    for piece in (piece for pieces in letter.paragraphs for piece in pieces):
        own = "".join(piece.split())
        first = next((at for at, one in enumerate(own) if one.isalnum()), 0)
        found.append(places[count + first])
        count += len(own)
    return tuple(found)


def make(plan: Plan) -> str:
    """Type, wear and write one scan."""
    maker = maker_of(plan.maker)
    settings = dict(maker.LEVELS[plan.level])
    lines = typed(plan.letter, maker)
    plan.out.mkdir(parents=True, exist_ok=True)
    pictures = []
    for number, page in enumerate(lines.pages):
        rng, noise = (
            random.Random(plan.seed * 1009 + number),  # noqa: S311 - nothing secret
            np.random.default_rng(plan.seed * 1009 + number),
        )
        sheet = _on_paper(maker.render(page, plan.font, settings, rng, noise))
        pictures.append(maker.degrade(sheet, settings, rng, noise))
        pictures[-1].save(plan.out / f"p{number + 1:03}.png", dpi=(settings["dpi"],) * 2)
    pictures[0].save(
        plan.out / "scan.pdf",
        save_all=True,
        append_images=pictures[1:],
        resolution=settings["dpi"],
        quality=95,
    )
    _write(plan, lines)
    return plan.out.name


def _on_paper(page: np.ndarray) -> np.ndarray:
    """The page in the upper left of a sheet of A4."""
    height, width = round(A4[1] * 300), round(A4[0] * 300)
    sheet = np.ones((max(height, page.shape[0]), max(width, page.shape[1])), np.float32)
    sheet[: page.shape[0], : page.shape[1]] = page
    return sheet


def _write(plan: Plan, lines: Typed) -> None:
    beads = [
        {"source": [lines.sentences[number] for number in source], "target": list(target)}
        for source, target in plan.letter.beads
    ]
    rows = [f"{start}\t{stop}\t{lines.truth[start:stop]}" for start, stop in lines.aside]
    files = {
        "truth.txt": lines.truth,
        "target.txt": plan.letter.target,
        "beads.json": json.dumps(beads),
        "aside.tsv": "\n".join(["start\tstop\ttext", *rows]) + "\n",
    }
    for name, text in files.items():
        (plan.out / name).write_text(text, encoding="utf-8", newline="")


def plans(options: argparse.Namespace) -> Iterator[Plan]:
    """The scans that the command line asks for."""
    if options.kind == "letters":
        found = development_letters(options.data or Path("../shared/data/ocr-dev"))
        wanted = [(letter, level) for letter in found for level in options.levels]
    else:
        table = options.data or Path("../shared/data/parallel-ru-en/novels.tsv.xz")
        passages = novel_passages(table, options.count, options.seed)
        levels = options.levels
        wanted = [(letter, levels[number % len(levels)]) for number, letter in enumerate(passages)]
    for number, (letter, level) in enumerate(wanted):
        font = FONTS[(number + number // len(FONTS)) % len(FONTS)]
        out = options.out / f"{letter.name}-L{level}"
        yield Plan(letter, level, font, options.seed * 100 + number, options.maker, out)


def main() -> None:
    """Read the arguments and make the scans, one process a core."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kind", choices=("letters", "novels"))
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--maker", type=Path, default=Path("../shared/tools"))
    parser.add_argument("--levels", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    with ProcessPoolExecutor(options.jobs) as pool:
        for name in pool.map(make, plans(options)):
            print(name, flush=True)


if __name__ == "__main__":
    main()
