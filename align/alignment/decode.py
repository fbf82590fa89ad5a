"""The alignment to report: of all paths over likely beads, the one expected to be right most often."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.alignment.posterior import Edges


def best_path(edges: Edges, gains: NDArray[np.float64], end: tuple[int, int]) -> list[int]:
    """The edges, in order, of the path from ``(0, 0)`` to ``end`` with the greatest sum of ``gains``."""
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, -1)}
    steps = zip(edges.start.tolist(), edges.stop.tolist(), gains.tolist(), strict=True)
    for number, (start, stop, gain) in enumerate(steps):
        behind = best.get((start[0], start[1]))
        if behind is None:
            continue
        known = best.get((stop[0], stop[1]))
        if known is None or behind[0] + gain > known[0]:
            best[stop[0], stop[1]] = behind[0] + gain, number
    path: list[int] = []
    cell = end
    while cell != (0, 0):
        number = best[cell][1]
        path.append(number)
        cell = (int(edges.start[number, 0]), int(edges.start[number, 1]))
    return path[::-1]
