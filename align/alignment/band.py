"""The cells of the lattice that are searched.

Cell ``(i, j)`` stands between sentences: *i* sentences of the source and *j* of the target come before it.
A bead is an edge from one cell to another; an alignment is a path from ``(0, 0)`` to ``(n, m)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.errors import InvariantError

BLOCK_CELLS = 1 << 15
"""Most cells of a block of more than one row."""

BLOCK_ROWS = 32
"""Most rows of a block."""


@dataclass(frozen=True, eq=False)
class Band:
    """Row *i* holds the cells ``low[i] <= j <= high[i]`` (int64, shape ``(n + 1,)`` each)."""

    low: NDArray[np.int64]
    high: NDArray[np.int64]

    def __post_init__(self) -> None:
        ascending = bool((np.diff(self.low) >= 0).all() and (np.diff(self.high) >= 0).all())
        linked = bool((self.low <= self.high).all() and (self.low[1:] <= self.high[:-1]).all())
        if not (ascending and linked and self.low[0] == 0):
            raise InvariantError("a band's rows ascend, overlap the adjacent rows, and begin at column 0")

    @property
    def n_source(self) -> int:
        """Sentences of the source."""
        return len(self.low) - 1

    @property
    def n_target(self) -> int:
        """Sentences of the target."""
        return int(self.high[-1])

    @property
    def cells(self) -> int:
        """Number of its cells."""
        return int((self.high - self.low + 1).sum())

    @classmethod
    def full(cls, n_source: int, n_target: int) -> Band:
        """Every cell."""
        return cls(np.zeros(n_source + 1, dtype=np.int64), np.full(n_source + 1, n_target, dtype=np.int64))

    @classmethod
    def around(cls, path: NDArray[np.int64], radius: int) -> Band:
        """The cells within ``radius`` rows and columns of a path (int64, shape ``(steps, 2)``, ascending)."""
        rows, columns = path[:, 0], path[:, 1]
        n, m = int(rows[-1]), int(columns[-1])
        every = np.arange(n + 1)
        first = np.searchsorted(rows, every - radius, side="left")
        last = np.searchsorted(rows, every + radius, side="right") - 1
        low = np.maximum(columns[np.clip(first - 1, 0, None)] - radius, 0)
        high = np.minimum(columns[np.clip(last + 1, None, len(columns) - 1)] + radius, m)
        low[0], high[-1] = 0, m
        return cls(np.maximum.accumulate(low), np.maximum.accumulate(high))

    def backwards(self) -> Band:
        """The same cells, the sentences of both sides in reverse order."""
        return Band(self.n_target - self.high[::-1], self.n_target - self.low[::-1])

    def blocks(self) -> Iterator[Block]:
        """Its rows in order, as rectangles of bounded size."""
        start = 0
        while start <= self.n_source:
            stop = start + 1
            while stop <= self.n_source and stop - start < BLOCK_ROWS:
                width = int(self.high[stop] - self.low[start]) + 1
                if width * (stop + 1 - start) > BLOCK_CELLS:
                    break
                stop += 1
            yield Block(range(start, stop), range(int(self.low[start]), int(self.high[stop - 1]) + 1))
            start = stop


@dataclass(frozen=True)
class Block:
    """A rectangle of cells: ``rows`` (positions in the source) by ``columns`` (in the target)."""

    rows: range
    columns: range
