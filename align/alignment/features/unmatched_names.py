"""Names and numbers that a bead leaves behind: the partner's neighbour has them, the partner has not."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.names.similarity import likeness

MARK = re.compile(r"\d{2,}|[^\W\d_]{3,}")
ALIKE = 0.5
"""Likeness (fraction 0-1) from which two words are one name here."""

Marks = tuple[str, ...]


def unmatched_names(material: DocumentPair, pairs: Edges) -> Columns:
    """``left-behind``: root of the number of such names and numbers of both sides, the rarer the more."""
    sides = [_marks(text.sentences) for text in (material.source, material.target)]
    rarities = [_rarity(side) for side in sides]
    found = []
    for start, stop in zip(pairs.start.tolist(), pairs.stop.tolist(), strict=True):
        lost = 0.0
        for side, other in ((0, 1), (1, 0)):
            held = sides[side][start[side] : stop[side]]
            partner = sides[other][start[other] : stop[other]]
            neighbours = _neighbours(sides[other], start[other], stop[other])
            lost += sum(rarities[side][mark] for mark in _left(held, partner, neighbours))
        found.append(math.sqrt(lost))
    return {"beside.left-behind": np.array(found, dtype=np.float64)}


def _left(held: Sequence[Marks], partner: Sequence[Marks], neighbours: Sequence[Marks]) -> Iterable[str]:
    """The marks that are matched beside the partner and not in it."""
    for marks in held:
        matched = {mark for near in neighbours for mark in _matched(marks, near)}
        if matched:
            yield from matched.difference(*(_matched(marks, inside) for inside in partner))


def _neighbours(side: Sequence[Marks], start: int, stop: int) -> list[Marks]:
    return [side[at] for at in (start - 1, stop) if 0 <= at < len(side)]


@lru_cache(maxsize=1 << 16)
def _matched(marks: Marks, others: Marks) -> frozenset[str]:
    """Which of the marks have a like among the others."""
    return frozenset(mark for mark in marks if any(_alike(mark, other) for other in others))


def _alike(one: str, other: str) -> bool:
    return one == other or (not one.isdigit() and not other.isdigit() and likeness(one, other) >= ALIKE)


def _marks(sentences: Sequence[str]) -> list[Marks]:
    """Of each sentence, its numbers and capitalised words, each once."""
    return [
        tuple(dict.fromkeys(mark for mark in MARK.findall(text) if mark[0].isdigit() or mark[0].isupper()))
        for text in sentences
    ]


def _rarity(side: Sequence[Marks]) -> dict[str, float]:
    """Of each mark: fraction 0-1, near 1 where one sentence alone has it."""
    counts = Counter(mark for marks in side for mark in marks)
    whole = math.log(len(side) + 1)
    return {mark: max(math.log((len(side) + 1) / count) / whole, 0.0) for mark, count in counts.items()}
