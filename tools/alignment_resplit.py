"""Merges whose truth is sure: sentences of one side that are split at a clause or joined with the next."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from alignment_damage import Unit

CLAUSE = re.compile(r"(?<=[,;:—–])\s+|(?<=[，；：])|\s+(?=[—–]\s)")
"""Where a sentence may be split."""

LAST_MARK = re.compile(r"[,;:，；：—–]$")
"""The mark at the end of a part, which becomes a full stop."""

MIN_PART = 12
"""Characters of a part."""

MAX_SIDE, MAX_BOTH = 8, 9
"""Sentences of a bead on one side, and on both together."""

RATE = 0.12
"""Fraction of the beads that are split, and of those that begin a join."""

PARTS = (1, 1, 1, 2, 3)
"""Numbers of places where a sentence is split, each as likely as it stands here."""

AS_CLAUSES = 0.5
"""Fraction of the split sentences whose parts stay as they stand, as splitters leave them at a semicolon."""

JOINED_AGAIN = 0.3
"""Probability that one more bead is joined."""


def resplit(units: list[Unit], chance: random.Random) -> list[Unit]:
    """Some sentences of one side split at a clause, some beads joined with one sentence on a side."""
    found, at = list[Unit](), 0
    while at < len(units):
        draw = chance.random()
        size = _joined_size(units, at, chance) if RATE <= draw < 2 * RATE else 1
        unit = _joined(units[at : at + size], chance) if size > 1 else units[at]
        if draw < RATE and unit.source and unit.target:
            unit = _split(unit, chance)
        fits = max(len(unit.source), len(unit.target)) <= MAX_SIDE
        fits = fits and len(unit.source) + len(unit.target) <= MAX_BOTH
        found += [unit] if fits else units[at : at + size]
        at += size
    return found


def _joined_size(units: list[Unit], at: int, chance: random.Random) -> int:
    """How many beads from ``at`` on become one."""
    size = 2
    while chance.random() < JOINED_AGAIN:
        size += 1
    whole = [unit.source and unit.target for unit in units[at : at + size]]
    return size if len(whole) == size and all(whole) else 1


def _joined(units: list[Unit], chance: random.Random) -> Unit:
    """Several beads as one, its sentences of one side as one sentence."""
    source = tuple(text for unit in units for text in unit.source)
    target = tuple(text for unit in units for text in unit.target)
    if chance.random() < 0.5:
        return Unit((" ".join(source),), target, units[0].number)
    return Unit(source, (" ".join(target),), units[0].number)


def _split(unit: Unit, chance: random.Random) -> Unit:
    """One sentence of one side as several."""
    of_source = chance.random() < 0.5
    side = list(unit.source if of_source else unit.target)
    at = chance.randrange(len(side))
    side[at : at + 1] = _parts(side[at], chance)
    return replace(unit, source=tuple(side)) if of_source else replace(unit, target=tuple(side))


def _parts(sentence: str, chance: random.Random) -> list[str]:
    """A sentence split at clauses; half of the time with capital letters and full stops."""
    places = [
        found.end()
        for found in CLAUSE.finditer(sentence)
        if found.start() >= MIN_PART and len(sentence) - found.end() >= MIN_PART
    ]
    chosen = sorted(chance.sample(places, min(chance.choice(PARTS), len(places))))
    ranges = zip([0, *chosen], [*chosen, len(sentence)], strict=True)
    parts = [part for part in (sentence[start:stop].strip() for start, stop in ranges) if part]
    if not chosen or chance.random() < AS_CLAUSES:
        return parts
    return [LAST_MARK.sub(".", part[:1].upper() + part[1:]) for part in parts]
