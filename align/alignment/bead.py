"""What belongs together, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from align.errors import InvariantError
from align.text.document import Side

DOUBTFUL = 0.8
"""A bead less sure than this (fraction 0-1) wants a look: on texts the weights had not seen, one in
three of those between .7 and .8 was wrong, one in ten of those between .8 and .9."""


@dataclass(frozen=True)
class Bead:
    """Sentences of the source and the sentences of the target that translate them.

    ``source`` and ``target`` are ranges of sentence indices, one of them possibly empty (a null
    bead: an omission or an addition; its empty range stands at the place of the gap).
    ``score``: similarity of the two sides, ``None`` where there is nothing to compare.
    ``confidence``: fraction 0-1.
    """

    source: range
    target: range
    score: float | None
    confidence: float

    def __post_init__(self) -> None:
        if not self.source and not self.target:
            raise InvariantError("a bead needs a sentence on one side at least")
        if self.source.step != 1 or self.target.step != 1:
            raise InvariantError("a bead's ranges have step 1")
        if not 0.0 <= self.confidence <= 1.0:
            raise InvariantError(f"confidence is a fraction 0-1, got {self.confidence}")

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.confidence < DOUBTFUL

    @property
    def first(self) -> tuple[Side, int]:
        """Side and index of a sentence that no other bead holds: its first."""
        return ("source", self.source.start) if self.source else ("target", self.target.start)

    @property
    def type(self) -> str:
        """``1-1``, ``2-1``, ``0-1`` …: sentences of the source, then of the target."""
        return f"{len(self.source)}-{len(self.target)}"


@dataclass(frozen=True)
class Crossing:
    """Sentences that seem to translate each other, but not at the same place of the order.

    They stay unpaired in the beads; ``score``: mean cosine of the sentences, one by one.
    """

    source: range
    target: range
    score: float


@dataclass(frozen=True)
class Alignment:
    """Every sentence in exactly one bead, in order on both sides; what crosses is named beside."""

    beads: tuple[Bead, ...]
    n_source: int
    n_target: int
    crossings: tuple[Crossing, ...] = ()

    def __repr__(self) -> str:
        """One line: the numbers of beads and sentences."""
        sentences = f"{self.n_source} source and {self.n_target} target sentences"
        return f"<Alignment: {len(self.beads)} beads, {sentences}>"

    def __post_init__(self) -> None:
        source = target = 0
        for bead in self.beads:
            if bead.source.start != source or bead.target.start != target:
                raise InvariantError(f"bead {bead} does not continue at source {source}, target {target}")
            source, target = bead.source.stop, bead.target.stop
        if (source, target) != (self.n_source, self.n_target):
            raise InvariantError(
                f"beads end at source {source} of {self.n_source}, target {target} of {self.n_target}"
            )
