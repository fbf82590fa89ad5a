"""Find sentences that translate each other out of order: unpaired on both sides, yet alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray

from align.alignment.bead import Bead, Crossing
from align.alignment.pooling import Matrix

MAX_CONFIDENCE = 0.5
"""Sentences in pairs below this confidence (fraction 0-1) are searched as if they were unpaired."""

SURE_CONFIDENCE = 0.9
"""Confidence (fraction 0-1) of the pairs that show which cosines translations have in this document."""

COSINE_QUANTILE = 0.25
"""Quantile of the cosines of the sure pairs that a crossing has to reach."""

COSINE_SLACK = 0.02
"""How far below that quantile a crossing may be."""

ABSOLUTE_COSINE = 0.55
"""The cosine that a crossing has to reach in a text without sure pairs."""

EXTENSION_SLACK = 0.2
"""How far below the cosine that begins a crossing a sentence may be that continues it on both sides."""

COSINE_MARGIN = 0.1
"""How far a crossing's cosine must be above that of either sentence with any other unpaired sentence."""

MAX_SENTENCES = 4096
"""Sentences of a side that are searched, so that a text without a translation costs little."""

Cell = tuple[int, int]
"""A sentence of the source and one of the target."""

Match = tuple[int, int, float]


def find_crossings(source: Matrix, target: Matrix, beads: Sequence[Bead]) -> tuple[Crossing, ...]:
    """Runs of unpaired sentences that match one by one; ``source``, ``target``: unit vectors."""
    rows, columns = (_unpaired(beads, side)[:MAX_SENTENCES] for side in (0, 1))
    least = _least_cosine(source, target, beads)
    if not rows.size or not columns.size:
        return ()
    cosines = source[rows] @ target[columns].T
    matches = {
        (int(rows[row]), int(columns[column]))
        for row, column in _mutual_best(cosines)
        if cosines[row, column] >= least
    }
    near = np.argwhere(cosines >= least - EXTENSION_SLACK).tolist()
    free = {(int(rows[row]), int(columns[column])): float(cosines[row, column]) for row, column in near}
    paired = {(i, j) for bead in beads for i in bead.source for j in bead.target}
    kept = _extended(matches - paired, free.keys() - paired)
    return tuple(_runs([(*cell, free[cell]) for cell in sorted(kept)]))


def _extended(matches: AbstractSet[Cell], free: AbstractSet[Cell]) -> set[Cell]:
    """The matches, and free cells that continue a run of them; a sentence is in one cell at most."""
    found = set(matches)
    rows, columns = {row for row, _ in matches}, {column for _, column in matches}
    waiting = sorted(matches)
    while waiting:
        row, column = waiting.pop()
        for step in (-1, 1):
            cell = (row + step, column + step)
            if cell in free and cell[0] not in rows and cell[1] not in columns:
                found.add(cell)
                rows.add(cell[0])
                columns.add(cell[1])
                waiting.append(cell)
    return found


def _unpaired(beads: Sequence[Bead], side: int) -> NDArray[np.int64]:
    """The sentences of one side (0 source, 1 target) in null beads or in pairs of low confidence."""
    held = [bead for bead in beads if not (bead.source and bead.target) or bead.confidence < MAX_CONFIDENCE]
    return np.array([index for bead in held for index in (bead.source, bead.target)[side]], dtype=np.int64)


def _least_cosine(source: Matrix, target: Matrix, beads: Sequence[Bead]) -> float:
    """The cosine that a crossing has to reach."""
    sure = [bead for bead in beads if bead.type == "1-1" and bead.confidence >= SURE_CONFIDENCE]
    if not sure:
        return ABSOLUTE_COSINE
    rows, columns = [bead.source.start for bead in sure], [bead.target.start for bead in sure]
    cosines = np.einsum("kd,kd->k", source[rows], target[columns])
    return float(np.quantile(cosines, COSINE_QUANTILE)) - COSINE_SLACK


def _mutual_best(cosines: Matrix) -> Iterator[tuple[int, int]]:
    """Cells that exceed all others of their row and of their column by :data:`COSINE_MARGIN`."""
    padded = np.pad(cosines, ((0, 1), (0, 1)), constant_values=-1.0)  # so that every line has two values
    second_of_row = np.partition(padded, -2, axis=1)[:-1, -2]
    second_of_column = np.partition(padded, -2, axis=0)[-2, :-1]
    for row, column in enumerate(cosines.argmax(axis=1).tolist()):
        if cosines[row, column] >= max(second_of_row[row], second_of_column[column]) + COSINE_MARGIN:
            yield row, column


def _runs(matches: Sequence[Match]) -> Iterator[Crossing]:
    """Matches that follow each other on both sides, joined; ``matches``: ordered by the source."""
    run: list[Match] = []
    for match in [*matches, None]:
        if run and (match is None or match[:2] != (run[-1][0] + 1, run[-1][1] + 1)):
            score = sum(one[2] for one in run) / len(run)
            yield Crossing(range(run[0][0], run[-1][0] + 1), range(run[0][1], run[-1][1] + 1), score)
            run = []
        if match is not None:
            run.append(match)
