"""What has been decided so far: rows of sentences and readings. A value; :mod:`.effect` makes the next one.

A row holds sentences by their raw places, so the law "no sentence is lost or doubled" is about ink: the
rows of every state cover the ink of the bitext's sentences (and of what was brought back), each once.
A :class:`Patch` is the difference of two states; its inverse undoes it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Literal, TypeVar

from align.bitext_data import BitextData
from align.review.overlap import Overlaps
from align.review.place import Pairing, Place, Spans, flat
from align.review.side_view import SideView
from align.text.document import SIDES, Side

Status = Literal["auto", "confirmed", "rejected"]
Origin = Literal["found", "arranged", "realigned", "brought back"]
How = Literal["accepted", "edited", "kept", "right", "answered"]


@dataclass(frozen=True)
class Row:
    """A pairing and what the reviewer said of it."""

    pairing: Pairing
    status: Status = "auto"
    origin: Origin = "found"
    later: bool = False
    comment: str = ""

    def side(self, side: Side) -> tuple[Spans, ...]:
        """Its sentences of one side."""
        return self.pairing.side(side)

    @cached_property
    def id(self) -> str:
        """``s120``: its first sentence's side and raw place; no other row has it."""
        side: Side = "source" if self.pairing.source else "target"
        return sentence_id(side, self.side(side)[0])


def sentence_id(side: Side, spans: Spans) -> str:
    """``s120``, ``t8``: the side's letter and where the sentence begins in the raw file."""
    return f"{side[0]}{spans[0].start}"


@dataclass(frozen=True)
class Verdict:
    """What a reviewer made of a reading; ``text``: None where what was read stays.

    ``answered``: nobody decided, but a correction near by left the doubt without ground.
    """

    text: str | None
    how: How


@dataclass(frozen=True)
class Patch:
    """Rows from number ``at`` on: ``old`` becomes ``new``; readings and words likewise, None: not there."""

    at: int = 0
    old: tuple[Row, ...] = ()
    new: tuple[Row, ...] = ()
    readings: tuple[tuple[Place, Verdict | None, Verdict | None], ...] = ()
    words: tuple[tuple[str, bool], ...] = ()
    returned: tuple[tuple[Place, bool], ...] = ()

    def inverse(self) -> Patch:
        """What undoes it."""
        return Patch(
            self.at,
            self.new,
            self.old,
            tuple((place, after, before) for place, before, after in self.readings),
            tuple((word, not there) for word, there in self.words),
            tuple((place, not there) for place, there in self.returned),
        )


@dataclass(frozen=True)
class State:
    """A review as it stands.

    ``readings``: verdicts by place, no two of one matter (:meth:`about`). ``words``: right in the whole
    project. ``returned``: pieces brought back from what was set aside.
    """

    sheets: Mapping[Side, SideView] = field(compare=False, repr=False)
    rows: tuple[Row, ...]
    readings: Mapping[Place, Verdict] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    returned: frozenset[Place] = frozenset()

    @classmethod
    def of(cls, bitext: BitextData) -> State:
        """Where a review begins: the beads as they were found."""
        sides = {text.side: [sentence.origin for sentence in text.sentences] for text in bitext.texts}
        sheets: Mapping[Side, SideView] = {text.side: SideView.of(text) for text in bitext.texts}
        rows = (
            Row(
                Pairing(
                    tuple(sides["source"][index] for index in bead.source) if bead.source else (),
                    tuple(sides["target"][index] for index in bead.target) if bead.target else (),
                    bead.score,
                    bead.confidence,
                )
            )
            for bead in bitext.alignment.beads
        )
        return cls(MappingProxyType(sheets), tuple(rows))

    @cached_property
    def number(self) -> Mapping[tuple[Side, int], int]:
        """Side and raw offset where a sentence begins -> number of its row."""
        return {
            (side, sentence[0].start): number
            for number, row in enumerate(self.rows)
            for side in SIDES
            for sentence in row.side(side)
        }

    @cached_property
    def _begins(self) -> Mapping[Side, tuple[list[int], list[int]]]:
        """Of each side, where sentences begin, ascending, and the rows that hold them."""
        found: dict[Side, list[tuple[int, int]]] = {"source": [], "target": []}
        for (side, start), number in self.number.items():
            found[side].append((start, number))
        return {
            side: ([start for start, _ in sorted(pairs)], [number for _, number in sorted(pairs)])
            for side, pairs in found.items()
        }

    def row_at(self, place: Place) -> int | None:
        """The number of a row that holds some of a place; found at once where text was not moved."""
        starts, numbers = self._begins[place.side]
        number: int
        at = bisect_right(starts, place.spans[0].start) - 1
        guess = [numbers[at]] if at >= 0 else []
        for number in (*guess, *range(len(self.rows))):
            here = self.rows[number].side(place.side)
            if any(one.overlaps(two) for one in flat(here) for two in place.spans):
                return number
        return None

    @cached_property
    def verdicts(self) -> Overlaps:
        """The readings' places, to be asked by overlap."""
        return Overlaps.of(self.readings)

    def about(self, place: Place, verdict: Verdict | None = None) -> tuple[Place, ...]:
        """The readings about what stands at a place, in order of the file: those that share a character.

        What is said of a whole sentence (nothing translates it) says nothing of its words, and what is
        said of them nothing of it, unless the whole is typed anew. ``verdict``: the one for the place.
        """
        return tuple(
            known
            for known in self.verdicts.met(place)
            if not self._apart(place, verdict, known) and not self._apart(known, self.readings[known], place)
        )

    def _apart(self, place: Place, verdict: Verdict | None, other: Place) -> bool:
        """Whether a place is a sentence, left as it was read, and the other only words of it."""
        as_read = verdict is None or verdict.text is None
        return as_read and self.whole(place) and not self.whole(other)

    def whole(self, place: Place) -> bool:
        """Whether a place holds a sentence from end to end, as the text was split."""
        return self.sheets[place.side].whole(place.spans)

    def row(self, id: str) -> int | None:  # noqa: A002  # the trade's word
        """The number of the row with this id, or that holds the sentence with it."""
        side: Side = "source" if id[:1] == "s" else "target"
        return self.number.get((side, int(id[1:]))) if id[1:].isdecimal() else None

    def text(self, side: Side, sentences: tuple[Spans, ...]) -> str:
        """How these sentences read, corrections left out."""
        return " ".join(self.sheets[side].text(spans) for spans in sentences)

    def quote(self, place: Place) -> str:
        """What the raw file holds there."""
        return self.sheets[place.side].quote(place.spans)

    def ink(self, pairing: Pairing) -> tuple[Spans, Spans]:
        """What a pairing covers on either side, in normal form."""
        return self._ink("source", pairing.source), self._ink("target", pairing.target)

    def _ink(self, side: Side, sentences: tuple[Spans, ...]) -> Spans:
        return self.sheets[side].ink(flat(sentences)) if sentences else ()

    def patched(self, patch: Patch) -> State:
        """The state after a patch."""
        rows = self.rows
        if patch.old or patch.new:
            rows = (*rows[: patch.at], *patch.new, *rows[patch.at + len(patch.old) :])
        readings = self.readings
        if patch.readings:
            kept = dict(readings)
            for place, before, _ in patch.readings:
                if before is not None:
                    del kept[place]
            readings = kept | {place: after for place, _, after in patch.readings if after is not None}
        return replace(
            self,
            rows=rows,
            readings=readings,
            words=_toggled(self.words, patch.words),
            returned=_toggled(self.returned, patch.returned),
        )


T = TypeVar("T")


def _toggled(members: frozenset[T], changes: tuple[tuple[T, bool], ...]) -> frozenset[T]:
    """With those added that shall be there, without the others."""
    added = frozenset(member for member, there in changes if there)
    return (members - frozenset(member for member, there in changes if not there)) | added
