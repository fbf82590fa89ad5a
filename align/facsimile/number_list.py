"""Numbers in an attribute: ``10 20``, ``10,20 30,40``."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, nan

from align.facsimile.page_frame import Edges


def numbers(value: str | None) -> tuple[float, ...]:
    """The numbers of a value; none where one of them is no number, or infinite.

    Example:
        >>> numbers("1,2 3.5,4"), numbers("1 nan"), numbers("1e400")
        ((1.0, 2.0, 3.5, 4.0), (), ())
    """
    if not value:
        return ()
    try:
        found = tuple(map(float, value.replace(",", " ").split()))
    except ValueError:
        return ()
    return found if all(map(isfinite, found)) else ()


def number(value: str | None) -> float | None:
    """The one number of a value; ``None`` for anything else, also for one that is infinite.

    Example:
        >>> number("3.5"), number("inf"), number("3 5")
        (3.5, None, None)
    """
    try:
        found = nan if value is None else float(value)
    except ValueError:
        return None
    return found if isfinite(found) else None


def edges_around(points: Sequence[float]) -> Edges | None:
    """The edges around the points ``x y x y …``; ``None`` where they are no pairs."""
    if len(points) < 2 or len(points) % 2:
        return None
    across, down = points[::2], points[1::2]
    return min(across), min(down), max(across), max(down)
