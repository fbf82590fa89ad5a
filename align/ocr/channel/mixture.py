"""Mixtures of a channel with the counts of OCR engines, for any weights of the engines.

Where the costs stand that the engines change is found once: every document has several mixtures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from align.ocr.channel.channel import TABLES, Channel, Edit

Place = tuple[int, ...]


@dataclass(frozen=True)
class Engine:
    """``probabilities``: the fraction of a typed text that the engine reads as another."""

    probabilities: Mapping[Edit, float]

    @cached_property
    def typed_texts(self) -> frozenset[str]:
        """The typed texts that were counted."""
        return frozenset(typed for typed, _ in self.probabilities)


@dataclass(frozen=True, eq=False)
class CellGroup:
    """Cells of one table, each of them once.

    Attributes:
        table: Its name.
        places: The index of the cells, an array for each axis; a row of cells where it has fewer axes.
        counted: Of each engine and cell: the probability of an edit, or whether the typed text was counted.
    """

    table: str
    places: tuple[NDArray[np.int64], ...]
    counted: NDArray[np.float64]

    @classmethod
    def all_of(cls, found: Mapping[tuple[str, Place], Sequence[float]]) -> tuple[Self, ...]:
        """From the name of the table and the place of each cell, with its number for each engine."""
        by_table: dict[str, list[tuple[Place, Sequence[float]]]] = {}
        for (table, place), values in found.items():
            by_table.setdefault(f"{table} {len(place)}", []).append((place, values))
        return tuple(
            cls(
                name.split()[0],
                tuple(np.array(axis) for axis in zip(*(place for place, _ in rows), strict=True)),
                np.array([values for _, values in rows], dtype=np.float64).T,
            )
            for name, rows in by_table.items()
        )

    def weighted(self, weights: Sequence[float]) -> NDArray[np.float64]:
        """The numbers of the cells, summed over the engines by their weights."""
        total = np.zeros(self.counted.shape[1])
        for weight, own in zip(weights, self.counted, strict=True):
            total += weight * own
        return total


@dataclass(frozen=True, eq=False)
class Mixture:
    """A channel and engines that are mixed with it.

    Attributes:
        base: The channel.
        rows: Rows of its tables that hold the costs of the typed texts that some engine was counted on.
        cells: The cells of the edits that some engine was counted on.
    """

    base: Channel
    rows: tuple[CellGroup, ...]
    cells: tuple[CellGroup, ...]

    @classmethod
    def of(cls, base: Channel, engines: Sequence[Engine]) -> Self:
        """Of these engines, in this order."""
        names = {id(getattr(base, name)): name for name in TABLES}
        rows: dict[tuple[str, Place], Sequence[float]] = {}
        for text in sorted(frozenset().union(*(engine.typed_texts for engine in engines))):
            counted = [float(text in engine.typed_texts) for engine in engines]
            rows |= {(names[id(table)], place): counted for table, place in _rows_of(base, text)}
        cells: dict[tuple[str, Place], Sequence[float]] = {}
        for edit in dict.fromkeys(edit for engine in engines for edit in engine.probabilities):
            table, place = base.cell(*edit)
            before = cells.get((names[id(table)], place), [0.0] * len(engines))
            own = [engine.probabilities.get(edit, 0.0) for engine in engines]
            cells[names[id(table)], place] = [one + other for one, other in zip(before, own, strict=True)]
        return cls(base, CellGroup.all_of(rows), CellGroup.all_of(cells))

    def weighted(self, weights: Sequence[float]) -> Channel:
        """The mixture; the engines' ``weights`` leave the rest to the channel.

        A typed text that an engine was not counted on keeps the costs of the channel.
        """
        mixed = self.base.copy()
        for group in self.rows:
            table = getattr(mixed, group.table)
            left = -np.log(1 - group.weighted(weights)).astype(np.float32)
            table[group.places] += left.reshape(-1, *[1] * (table.ndim - len(group.places)))
        for group in self.cells:
            table = getattr(mixed, group.table)
            by_base = np.exp(-table[group.places].astype(np.float64))
            table[group.places] = -np.log(np.minimum(group.weighted(weights) + by_base, 1.0))
        return mixed


def _rows_of(channel: Channel, typed: str) -> Iterator[tuple[NDArray[np.float32], Place]]:
    """The tables that hold costs of a typed text, and where in them."""
    if len(typed) == 2:
        table, (a, b, _) = channel.cell(typed, "?")
        yield table, (a, b)
    else:
        code = (channel.alphabet[typed],)
        yield from ((table, code) for table in (channel.substitute, channel.delete, channel.split))
