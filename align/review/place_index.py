"""An index of places: which of them share a character with a given one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from align.review.place import Place
from align.text.document import Side
from align.text.span import Span


@dataclass(frozen=True)
class PlaceIndex:
    """``starts``, ``spans``: of each side, in order of the file; ``longest``: code points of the longest."""

    starts: Mapping[Side, list[int]]
    spans: Mapping[Side, list[tuple[Span, Place]]]
    longest: int

    @classmethod
    def of(cls, places: Iterable[Place]) -> PlaceIndex:
        """An index of these places."""
        spans: dict[Side, list[tuple[Span, Place]]] = {"source": [], "target": []}
        for place in places:
            spans[place.side] += [(span, place) for span in place.spans]
        for listed in spans.values():
            listed.sort()
        starts = {side: [span.start for span, _ in listed] for side, listed in spans.items()}
        longest = max((len(span) for listed in spans.values() for span, _ in listed), default=0)
        return cls(starts, spans, longest)

    def overlapping(self, place: Place) -> tuple[Place, ...]:
        """The places that share a character with this one, in order of the file."""
        spans, starts = self.spans[place.side], self.starts[place.side]
        found: dict[Place, None] = {}
        for span in place.spans:
            at = bisect_left(starts, span.start - self.longest)
            while at < len(spans) and starts[at] < span.stop:
                if spans[at][0].overlaps(span):
                    found[spans[at][1]] = None
                at += 1
        return tuple(found)
