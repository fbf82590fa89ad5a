"""Makes a collection of short documents that share an engine's errors: for two_passes.py.

    python tests/benchmarks/made_collection.py novels.tsv.xz OUT [--documents 60] [--sentences 4] [--renamed]

The table holds a sentence, its translation and a score a line. ``--renamed`` takes sentences with certain
names, and gives these people other names on both sides, which no dictionary has.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from confuse_text import Confusions, confuse, draw_confusions, look_alikes, write_misread

MIN_SCORE, LENGTHS = 0.5, range(20, 400)
"""Of a pair that is taken, and characters of its sentence."""
MAX_SHARE = 0.08
"""Of the occurrences of a letter that are misread as one other."""
NAMES = (
    ("Болконск", "Дурмалайск", "Bolk[óo]nski", "Durmalayski"),
    ("Кутузов", "Зурмагов", "Kut[úu]zov", "Zurmagov"),
    ("Наполеон", "Карбалион", "Napoleon", "Karbalion"),
    ("Москв", "Зурбакв", "Moscow", "Zurbakva"),
    ("Наташ", "Ругинаш", "Nat[áa]sha", "Ruginasha"),
    ("Пьер", "Блетур", "Pierre", "Bletur"),
    ("Ростов", "Шмыргов", "Rost[óo]v", "Shmyrgov"),
    ("Вронск", "Кваренск", "Vr[óo]nsky", "Kvarensky"),
    ("Левин", "Лебурин", "Levin", "Leburin"),
    ("Кити", "Бумити", "Kitty", "Bumiti"),
    ("Базаров", "Гурзаров", "Bazarov", "Gurzarov"),
)
"""The stem of a name and of another, and the same in the translation, the first as a pattern."""

Pair = tuple[str, str]
"""A sentence and its translation."""


def pairs(path: Path) -> Iterator[Pair]:
    """The good pairs of the table."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            source, target, score = line.rstrip("\n").split("\t")
            if float(score) > MIN_SCORE and len(source) in LENGTHS:
                yield source, target


def renamed(found: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs that have names, with other names."""
    for source, target in found:
        named = False
        other, facing = source, target
        for stem, new, pattern, replacement in NAMES:
            named = named or (stem in source and bool(re.search(pattern, target)))
            other, facing = other.replace(stem, new), re.sub(pattern, replacement, facing)
        if named:
            yield other, facing


def shared_errors(found: Sequence[Pair], rate: float, seed: int) -> Confusions:
    """The errors of the engine, the same for all documents."""
    text = "".join(source for source, _ in found[:500])
    drawn = draw_confusions(random.Random(seed), look_alikes(), text, rate)  # noqa: S311 - no secret
    likely = {letter: (other, min(share, MAX_SHARE)) for letter, (other, share) in drawn.likely.items()}
    return Confusions(likely, rate)


def write_document(folder: Path, part: Sequence[Pair], errors: Confusions, seed: int) -> None:
    """Write a document with its truth."""
    read, rows = confuse("\n".join(source for source, _ in part) + "\n", seed, errors.rate, confusions=errors)
    write_misread(folder, read, rows)
    (folder / "target.txt").write_text("\n".join(target for _, target in part) + "\n", encoding="utf-8")


def main() -> None:
    """Read the arguments, write the documents."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--sentences", type=int, default=4)
    parser.add_argument("--rate", type=float, default=0.004)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--renamed", action="store_true")
    options = parser.parse_args()
    found = list(pairs(options.pairs))
    if options.renamed:
        found = list(renamed(found))
    random.Random(options.seed).shuffle(found)  # noqa: S311 - likewise
    errors = shared_errors(found, options.rate, options.seed)
    for number in range(options.documents):
        part = found[number * options.sentences : (number + 1) * options.sentences]
        write_document(options.out / f"d{number:03}", part, errors, 100 + number)
    print(f"{options.out}: {options.documents} documents, {errors.likely}")


if __name__ == "__main__":
    main()
