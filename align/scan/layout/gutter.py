"""Where one page ends and the next begins, on a picture of two."""

from __future__ import annotations

import math

import numpy as np

from align.scan.layout.ink import DARK, Grey, Mask, darkness

WIDE = 1.15
"""Width in heights from which a picture can hold two pages."""
MIDDLE = 0.2
"""The gutter is at most this part of the width away from the middle."""
GAP = 0.02
"""Width of the gap between two texts, in widths of the picture, at least."""
ANGLES = (0.0, -0.75, 0.75, -1.5, 1.5, -2.25, 2.25, -3.0, 3.0)
"""Degrees by which a gutter can lean."""
SIDE_INK = 0.2
"""The part of all ink that stands on each of two pages at least."""
DARK_LINE = 0.7
"""The part of its height on which a dark gutter is dark."""


def find_gutter(grey: Grey) -> int | None:
    """The column between two pages.

    Args:
        grey: The upright picture at :data:`~align.scan.layout.ink.SAMPLE_DPI`, shape (height, width), without
            its border.

    Returns:
        A column; ``None`` where the picture holds one page.
    """
    if not is_wide(grey):
        return None
    width = grey.shape[1]
    middle = range(int(width * (0.5 - MIDDLE)), int(width * (0.5 + MIDDLE)))
    ink = darkness(grey) > DARK
    dark = _dark_band(grey, middle)
    if dark is not None:
        return dark
    at = _widest_gap(ink, middle)
    return at if at is not None and _ink_on_both_sides(ink, at) else None


def is_wide(grey: Grey) -> bool:
    """Whether a picture is so wide that it can hold two pages."""
    height, width = grey.shape
    return width >= height * WIDE


def _dark_band(grey: Grey, middle: range) -> int | None:
    """The middle of columns that are dark nearly all the way down."""
    inner = grey[grey.shape[0] // 20 : -(grey.shape[0] // 20) or None]
    dark = inner < np.percentile(inner, 80) * 0.5
    columns = dark[:, middle.start : middle.stop].mean(axis=0)
    found = np.flatnonzero(columns > DARK_LINE)
    return middle.start + int(np.median(found)) if len(found) else None


def _widest_gap(ink: Mask, middle: range) -> int | None:
    """The middle of the widest stretch of columns without ink, leaning by one of the angles."""
    best: tuple[int, float] = (0, 0.0)
    for angle in ANGLES:
        empty = _columns(ink, angle)[middle.start : middle.stop] <= ink.shape[0] * 0.003
        for start, stop in _runs(empty):
            if (stop - start) > best[0]:
                best = (stop - start, middle.start + (start + stop) / 2)
    return round(best[1]) if best[0] >= ink.shape[1] * GAP else None


def _columns(ink: Mask, angle: float) -> np.ndarray:
    """Ink in each column, a column leaning clockwise by an angle; counted where it crosses the middle."""
    height, width = ink.shape
    down, across = np.nonzero(ink)
    columns = np.round(across + (down - height / 2) * math.tan(math.radians(angle))).astype(np.int64)
    return np.bincount(columns[(columns >= 0) & (columns < width)], minlength=width)


def _runs(flags: np.ndarray) -> list[tuple[int, int]]:
    """Stretches that are true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return [(int(start), int(stop)) for start, stop in zip(edges[::2], edges[1::2], strict=True)]


def _ink_on_both_sides(ink: Mask, at: int) -> bool:
    everything, left = int(ink.sum()), int(ink[:, :at].sum())
    return everything > 0 and SIDE_INK <= left / everything <= 1 - SIDE_INK
