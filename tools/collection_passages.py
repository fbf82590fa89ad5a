"""Passages of parallel texts of the development data: originals with their translations, bead by bead."""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SENTENCES = (5, 40)
"""The fewest and the most sentences of a document; most have about twelve."""
USUAL = 12
CHUNK = 500
"""Beads that are taken or left out together."""
MAX_SHARED = 0.05
"""Part of the beads of a chunk that may stand in the other text as well."""

TextBead = tuple[str, str]
"""What stands for each other: the original, the translation; one of them may be empty."""


@dataclass(frozen=True)
class Passage:
    """Beads that follow each other, and where they were cut from."""

    name: str
    beads: Sequence[TextBead]


def passages(data: Path, count: int, rng: random.Random) -> list[Passage]:
    """Passages that share no bead, in a random order.

    Args:
        data: The folder of the development data.
        count: How many. Where the data is not enough, it is cut once more, at other places.
        rng: Draws their lengths.
    """
    found: list[Passage] = []
    while len(found) < count:
        for name, beads in _texts(data).items():
            found += _cut(name, beads, rng)
    rng.shuffle(found)
    return found[:count]


@lru_cache(maxsize=1)
def _texts(data: Path) -> Mapping[str, Sequence[TextBead]]:
    """The beads of each text, no novel twice."""
    scale = _scale(data / "scale")
    novels = _novels(data / "parallel-ru-en" / "novels.tsv.xz")
    return {"scale": scale, "novels": _without({source for source, _ in scale}, novels)}


def _scale(folder: Path) -> list[TextBead]:
    """The beads of a novel that was aligned automatically."""
    source = (folder / "source.txt").read_text("utf-8").split("\n")
    target = (folder / "target.txt").read_text("utf-8").split("\n")
    beads = []
    for line in (folder / "silver.align").read_text("utf-8").splitlines():
        own, other = map(json.loads, line.split(":")[:2])
        beads.append((" ".join(source[at] for at in own), " ".join(target[at] for at in other)))
    return beads


def _novels(path: Path) -> list[TextBead]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        cells = [line.rstrip("\n").split("\t") for line in lines]
    return [(source, target) for source, target, *_ in cells]


def _without(known: set[str], beads: Sequence[TextBead]) -> list[TextBead]:
    """The beads without the chunks of which many originals are known."""
    chunks = [beads[at : at + CHUNK] for at in range(0, len(beads), CHUNK)]
    new = [
        chunk for chunk in chunks if sum(source in known for source, _ in chunk) <= MAX_SHARED * len(chunk)
    ]
    return [bead for chunk in new for bead in chunk]


def _cut(name: str, beads: Sequence[TextBead], rng: random.Random) -> Iterator[Passage]:
    """One passage after the other, each with an original and a translation."""
    at = rng.randrange(SENTENCES[1])
    while True:
        length = round(rng.triangular(*SENTENCES, USUAL))
        part = beads[at : at + length]
        if len(part) < length:
            return
        if all(any(text[side] for text in part) for side in (0, 1)):
            yield Passage(f"{name}:{at}:{length}", part)
        at += length
