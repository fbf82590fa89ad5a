"""The edges of a page that is read: boxes are cut there, what is no box is left out and counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, isfinite

from align.facsimile.box import Box
from align.facsimile.page import Points
from align.facsimile.reading_tally import ReadingTally

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom, as a file gives them."""


@dataclass(frozen=True)
class PageFrame:
    """A page of ``width`` x ``height`` pixels.

    Attributes:
        width: In pixels.
        height: In pixels.
        tally: Counts what is cut or left out.
        scale: Pixels to a unit of the file.
    """

    width: int
    height: int
    tally: ReadingTally
    scale: float = 1.0

    def box(self, edges: Sequence[float] | None) -> Box | None:
        """The box of four numbers in the unit of the file; ``None`` where they make none on this page."""
        if edges is None or len(edges) != 4:
            return None
        left, top, right, bottom = (edge * self.scale for edge in edges)
        if not all(map(isfinite, (left, top, right, bottom))) or left >= right or top >= bottom:
            self.tally["empty"] += 1
            return None
        whole = Box(floor(left), floor(top), ceil(right), ceil(bottom))
        kept = whole.within(self.width, self.height)
        if kept != whole:
            self.tally["outside" if kept is None else "clipped"] += 1
        return kept

    def points(self, numbers: Sequence[float] | None) -> Points:
        """The points of a line or a polygon ``x y x y …``, moved onto the page; none of no pairs."""
        if not numbers or len(numbers) % 2 or len(numbers) < 4 or not all(map(isfinite, numbers)):
            return ()
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return tuple((self._held(x, self.width), self._held(y, self.height)) for x, y in pairs)

    def _held(self, number: float, limit: int) -> int:
        return min(max(round(number * self.scale), 0), limit)


def extent(all_edges: Iterable[Sequence[float] | None]) -> tuple[int, int]:
    """The width and height that hold all boxes; at least one pixel each.

    Example:
        >>> extent([(0, 0, 10, 5), None, (2, 2, 8.5, 9)])
        (10, 9)
    """
    found = [
        edges for edges in all_edges if edges is not None and len(edges) == 4 and all(map(isfinite, edges))
    ]
    width = max((ceil(edges[2]) for edges in found), default=1)
    height = max((ceil(edges[3]) for edges in found), default=1)
    return max(width, 1), max(height, 1)


def fraction(value: float | None, whole: float) -> float | None:
    """A confidence as a number from 0 to 1; ``None`` for what is no number.

    Example:
        >>> fraction(93, 100), fraction(-1, 100), fraction(None, 1)
        (0.93, 0.0, None)
    """
    if value is None or not isfinite(value):
        return None
    return round(min(max(value / whole, 0.0), 1.0), 8)
