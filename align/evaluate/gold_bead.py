"""A bead as two sets of numbers, and an index of such beads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from align.alignment.bead import Alignment
from align.errors import InvariantError


@dataclass(frozen=True)
class GoldBead:
    """The numbers of ``source`` are aligned with those of ``target``.

    Numbers are indices of sentences, from 0, or anchors (code points of the raw file). Unlike a
    :class:`align.alignment.bead.Bead` it may cross others and skip numbers, as published gold does. Raises
    :class:`InvariantError` where both sides are empty.
    """

    source: frozenset[int]
    target: frozenset[int]

    def __post_init__(self) -> None:
        if not self.source and not self.target:
            raise InvariantError("a gold bead needs a number on one side at least")

    @property
    def type(self) -> str:
        """How many numbers each side has: ``1-1``, ``2-1``, ``0-1``."""
        return f"{len(self.source)}-{len(self.target)}"

    @property
    def null(self) -> bool:
        """Whether one side is empty: an omission or an addition."""
        return not (self.source and self.target)

    def overlaps(self, other: GoldBead) -> bool:
        """Whether the two share a number on both sides."""
        return bool(self.source & other.source and self.target & other.target)


def beads_as_gold(alignment: Alignment) -> tuple[GoldBead, ...]:
    """The beads of an alignment by the numbers of their sentences."""
    return tuple(GoldBead(frozenset(bead.source), frozenset(bead.target)) for bead in alignment.beads)


@dataclass(frozen=True)
class Index:
    """Number -> the beads that hold it, for each side."""

    source: dict[int, list[GoldBead]]
    target: dict[int, list[GoldBead]]

    @classmethod
    def of(cls, beads: Iterable[GoldBead]) -> Index:
        """The index of these beads."""
        source, target = defaultdict(list), defaultdict(list)
        for bead in beads:
            for number in bead.source:
                source[number].append(bead)
            for number in bead.target:
                target[number].append(bead)
        return cls(dict(source), dict(target))

    def sharing(self, bead: GoldBead) -> set[GoldBead]:
        """The beads that share a number with this one, on either side."""
        of_source = [self.source.get(number, []) for number in bead.source]
        of_target = [self.target.get(number, []) for number in bead.target]
        return {other for beads in (*of_source, *of_target) for other in beads}
