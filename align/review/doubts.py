"""The flags of a bitext in a review: each with an id and, where it is decided, the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from align.flag import Flag
from align.review.patch import Verdict
from align.review.place import Place, flat
from align.review.place_index import PlaceIndex
from align.review.row import Row
from align.review.state import State
from align.text.document import SIDES
from align.wordlist import word_of


@dataclass(frozen=True)
class Doubt:
    """A flag and the verdict on it; ``verdict``: None while it is open."""

    id: str
    flag: Flag
    verdict: Verdict | None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return place_of(self.flag)

    @property
    def open(self) -> bool:
        """Whether it is undecided."""
        return self.verdict is None

    @property
    def state(self) -> Literal["open", "accepted", "edited", "kept", "right", "answered"]:
        """``open``, or how it was decided."""
        return "open" if self.verdict is None else self.verdict.how


def doubts_are(count: int) -> str:
    """``1 doubt is``, ``3 doubts are``."""
    return "1 doubt is" if count == 1 else f"{count} doubts are"


def place_of(flag: Flag) -> Place:
    """Where a flag stands, without spans of zero width."""
    return Place(flag.side, tuple(span for span in flag.spans if len(span)))


@dataclass(frozen=True, eq=False)
class Doubts:
    """All flags; ids are ``f1``, ``f2`` … in the bitext's order."""

    flags: Sequence[Flag]

    @cached_property
    def by_place(self) -> Mapping[Place, tuple[int, ...]]:
        """Numbers of the flags at each place."""
        found: dict[Place, tuple[int, ...]] = {}
        for number, flag in enumerate(self.flags):
            place = place_of(flag)
            found[place] = (*found.get(place, ()), number)
        return found

    @cached_property
    def _places(self) -> PlaceIndex:
        return PlaceIndex.of(self.by_place)

    def at(self, state: State, place: Place) -> Iterator[Doubt]:
        """The doubts that share a character with a place."""
        for found in self._places.overlapping(place):
            for number in self.by_place[found]:
                yield self.doubt(state, number)

    def doubt(self, state: State, number: int) -> Doubt:
        """The flag with this number (from 0), as it stands."""
        flag = self.flags[number]
        places = state.verdict_places(place_of(flag))
        verdict = state.verdicts[places[0]] if places else None
        if verdict is None and word_of(flag) in state.words:
            verdict = Verdict(None, "right")
        return Doubt(f"f{number + 1}", flag, verdict)

    def find(self, state: State, id: str) -> Doubt | None:  # noqa: A002  # the trade's word
        """The doubt with this id."""
        number = int(id[1:]) - 1 if id[1:].isdecimal() else -1
        return self.doubt(state, number) if 0 <= number < len(self.flags) else None

    def of_row(self, state: State, row: Row) -> list[Doubt]:
        """The doubts in a row, in order of the file, source first."""
        found: dict[str, Doubt] = {}
        for side in SIDES:
            if row.side(side):
                here = self.at(state, Place(side, flat(row.side(side))))
                found |= {doubt.id: doubt for doubt in here}
        return list(found.values())

    def every(self, state: State) -> Iterator[Doubt]:
        """All doubts, as they stand."""
        return (self.doubt(state, number) for number in range(len(self.flags)))
