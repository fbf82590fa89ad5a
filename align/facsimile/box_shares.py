"""A box divided among what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from align.facsimile.box import Box


def shares(box: Box | None, lengths: Sequence[int], gap: int = 0) -> tuple[Box | None, ...]:
    """The part of a box that each takes, from left to right, in proportion to its letters.

    Args:
        box: The whole box.
        lengths: The letters of each: at least one letter.
        gap: The letters that fit between two of them.

    Example:
        >>> shares(Box(0, 0, 60, 9), [2, 3], 1)
        (Box(left=0, top=0, right=20, bottom=9), Box(left=30, top=0, right=60, bottom=9))
    """
    if box is None or not lengths:
        return (None,) * len(lengths)
    whole = sum(lengths) + gap * (len(lengths) - 1)
    starts = accumulate((length + gap for length in lengths[:-1]), initial=0)
    return tuple(
        share(box, start, start + length, whole) for start, length in zip(starts, lengths, strict=True)
    )


def share(box: Box, start: int, stop: int, whole: int) -> Box:
    """The part of a box that letters take, from left to right.

    Args:
        box: The place of all letters.
        start: The first of the letters.
        stop: Behind the last.
        whole: How many letters stand in the box; at least one.

    Example:
        >>> share(Box(0, 0, 60, 9), 3, 6, 6)
        Box(left=30, top=0, right=60, bottom=9)
    """
    left = min(box.left + box.width * start // whole, box.right - 1)
    right = box.left + box.width * stop // whole
    return Box(left, box.top, max(right, left + 1), box.bottom)
