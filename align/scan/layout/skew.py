"""By how many degrees the lines of a page are turned: the sharpest profile of its rows (Postl 1986)."""

from __future__ import annotations

import math

import numpy as np

from align.scan.layout.ink import DARK, Shares

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.floating]]

LIMIT = 5.0
"""Degrees up to which a page is laid on the scanner askew."""
COARSE, FINE = 0.25, 0.05
MOST_POINTS = 200_000
FEWEST_POINTS = 300
"""Lower edges of letters below which a page has no lines to go by."""


def find_skew(shares: Shares) -> float | None:
    """By how many degrees the lines are turned clockwise.

    Args:
        shares: How dark the upright page is at :data:`~align.scan.layout.ink.SAMPLE_DPI`, as
            :func:`~align.scan.layout.ink.darkness` finds it, shape (height, width).

    Returns:
        Between -:data:`LIMIT` and :data:`LIMIT`, to :data:`FINE`; ``None`` where there is too little ink.
    """
    ink = shares > DARK
    down, across = np.nonzero(ink[:-1] & ~ink[1:])  # lower edges: they stand on the line
    if len(down) < FEWEST_POINTS:
        return None
    step = -(-len(down) // MOST_POINTS)
    rows, columns = down[::step].astype(np.float64), across[::step] - shares.shape[1] / 2
    coarse = _sharpest(rows, columns, np.arange(-LIMIT, LIMIT + COARSE / 2, COARSE))
    fine = _sharpest(rows, columns, np.arange(coarse - COARSE, coarse + COARSE + FINE / 2, FINE))
    return round(float(fine), 2)


def _sharpest(rows: Numbers, columns: Numbers, angles: Numbers) -> float:
    """The angle along which the points fall into the fewest rows."""
    scores = [_sharpness(rows - columns * math.tan(math.radians(angle))) for angle in angles]
    return float(angles[int(np.argmax(scores))])


def _sharpness(rows: Numbers) -> float:
    """The sum of the squares of how many points are in each row."""
    counts = np.bincount(np.round(rows - rows.min()).astype(np.int64))
    return float(np.square(counts.astype(np.float64)).sum())
