"""Places in PAGE XML: outlines in ``Coords``, and what they cannot hold in ``custom``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from align.facsimile.box import Box
from align.facsimile.page import Points
from align.facsimile.xml_text import add, legal, plain_points

NOT_PLAIN = "%{};: "
"""What divides the values of ``custom``."""


@dataclass(frozen=True)
class Place:
    """Where something stands.

    Attributes:
        box: Its box, if it has one.
        outline: The polygon around it, if it has one.
        around: The box of what is around it.
    """

    box: Box | None
    outline: Points
    around: Box

    @property
    def points(self) -> Points:
        """The outline; without one the corners of the box."""
        return self.outline or corners(self.box or self.around)

    @cached_property
    def own(self) -> Mapping[str, str]:
        """What ``Coords`` do not tell: that there is no box, or another than that around the outline."""
        if self.box is None:
            return {"box": "none", **({"outline": "given"} if self.outline else {})}
        if not self.outline:
            return {}
        edges = (self.box.left, self.box.top, self.box.right, self.box.bottom)
        return {"box": " ".join(map(str, edges)), "outline": "given"}


def corners(box: Box) -> Points:
    """The corners of a box, clockwise from the upper left."""
    return (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)


def points(given: Points) -> str:
    """Points as PAGE wants them: two at least, none of them outside the page to the left or above.

    Example:
        >>> points(((-1, 2),))
        '0,2 0,2'
    """
    held = tuple((max(x, 0), max(y, 0)) for x, y in given)
    return plain_points(held if len(held) > 1 else held * 2, inside=",")


def add_coords(element: Any, place: Place) -> None:  # noqa: ANN401  # lxml's own
    """Add the ``Coords`` of a place."""
    add(element, "Coords", points=points(place.points))


def custom(own: Mapping[str, str], structure: str = "") -> dict[str, str]:
    """The attribute ``custom``; none where it would be empty.

    Args:
        own: Values of this program.
        structure: The kind of a region, as Transkribus stores it.

    Example:
        >>> custom({"box": "none"}, "main zone")
        {'custom': 'structure {type:main%20zone;} align {box:none;}'}
    """
    found = [f"structure {{type:{_plain(structure)};}}"] if structure else []
    if own:
        found.append(f"align {{{' '.join(f'{name}:{value};' for name, value in own.items())}}}")
    return {"custom": " ".join(found)} if found else {}


def _plain(text: str) -> str:
    return "".join(quote(one, safe="") if one in NOT_PLAIN else one for one in legal(text))
