"""The result of an alignment: beads, and the sentences that translate each other out of order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import fmean

from align.alignment.encoder_knows import EncoderKnowledge
from align.errors import InvariantError
from align.text.document import Side

DOUBTFUL = 0.92
"""Confidence (fraction 0-1) below which a person should check a bead.

Of pairs whose true partner was lost, .025 are surer (``tests/benchmarks/damage.py``)."""


@dataclass(frozen=True)
class Bead:
    """Sentences of the source and the sentences of the target that translate them.

    Attributes:
        source: indices of the source sentences, from 0; a range of step 1.
        target: the same of the target. One of the two may be empty (a null bead: an omission or an
            addition); the empty range then starts where the missing sentences would stand.
        score: cosine of the two sides, each as one vector; ``None`` where a side is empty or where nothing
            was compared.
        confidence: probability (fraction 0-1) that the bead is right.

    Raises:
        InvariantError: both sides are empty, a range has another step, or ``confidence`` is no fraction.

    Example:
        >>> bead = Bead(range(3, 4), range(3, 5), score=0.71, confidence=0.96)
        >>> bead.type, bead.doubtful
        ('1-2', False)
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
        """Whether a person should check it: its confidence is below :data:`DOUBTFUL`."""
        return self.confidence < DOUBTFUL

    @property
    def first(self) -> tuple[Side, int]:
        """Side and index of its first sentence, which identifies it: no other bead holds that sentence."""
        return ("source", self.source.start) if self.source else ("target", self.target.start)

    @property
    def type(self) -> str:
        """Numbers of its source and target sentences, such as ``1-1``, ``2-1`` or ``0-1``."""
        return f"{len(self.source)}-{len(self.target)}"


@dataclass(frozen=True)
class Crossing:
    """Consecutive sentences that translate each other, but stand elsewhere on either side.

    A path of beads is monotone, so the beads leave these sentences unpaired.

    Attributes:
        source: indices of the source sentences, from 0.
        target: indices of the target sentences.
        score: mean cosine of its beads.
        beads: which of the sentences translate which, in order; between two of them a sentence may be without
            a partner.

    Example:
        >>> Crossing(range(4, 6), range(9, 11), score=0.74).places
        'sentences 5-6 stand at 10-11'
    """

    source: range
    target: range
    score: float
    beads: tuple[Bead, ...] = ()

    @property
    def confidence(self) -> float:
        """Mean confidence of its beads (fraction 0-1); of a result stored without them, its score."""
        return fmean(bead.confidence for bead in self.beads) if self.beads else min(max(self.score, 0.0), 1.0)

    def partners(self, side: Side, sentence: int) -> range:
        """The sentences of the other side that translate one of ``side``.

        Args:
            side: The sentence's side.
            sentence: Its index, one of those of the crossing.

        Returns:
            Their indices; all of the crossing where it is in none of its beads.

        Raises:
            InvariantError: The sentence is not one of the crossing.

        Example:
            >>> bead = Bead(range(4, 5), range(9, 11), 0.7, 0.9)
            >>> crossing = Crossing(range(4, 6), range(9, 12), 0.7, (bead,))
            >>> crossing.partners("source", 4), crossing.partners("source", 5)
            (range(9, 11), range(9, 12))
        """
        places = [(bead.source, bead.target) for bead in self.beads]
        for source, target in (*places, (self.source, self.target)):
            own, other = (source, target) if side == "source" else (target, source)
            if sentence in own:
                return other
        raise InvariantError(f"expected a sentence of {self.source} or {self.target}, got {side} {sentence}")

    @property
    def places(self) -> str:
        """Both places in words, the sentences of each side counted from 1."""
        source, target = (
            f"{places[0] + 1}" if len(places) == 1 else f"{places[0] + 1}-{places[-1] + 1}"
            for places in (self.source, self.target)
        )
        stand = "sentence {} stands at {}" if len(self.source) == 1 else "sentences {} stand at {}"
        return stand.format(source, target)


@dataclass(frozen=True, repr=False)
class Alignment:
    """The beads of two texts: every sentence is in exactly one bead, in order on both sides.

    ``len(alignment)`` is the number of beads; iteration yields them in order.

    Attributes:
        beads: in order of both sides; an empty range starts where the bead before it stopped.
        n_source: number of source sentences.
        n_target: number of target sentences.
        crossings: sentences that the beads leave unpaired because they translate each other out of order.
        unknown: what the encoder's vectors show, where they say too little and spelling and lengths carry
            the alignment; else ``None``.

    Raises:
        InvariantError: a sentence is in no bead, in several, or out of order.

    Example:
        >>> alignment = Alignment((Bead(range(1), range(2), 0.8, 0.9),), n_source=1, n_target=2)
        >>> alignment
        <Alignment: 1 beads of 1 source and 2 target sentences>
        >>> [bead.type for bead in alignment]
        ['1-2']
    """

    beads: tuple[Bead, ...]
    n_source: int
    n_target: int
    crossings: tuple[Crossing, ...] = ()
    unknown: EncoderKnowledge | None = field(default=None, compare=False)

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

    def __len__(self) -> int:
        return len(self.beads)

    def __iter__(self) -> Iterator[Bead]:
        return iter(self.beads)

    def __repr__(self) -> str:
        """One line of counts; a long text has thousands of beads."""
        crossings = f", {len(self.crossings)} crossings" if self.crossings else ""
        return (
            f"<Alignment: {len(self)} beads of {self.n_source} source and "
            f"{self.n_target} target sentences{crossings}>"
        )
