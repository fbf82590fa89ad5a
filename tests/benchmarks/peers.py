"""Aligners side by side: ``python tests/benchmarks/peers.py [DATA] [--sizes 1000 2500 5000 20000]``.

Ours, ``sentweave`` (the algorithm of Vecalign; ``pip install cython && pip install --no-build-isolation
sentweave``) and ``galechurch``, each in a process of its own, with the same encoder, on the same
machine. Seconds are of processor time (wall time in brackets), with and without embedding; memory is
the peak of the process. Scores are strict and lax F1 of Vecalign's scorer; the pages of ``ocr-dev``,
cut where true sentences begin, are pooled. On ``scale/`` it is against silver, which is no gold: read it
as agreement. ``growth``: exponent of the seconds in the number of sentences, from 2,500 on.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
from numpy.typing import NDArray

from align.alignment.aligner import align_sentences
from align.embed.encoder import Encoder, load
from align.evaluate.beads import score_beads
from align.evaluate.gold_bead import GoldBead, beads_as_gold
from align.evaluate.gold_beads import read_gold_align
from align.evaluate.prf import Counts

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from alignment_data import load as load_gold

PUBLISHED = (
    ("Bertalign + LaBSE, beads to 8", 0.940),
    ("Bertalign + LaBSE", 0.936),
    ("SentAlign + LaBSE", 0.932),
    ("Vecalign + LASER", 0.902),
)
"""Strict F1 on the Text+Berg test set, quoted; ours there is not measured here."""

POOLED = "ru-en"
"""The sets of this pair of languages are pooled, too."""

LEAST = 2500
"""Source sentences from which on growth is measured."""

Text = tuple[list[str], list[str], Sequence[GoldBead]]
"""Source and target sentences, and what belongs together."""


class Clock:
    """An encoder that counts its own processor seconds."""

    def __init__(self, encoder: Encoder) -> None:
        """``encoder``: who does the work."""
        self.encoder, self.name, self.sha256, self.seconds = encoder, encoder.name, "", 0.0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the encoder does."""
        before = process_time()
        vectors = self.encoder.encode(list(texts))
        self.seconds += process_time() - before
        return vectors


def ours(source: list[str], target: list[str], clock: Clock) -> Iterable[GoldBead]:
    """This package."""
    return beads_as_gold(align_sentences(source, target, clock))


def sentweave(source: list[str], target: list[str], clock: Clock) -> Iterable[GoldBead]:
    """Vecalign's algorithm, its defaults."""
    from sentweave import align  # type: ignore[import-not-found]  # measured where it is installed

    found = align(source, target, clock).alignments
    return [GoldBead(frozenset(bead.src_indices), frozenset(bead.tgt_indices)) for bead in found]


def galechurch(source: list[str], target: list[str], _: Clock) -> Iterable[GoldBead]:
    """Lengths alone (Gale and Church, 1993)."""
    from galechurch import align  # type: ignore[import-not-found]  # measured where it is installed

    return [
        GoldBead(
            frozenset(range(bead.source_start, bead.source_end)),
            frozenset(range(bead.target_start, bead.target_end)),
        )
        for bead in align(source, target).beads
    ]


@dataclass(frozen=True)
class Row:
    """One aligner on one text, or on several pooled; ``seconds`` and ``embedding`` of processor time."""

    strict: Counts
    lax: Counts
    seconds: float
    wall: float
    embedding: float
    gigabytes: float

    def __add__(self, other: Row) -> Row:
        return Row(
            self.strict + other.strict,
            self.lax + other.lax,
            self.seconds + other.seconds,
            self.wall + other.wall,
            self.embedding + other.embedding,
            max(self.gigabytes, other.gigabytes),
        )

    def line(self, title: str, name: str) -> str:
        """As the table shows it."""
        return (
            f"{title:26}{name:12}{self.strict.f1 or 0:7.3f}{self.lax.f1 or 0:7.3f}{self.seconds:8.1f}"
            f"{'(' + format(self.wall, '.1f') + ')':>9}{self.seconds - self.embedding:9.1f}"
            f"{self.gigabytes:6.2f}"
        )


ALIGNERS: dict[str, Callable[[list[str], list[str], Clock], Iterable[GoldBead]]] = {
    "ours": ours,
    "sentweave": sentweave,
    "galechurch": galechurch,
}


def measure(name: str, folder: Path, gold: str, size: int | None) -> Row:
    """One aligner on the first ``size`` source sentences of one set (all: ``None``)."""
    texts = pages(folder.parent) if folder.name == "ocr-dev" else [lines(folder, gold, size)]
    clock = Clock(load())
    clock.encoder.encode(["to warm up"])
    before, wall = process_time(), perf_counter()
    found = [list(ALIGNERS[name](source, target, clock)) for source, target, _ in texts]
    seconds, wall = process_time() - before, perf_counter() - wall
    scores = [score_beads(links, mine) for (_, _, links), mine in zip(texts, found, strict=True)]
    score = sum(scores[1:], start=scores[0])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return Row(score.strict, score.lax, seconds, wall, clock.seconds, memory)


def lines(folder: Path, gold: str, size: int | None) -> Text:
    """A set of numbered lines, or its beginning."""
    links = read_gold_align(folder / gold).beads
    source, target = (
        (folder / side).read_text(encoding="utf-8").removesuffix("\n").split("\n")
        for side in ("source.txt", "target.txt")
    )
    if size is not None:
        links = tuple(link for link in links if all(number < size for number in link.source))
        target = target[: 1 + max(number for link in links for number in link.target if link.source)]
        source = source[:size]
        links = tuple(link for link in links if all(number < len(target) for number in link.target))
    return source, target, links


def pages(data: Path) -> list[Text]:
    """The texts of ``ocr-dev``."""
    found = [text for text in load_gold(data) if text.group == "ocr-dev"]
    return [
        (
            list(text.source),
            list(text.target),
            [GoldBead(frozenset(range(i, k)), frozenset(range(j, m))) for (i, j), (k, m) in text.path],
        )
        for text in found
    ]


def alone(name: str, folder: Path, gold: str, size: int | None) -> Row:
    """The same in a process of its own, so that memory is its own, too."""
    job = json.dumps([name, str(folder), gold, size])
    done = subprocess.run(
        [sys.executable, __file__, "--job", job], check=True, capture_output=True, text=True
    )
    held = json.loads(done.stdout.splitlines()[-1])
    return Row(**held | {kind: Counts(**held[kind]) for kind in ("strict", "lax")})


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--sizes", nargs="*", type=int, default=[1000, 2500, 5000, 20000])
    parser.add_argument("--only", nargs="*", default=list(ALIGNERS), choices=list(ALIGNERS))
    parser.add_argument("--job", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        name, folder, gold, size = json.loads(options.job)
        print(json.dumps(asdict(measure(name, Path(folder), gold, size))))
        return
    here = [name for name in options.only if name == "ours" or importlib.util.find_spec(name)]
    sets = sorted(path for path in (options.data / "align-dev").iterdir() if path.is_dir())
    jobs = [(folder.name, folder, "gold.align", None) for folder in sets]
    jobs += [("ocr-dev, 12 pages", options.data / "ocr-dev", "", None)]
    jobs += [(f"scale, {size:,}", options.data / "scale", "silver.align", size) for size in options.sizes]
    print(f"{'text':26}{'aligner':12}{'strict':>7}{'lax':>7}{'s':>8}{'(wall)':>9}{'without':>9}{'GB':>6}")
    seconds: dict[str, dict[int, float]] = {name: {} for name in here}
    pooled: dict[str, Row] = {}
    for title, *job in jobs:
        for name in here:
            row = alone(name, *job)
            if job[-1]:
                seconds[name][job[-1]] = row.seconds
            if title.endswith(POOLED):
                pooled[name] = pooled[name] + row if name in pooled else row
            print(row.line(title, name), flush=True)
    for name, row in pooled.items():
        print(row.line(f"all {POOLED}", name))
    for name, took in seconds.items():
        print_growth(name, took)
    for title, strict in PUBLISHED:
        print(f"{'Text+Berg test (quoted)':26}{title:32}{strict:.3f}")


def print_growth(name: str, took: dict[int, float]) -> None:
    """The exponent between the smallest and the greatest size, where there are two."""
    sizes = sorted(size for size in took if size >= LEAST)
    if len(sizes) > 1:
        ratio = took[sizes[-1]] / took[sizes[0]]
        print(f"{'growth':26}{name:12}{math.log(ratio) / math.log(sizes[-1] / sizes[0]):7.2f}")


if __name__ == "__main__":
    main()
