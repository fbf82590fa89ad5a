"""A bead as the scorers see it: two sets of numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from align.alignment.bead import Alignment
from align.errors import InvariantError


@dataclass(frozen=True)
class GoldBead:
    """``source`` belongs to ``target``: numbers of sentences, or anchors (code points of the raw file).

    Unlike a bead it may cross others and leave numbers out, as published gold does.
    """

    source: frozenset[int]
    target: frozenset[int]

    def __post_init__(self) -> None:
        if not self.source and not self.target:
            raise InvariantError("a link needs a number on one side at least")

    @property
    def type(self) -> str:
        """Numbers on each side: ``1-1``, ``2-1``, ``0-1``."""
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
    """Which links hold a number of either side."""

    source: dict[int, list[GoldBead]]
    target: dict[int, list[GoldBead]]

    @classmethod
    def of(cls, links: Iterable[GoldBead]) -> Index:
        """All of them, each number once."""
        source, target = defaultdict(list), defaultdict(list)
        for link in links:
            for number in link.source:
                source[number].append(link)
            for number in link.target:
                target[number].append(link)
        return cls(dict(source), dict(target))

    def touching(self, link: GoldBead) -> set[GoldBead]:
        """The links that share a number with this one, on either side."""
        near = (links for number in link.source for links in (self.source.get(number, []),))
        far = (links for number in link.target for links in (self.target.get(number, []),))
        return {other for links in (*near, *far) for other in links}
