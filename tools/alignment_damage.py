"""Damage texts with known beads as scanning and translation damage them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from alignment_data import DAMAGED, GoldText, gold_text

FURNITURE = (
    "Digital Archive of the Institute",
    "- {number} -",
    "Page {number} of 48",
    "Original scan, sheet {number}",
    "* * *",
    "Копия. Экз. № {number}",
    "СЕКРЕТНО",
    "ВХОДЯЩИЙ № {number}",
    "TOP SECRET",
    "COPY {number}",
    "STRICTLY CONFIDENTIAL",
    "..... ^ {number}",
)
"""Page furniture: lines that are no text; ``{number}`` is replaced by the number of the bead."""


NEAR, LONG = 3, 80
"""Beads that text moves at least, and characters of a sentence that moves alone."""


@dataclass(frozen=True)
class Unit:
    """The sentences of a true bead, and its number in the undamaged text (``None``: page furniture)."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    number: int | None = None


@dataclass(frozen=True)
class DamagedText:
    """A damaged text and, for each sentence, the number of its undamaged bead (``None``: page furniture).

    Sentences of one bead may be in such positions that no alignment contains all their pairs.
    """

    text: GoldText
    source: tuple[int | None, ...]
    target: tuple[int | None, ...]


Damage = Callable[[list[Unit], random.Random], list[Unit]]


def furniture(units: list[Unit], chance: random.Random) -> list[Unit]:
    """A line of page furniture about every twelve beads, on either side."""
    found: list[Unit] = []
    for number, unit in enumerate(units):
        found.append(unit)
        if chance.random() < 1 / 12:
            line = (chance.choice(FURNITURE).format(number=number),)
            found.append(Unit(line, ()) if chance.random() < 0.5 else Unit((), line))
    return found


def lost_lines(units: list[Unit], chance: random.Random) -> list[Unit]:
    """One bead in twenty has lost one side."""
    return [_without_a_side(unit, chance) if chance.random() < 1 / 20 else unit for unit in units]


def _without_a_side(unit: Unit, chance: random.Random) -> Unit:
    return chance.choice([replace(unit, source=()), replace(unit, target=())])


def merged_sentences(units: list[Unit], chance: random.Random) -> list[Unit]:
    """One bead in eight is joined with the one before, their sentences of one side as one sentence."""
    found: list[Unit] = []
    for unit in units:
        before = found[-1] if found else Unit((), ())
        whole = all((unit.source, unit.target, before.source, before.target))
        if whole and chance.random() < 1 / 8:
            source, target = before.source + unit.source, before.target + unit.target
            of_source = chance.random() < 0.5
            source, target = ((" ".join(source),), target) if of_source else (source, (" ".join(target),))
            found[-1] = Unit(source, target, before.number)
        else:
            found.append(unit)
    return found


def doubled_lines(units: list[Unit], chance: random.Random) -> list[Unit]:
    """One bead in thirty has its last sentence of one side twice; the copy has no partner."""
    found: list[Unit] = []
    for unit in units:
        found.append(unit)
        if chance.random() < 1 / 30:
            of_source = chance.random() < 0.5
            source, target = (unit.source[-1:], ()) if of_source else ((), unit.target[-1:])
            found.append(Unit(source, target, unit.number))
    return [unit for unit in found if unit.source or unit.target]


def omitted_passages(units: list[Unit], chance: random.Random) -> list[Unit]:
    """Passages of 5 to 30 beads that are not translated; one begins about every hundred beads."""
    return _passages(
        units, chance, 30, lambda at, size: [replace(unit, target=()) for unit in units[at : at + size]]
    )


def unrelated_passages(units: list[Unit], chance: random.Random) -> list[Unit]:
    """Passages of 5 to 15 beads, the other side of which is from another part of the text."""

    def elsewhere(at: int, size: int) -> list[Unit]:
        far = (at + len(units) // 2) % max(len(units) - size, 1)
        here, there = units[at : at + size], units[far : far + size]
        return [replace(unit, target=()) for unit in here] + [replace(unit, source=()) for unit in there]

    return _passages(units, chance, 15, elsewhere)


def _passages(
    units: list[Unit], chance: random.Random, longest: int, replaced: Callable[[int, int], list[Unit]]
) -> list[Unit]:
    """The beads with passages of 5 to ``longest`` beads replaced; one bead in a hundred begins a passage."""
    found, at = list[Unit](), 0
    while at < len(units):
        size = chance.randint(5, longest) if chance.random() < 1 / 100 else 0
        found += [*replaced(at, size), *units[at + size : at + size + 1]]
        at += size + 1
    return found


def swapped_paragraphs(units: list[Unit], chance: random.Random) -> list[Unit]:
    """Two adjacent paragraphs of 4 to 8 beads of the target are exchanged, about every sixty beads."""
    found, at = list[Unit](), 0
    while at < len(units):
        size = chance.randint(4, 8) if chance.random() < 1 / 60 and at + 16 < len(units) else 0
        one, other = units[at : at + size], units[at + size : at + 2 * size]
        found += [Unit((), unit.target, unit.number) for unit in other]
        found += one
        found += [replace(unit, target=()) for unit in other]
        found += units[at + 2 * size : at + 2 * size + 1]
        at += 2 * size + 1
    return found


def swapped_halves(units: list[Unit], chance: random.Random) -> list[Unit]:
    """The second half of the target stands before the first."""
    middle = len(units) // 2
    if chance.random() < 0.5:
        return _moved(units, range(middle), len(units))
    return _moved(units, range(middle, len(units)), 0)


def moved_paragraphs(units: list[Unit], chance: random.Random) -> list[Unit]:
    """A paragraph of 3 to 8 beads of the target stands elsewhere, near or far."""
    size = min(chance.randint(3, 8), len(units) // 3)
    at = chance.randrange(len(units) - size)
    return _moved(units, range(at, at + size), _place(at, size, len(units), chance))


def moved_sentences(units: list[Unit], chance: random.Random) -> list[Unit]:
    """The target of a bead with a long sentence stands elsewhere."""
    long = [at for at, unit in enumerate(units) if unit.target and len("".join(unit.source)) > LONG]
    if not long:
        return units
    at = chance.choice(long)
    return _moved(units, range(at, at + 1), _place(at, 1, len(units), chance))


def moved_notes(units: list[Unit], chance: random.Random) -> list[Unit]:
    """One bead in fifteen has its target at the end of the text, in order, as notes have."""
    notes = sorted(chance.sample(range(len(units)), len(units) // 15))
    kept = [replace(unit, target=()) if at in notes else unit for at, unit in enumerate(units)]
    return [*kept, *(replace(units[at], source=()) for at in notes)]


def _place(at: int, size: int, length: int, chance: random.Random) -> int:
    """A place more than :data:`NEAR` beads from a passage that begins at ``at``."""
    places = [to for to in range(length + 1) if to < at - NEAR or to > at + size + NEAR]
    return chance.choice(places or [0])


def _moved(units: list[Unit], part: range, to: int) -> list[Unit]:
    """The beads, the targets of some of them moved before the bead ``to``."""
    kept = [replace(unit, target=()) if at in part else unit for at, unit in enumerate(units)]
    return [*kept[:to], *(replace(units[at], source=()) for at in part), *kept[to:]]


DAMAGES: dict[str, Damage] = {
    "none": lambda units, _: units,
    "furniture": furniture,
    "lost lines": lost_lines,
    "merged sentences": merged_sentences,
    "doubled lines": doubled_lines,
    "omitted passages": omitted_passages,
    "other text": unrelated_passages,
    "swapped paragraphs": swapped_paragraphs,
    "swapped halves": swapped_halves,
    "moved paragraphs": moved_paragraphs,
    "moved sentences": moved_sentences,
    "moved notes": moved_notes,
}


def damaged(text: GoldText, damages: Sequence[Damage], seed: int = 0) -> DamagedText:
    """The text after some kinds of damage, one after another; the same for the same ``seed``."""
    chance = random.Random(f"{text.name} {seed}")  # noqa: S311 -- reproducible, not secret
    units = [
        Unit(text.source[start[0] : stop[0]], text.target[start[1] : stop[1]], number)
        for number, (start, stop) in enumerate(text.path)
    ]
    for damage in damages:
        units = [unit for unit in damage(units, chance) if unit.source or unit.target]
    source, target, beads = list[str](), list[str](), list[tuple[list[int], list[int]]]()
    for unit in units:
        rows = list(range(len(source), len(source) + len(unit.source)))
        columns = list(range(len(target), len(target) + len(unit.target)))
        source += unit.source
        target += unit.target
        beads.append((rows, columns))
    return DamagedText(
        gold_text(text.name + DAMAGED, source, target, beads),
        tuple(unit.number for unit in units for _ in unit.source),
        tuple(unit.number for unit in units for _ in unit.target),
    )
