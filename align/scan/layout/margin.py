"""Blocks in the margin of a page: narrow, and beside everything that is wide."""

from __future__ import annotations

from collections.abc import Iterable

from align.facsimile.box import Box, box_around
from align.facsimile.page import Page

NARROW = 0.25
"""Width of a marginal note, in widths of the page, at most."""
WIDE = 0.6
"""Width of a block of running text, in widths of the widest, at least."""
TYPED = 0.6
"""Mean confidence of its letters from which a marginal note is typed; handwriting is read with less."""
NEAR = 0.04
"""Height of the gap inside a marginal note, in heights of the page, at most."""
OVERLAP = 0.15
"""The part of its width by which a marginal note may stand below running text."""


def margin_groups(page: Page) -> list[list[int]]:
    """The numbers of the blocks in the margins, those of one note together.

    Running text is what is wide: a column of a newspaper is as wide as the others. What stands beside all of
    it and is narrow is a marginal note.
    """
    body = body_of(page)
    if body is None:
        return []
    groups: list[list[int]] = []
    for side in (-1, 1):
        placed = [(box, at) for box, at in _boxes(page) if _side(box, body, page.width) == side]
        groups += _near(sorted(placed, key=lambda one: one[0].top), page.height * NEAR)
    return groups


def _boxes(page: Page) -> Iterable[tuple[Box, int]]:
    return [(block.box, at) for at, block in enumerate(page.blocks) if block.box is not None]


def body_of(page: Page) -> Box | None:
    """The box around the wide blocks of several lines; around all wide ones where there is none."""
    boxes = _boxes(page)
    widest = max((box.width for box, at in boxes if len(page.blocks[at].lines) > 1), default=0)
    return box_around(
        box for box, at in boxes if box.width >= max(widest * WIDE, 1) and len(page.blocks[at].lines) > 1
    )


def _side(box: Box, body: Box, width: int) -> int:
    """-1 for the left margin, 1 for the right one, 0 for neither."""
    room = round(box.width * OVERLAP)
    if box.width > width * NARROW or box.bottom <= body.top or box.top >= body.bottom:
        return 0
    return -1 if box.right <= body.left + room else 1 if box.left >= body.right - room else 0


def _near(placed: list[tuple[Box, int]], gap: float) -> list[list[int]]:
    """Blocks one below the other with a small gap."""
    groups: list[list[int]] = []
    bottom = 0
    for box, at in placed:
        if groups and box.top - bottom <= gap:
            groups[-1].append(at)
        else:
            groups.append([at])
        bottom = max(bottom if groups[-1][0] != at else 0, box.bottom)
    return groups
