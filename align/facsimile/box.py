"""Rectangles on a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from align.errors import InvariantError
from align.facsimile.invariants import check_whole


@dataclass(frozen=True, order=True)
class Box:
    """A rectangle in pixels of the upright page, from its upper left corner; right and bottom are exclusive.

    Raises:
        InvariantError: The box has no area, or an edge is no whole number.
    """

    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        check_whole("a box", self.left, self.top, self.right, self.bottom)
        if self.left >= self.right or self.top >= self.bottom:
            raise InvariantError(f"a box needs left < right and top < bottom, got {self}")

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def within(self, width: int, height: int) -> Box | None:
        """The part of it on a page of this size; ``None`` where none is."""
        if self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height:
            return self
        left, top, right, bottom = (
            max(self.left, 0),
            max(self.top, 0),
            min(self.right, width),
            min(self.bottom, height),
        )
        return Box(left, top, right, bottom) if left < right and top < bottom else None


def box_around(boxes: Iterable[Box | None]) -> Box | None:
    """The smallest box around all that are there; ``None`` where none is.

    Example:
        >>> box_around([Box(0, 0, 2, 2), None, Box(5, 1, 6, 4)])
        Box(left=0, top=0, right=6, bottom=4)
    """
    found = [box for box in boxes if box is not None]
    return reduce(Box.joined, found) if found else None
