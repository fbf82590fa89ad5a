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

LARGEST = 1_000_000
"""What is farther from the corner of a page is no place on one."""

TINY = 1e-6
"""Of a pixel: what computing with fractions adds or takes."""


@dataclass(frozen=True)
class PageFrame:
    """A page of ``width`` x ``height`` pixels.

    Attributes:
        width: Of the upright page, in pixels.
        height: Likewise.
        tally: Counts what is cut or left out.
        scale: Pixels to a unit of the file.
        turn: By how many degrees the page of the file is turned clockwise to be upright: 0, 90, 180 or 270.
    """

    width: int
    height: int
    tally: ReadingTally
    scale: float = 1.0
    turn: int = 0

    @classmethod
    def of(
        cls,
        size: Sequence[float | None],
        places: Iterable[Edges | None],
        tally: ReadingTally,
        scale: float = 1.0,
        turn: int = 0,
    ) -> PageFrame:
        """The frame of a page; where its size is unknown or contradicts its boxes, as large as these.

        Args:
            size: Width and height in the unit of the file; ``None`` for one that is unknown.
            places: All boxes of lines and words, in the unit of the file.
            tally: Counts what is cut or left out.
            scale: Pixels to a unit of the file.
            turn: How the page of the file is turned to be upright, in degrees clockwise.
        """
        found = [edges for edges in places if edges is not None and _is_place(edges)]
        width, height = (one if one is not None and _is_place([one]) else 0 for one in size)
        outside = sum(edges[0] >= width or edges[1] >= height for edges in found)
        if min(width, height) <= 0 or 2 * outside > len(found):
            tally["unsized" if min(width, height) <= 0 else "contradicted"] += 1
            width, height = _extent(found)
        upright = (height, width) if turn in (90, 270) else (width, height)
        across, down = (max(ceil(one * scale - TINY), 1) for one in upright)
        return cls(across, down, tally, scale, turn)

    def box(self, edges: Sequence[float] | None) -> Box | None:
        """The box of four numbers in the unit of the file; ``None`` where they make none on this page."""
        if edges is None or len(edges) != 4:
            return None
        if not _is_place(edges) or edges[0] >= edges[2] or edges[1] >= edges[3]:
            self.tally["empty"] += 1
            return None
        (x0, y0), (x1, y1) = self._upright(edges[0], edges[1]), self._upright(edges[2], edges[3])
        left, top = floor(min(x0, x1) + TINY), floor(min(y0, y1) + TINY)
        whole = Box(left, top, ceil(max(x0, x1) - TINY), ceil(max(y0, y1) - TINY))
        kept = whole.within(self.width, self.height)
        if kept is not whole:
            self.tally["outside" if kept is None else "clipped"] += 1
        return kept

    def points(self, numbers: Sequence[float] | None) -> Points:
        """The points of a line or a polygon ``x y x y …``, moved onto the page; none of no pairs."""
        if not numbers or len(numbers) % 2 or len(numbers) < 4 or not _is_place(numbers):
            return ()
        turned = (self._upright(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
        return tuple((_held(x, self.width), _held(y, self.height)) for x, y in turned)

    def _upright(self, x: float, y: float) -> tuple[float, float]:
        x, y = x * self.scale, y * self.scale
        if self.turn == 90:
            return self.width - y, x
        if self.turn == 180:
            return self.width - x, self.height - y
        return (y, self.height - x) if self.turn == 270 else (x, y)


def _is_place(numbers: Sequence[float]) -> bool:
    return all(-LARGEST <= one <= LARGEST for one in numbers)  # not for what is no number


def _held(number: float, limit: int) -> int:
    return min(max(round(number), 0), limit)


def _extent(found: Sequence[Edges]) -> tuple[int, int]:
    """The width and height that hold all boxes; at least one pixel each."""
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
