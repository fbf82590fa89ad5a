"""A bitext as the checks use it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

from align.alignment.bead import Alignment, Bead
from align.check.line import Line
from align.check.line_builder import LineBuilder
from align.check.term import Term
from align.embed.encoder import Encoder
from align.text.document import Side

MIN_CONFIDENCE = 0.6
"""Confidence of a bead (fraction 0-1) from which its two sides are compared."""

MIN_PAIRS = 8
"""Pairs from which the usual ratio of lengths is known."""


@dataclass(frozen=True, eq=False)
class CheckedBead:
    """A bead with its lines; a side without sentences is ``None``."""

    bead: Bead
    source: Line | None
    target: Line | None

    def seen_from(self, side: Side) -> tuple[Line | None, Line | None]:
        """A side's line, and the other's."""
        return (self.source, self.target) if side == "source" else (self.target, self.source)


@dataclass(frozen=True, eq=False)
class AlignedPair:
    """A bead that is sure and has two sides."""

    bead: Bead
    source: Line
    target: Line

    @property
    def sides(self) -> tuple[tuple[Line, Line], tuple[Line, Line]]:
        """Each side with the other."""
        return (self.source, self.target), (self.target, self.source)

    @property
    def length_ratio(self) -> float:
        """Natural logarithm of the characters of the target to those of the source."""
        return math.log((len(self.target.without_insertions.strip()) + 1) / (len(self.source.text) + 1))


@dataclass(frozen=True, eq=False)
class CheckContext:
    """What every check gets.

    Attributes:
        beads: All beads in order.
        languages: Of the original and of the translation, ISO 639-1.
        moved: Of each side, the indices of the sentences that are translated out of order.
        glossary: Terms and their translations.
        encoder: Turns text into vectors; ``None``: checks that compare meaning do less.
    """

    beads: tuple[CheckedBead, ...]
    languages: tuple[str, str]
    moved: Mapping[Side, frozenset[int]] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    encoder: Encoder | None = None

    @cached_property
    def pairs(self) -> tuple[AlignedPair, ...]:
        """The beads with two sides that are sure enough to be compared."""
        return tuple(
            AlignedPair(checked.bead, checked.source, checked.target)
            for checked in self.beads
            if checked.source and checked.target and checked.bead.confidence >= MIN_CONFIDENCE
        )

    @cached_property
    def length_ratio(self) -> float | None:
        """The median :attr:`AlignedPair.length_ratio`; ``None`` where there are too few pairs."""
        return median(pair.length_ratio for pair in self.pairs) if len(self.pairs) >= MIN_PAIRS else None

    @property
    def two_sided(self) -> bool:
        """Whether any bead has two sides."""
        return any(checked.source and checked.target for checked in self.beads)

    def is_moved(self, side: Side, line: Line) -> bool:
        """Whether all sentences of a line are translated out of order."""
        return self.moved.get(side, frozenset()).issuperset(one.index for one in line.sentences)

    def lines(self, side: Side) -> tuple[Line, ...]:
        """One side's lines in order."""
        found = (checked.seen_from(side)[0] for checked in self.beads)
        return tuple(line for line in found if line is not None)


def check_context(
    sides: tuple[LineBuilder, LineBuilder],
    alignment: Alignment,
    glossary: tuple[Term, ...] = (),
    encoder: Encoder | None = None,
) -> CheckContext:
    """The beads of an alignment with their lines."""
    source, target = sides
    beads = tuple(
        CheckedBead(bead, source.line(bead.source), target.line(bead.target)) for bead in alignment.beads
    )
    moved: dict[Side, frozenset[int]] = {
        "source": frozenset(index for crossing in alignment.crossings for index in crossing.source),
        "target": frozenset(index for crossing in alignment.crossings for index in crossing.target),
    }
    return CheckContext(beads, (source.language, target.language), moved, glossary, encoder)
