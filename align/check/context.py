"""A bitext as the checks read it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from align.alignment.bead import Alignment, Bead
from align.check.line import Line
from align.check.term import Term
from align.corrections import rewrite
from align.embed.encoder import Encoder
from align.flag import Flag
from align.text.document import Side
from align.text.insertions import insertions
from align.text.sentence import Sentence
from align.text.span import Span

SURE = 0.6
"""Beads less sure than this (fraction 0-1) are no ground to judge a translation on."""

FEWEST = 8
"""Pairs from which the usual ratio of lengths can be told."""


@dataclass(frozen=True, eq=False)
class CheckedBead:
    """A bead; a side without sentences is ``None``."""

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
    def ratio(self) -> float:
        """Natural logarithm of the characters of the target to those of the source."""
        return math.log((len(self.target.own.strip()) + 1) / (len(self.source.text) + 1))


@dataclass(frozen=True, eq=False)
class CheckContext:
    """All beads in order, the glossary, and what turns text into vectors, if there is anything."""

    pairs: tuple[CheckedBead, ...]
    languages: tuple[str, str]
    glossary: tuple[Term, ...] = ()
    encoder: Encoder | None = None

    @cached_property
    def both(self) -> tuple[AlignedPair, ...]:
        """The beads that the two sides can be compared in."""
        return tuple(
            AlignedPair(pair.bead, pair.source, pair.target)
            for pair in self.pairs
            if pair.source and pair.target and pair.bead.confidence >= SURE
        )

    @cached_property
    def ratio(self) -> float | None:
        """The usual (median) :attr:`Both.ratio`; ``None`` where the pairs are too few to tell."""
        return median(both.ratio for both in self.both) if len(self.both) >= FEWEST else None

    @property
    def two_sided(self) -> bool:
        """Whether there is an original and a translation at all."""
        return any(pair.source and pair.target for pair in self.pairs)

    def lines(self, side: Side) -> tuple[Line, ...]:
        """One side's lines in order."""
        found = (pair.seen_from(side)[0] for pair in self.pairs)
        return tuple(line for line in found if line is not None)


@dataclass(frozen=True, eq=False)
class LineBuilder:
    """One side's sentences with what is known of each: makes its lines."""

    side: Side
    language: str
    sentences: Sequence[Sentence]
    insertions: Sequence[Sequence[range]]
    flags: Mapping[int, Sequence[Flag]]

    @classmethod
    def of(
        cls, side: Side, language: str, sentences: Sequence[Sentence], flags: Sequence[Flag]
    ) -> LineBuilder:
        """``flags``: of both sides; those of OCR errors count."""
        held: dict[int, list[Flag]] = {}
        for flag in flags:
            if flag.side == side and flag.kind.startswith("ocr."):
                held.setdefault(flag.sentence, []).append(flag)
        return cls(side, language, sentences, insertions([one.text for one in sentences]), held)

    def line(self, indices: range) -> Line | None:
        """The sentences named; ``None`` where there are none."""
        if not indices:
            return None
        doubts = [self._doubts(index) for index in indices]
        mended = " ".join(self._mended(index) for index in indices)
        found = tuple(self.sentences[index] for index in indices)
        inserted = [self.insertions[index] for index in indices]
        return Line(self.side, self.language, found, inserted, doubts, mended)

    def _places(self, index: int) -> list[tuple[int, int, Flag]]:
        places = [(self.sentences[index].locate(flag.spans), flag) for flag in self.flags.get(index, ())]
        return [(*place, flag) for place, flag in places if place is not None]

    def _doubts(self, index: int) -> list[range]:
        return [range(start, stop) for start, stop, _ in self._places(index)]

    def _mended(self, index: int) -> str:
        text = self.sentences[index].text
        edits: dict[Span, str] = {}
        for start, stop, flag in self._places(index):
            place = Span(start, stop)
            if flag.suggestions and not any(place.overlaps(other) for other in edits):
                edits[place] = flag.suggestions[0].text
        return rewrite(text, edits)


def check_context(
    sides: tuple[LineBuilder, LineBuilder],
    alignment: Alignment,
    glossary: tuple[Term, ...] = (),
    encoder: Encoder | None = None,
) -> CheckContext:
    """The beads of an alignment as pairs of lines."""
    source, target = sides
    pairs = tuple(
        CheckedBead(bead, source.line(bead.source), target.line(bead.target)) for bead in alignment.beads
    )
    return CheckContext(pairs, (source.language, target.language), glossary, encoder)
