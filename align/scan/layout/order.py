"""The order of reading: columns from left to right, each downwards (recursive X-Y cut, Nagy 1984)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from align.facsimile.box import Box
from align.facsimile.page import PageBlock

Placed = tuple[Box, PageBlock]

COLUMN = 3
"""Lines of a column at least."""


def in_order(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """Blocks in the order of reading; as they are where one has no place.

    A gap from top to bottom divides columns, one from side to side what stands above from what stands below.
    Blocks that no gap divides stay in the order of the engine.
    """
    placed = [(block.box, block) for block in blocks if block.box is not None]
    if len(placed) < len(blocks):
        return list(blocks)
    return [block for _, block in _cut(placed)]


def _cut(placed: Sequence[Placed]) -> list[Placed]:
    groups = _columns(placed)
    if len(groups) == 1:
        groups = _rows(placed)
    if len(groups) == 1:
        return list(placed)
    return [one for group in groups for one in _cut(group)]


def _columns(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Columns side by side; a piece of a few lines is none."""
    groups = _groups(placed, lambda box: (box.left, box.right))
    few = any(sum(len(block.lines) for _, block in group) < COLUMN for group in groups)
    return [list(placed)] if few else groups


def _rows(placed: Sequence[Placed]) -> list[list[Placed]]:
    """What stands one below the other; rows that are parts of the same columns stay together."""
    rows: list[list[Placed]] = []
    for group in _groups(placed, lambda box: (box.top, box.bottom)):
        if rows and len(_columns([*rows[-1], *group])) > 1:
            rows[-1] += group
        else:
            rows.append(group)
    return rows


def _groups(placed: Sequence[Placed], edges: Callable[[Box], tuple[int, int]]) -> list[list[Placed]]:
    """The blocks between the gaps of one direction, in order; inside a group as they were."""
    stops: list[int] = []
    starts: list[int] = []
    for start, stop in sorted(edges(box) for box, _ in placed):
        if stops and start < stops[-1]:
            stops[-1] = max(stops[-1], stop)
        else:
            starts.append(start)
            stops.append(stop)
    spans = zip(starts, stops, strict=True)
    return [[one for one in placed if start <= edges(one[0])[0] < stop] for start, stop in spans]
