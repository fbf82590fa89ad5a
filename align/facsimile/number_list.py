"""Numbers in an attribute: ``10 20``, ``10,20 30,40``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from align.facsimile.page_frame import Edges

COMMA_OR_SPACE = re.compile(r"[,\s]+")


def numbers(value: str | None) -> tuple[float, ...]:
    """The numbers of a value; none where one of them is no number.

    Example:
        >>> numbers("1,2 3.5,4")
        (1.0, 2.0, 3.5, 4.0)
    """
    try:
        return tuple(map(float, filter(None, COMMA_OR_SPACE.split(value or ""))))
    except ValueError:
        return ()


def number(value: str | None) -> float | None:
    """The one number of a value; ``None`` for anything else."""
    found = numbers(value)
    return found[0] if len(found) == 1 else None


def edges_around(points: Sequence[float]) -> Edges | None:
    """The edges around the points ``x y x y …``; ``None`` where they are no pairs."""
    if len(points) < 2 or len(points) % 2:
        return None
    across, down = points[::2], points[1::2]
    return min(across), min(down), max(across), max(down)
