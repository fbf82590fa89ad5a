"""Text that moved: sentences left alone on both sides that translate each other after all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from align.alignment.bead import Bead, Crossing
from align.alignment.pooling import Matrix

MOVABLE = 0.5
"""Sentences in beads less sure than this (fraction 0-1) may belong elsewhere."""

USUAL = 0.25
"""Quantile of the cosines of this document's sure pairs that a crossing has to reach."""

SLACK = 0.02
"""How much less than that will do."""

MARGIN = 0.1
"""What a crossing's cosine must be above that with any other sentence left alone."""

MOST = 4096
"""Sentences looked at on either side, so that a text without any translation costs little."""


def find_crossings(source: Matrix, target: Matrix, beads: Sequence[Bead]) -> tuple[Crossing, ...]:
    """Runs of doubtful sentences whose vectors (unit rows) find each other across the order of the beads."""
    lone = [_lone(beads, side)[:MOST] for side in (0, 1)]
    sure = [bead for bead in beads if bead.type == "1-1" and bead.confidence >= 0.9]
    if not lone[0].size or not lone[1].size or not sure:
        return ()
    rows, columns = [bead.source.start for bead in sure], [bead.target.start for bead in sure]
    usual = float(np.quantile(np.einsum("kd,kd->k", source[rows], target[columns]), USUAL)) - SLACK
    found = source[lone[0]] @ target[lone[1]].T
    pairs = [
        (int(lone[0][row]), int(lone[1][column]), float(found[row, column]))
        for row, column in _mutual(found)
        if found[row, column] >= usual
    ]
    together = {(i, j) for bead in beads for i in bead.source for j in bead.target}
    return tuple(_runs([pair for pair in pairs if pair[:2] not in together]))


def _lone(beads: Sequence[Bead], side: int) -> NDArray[np.int64]:
    """The sentences of one side that no sure pair holds."""
    held = [bead for bead in beads if not (bead.source and bead.target) or bead.confidence < MOVABLE]
    return np.array([index for bead in held for index in (bead.source, bead.target)[side]], dtype=np.int64)


def _mutual(found: Matrix) -> Iterator[tuple[int, int]]:
    """Places that are the greatest of their row and of their column by :data:`MARGIN`."""
    edge = np.pad(found, ((0, 1), (0, 1)), constant_values=-1.0)  # a second best for a single one
    second = np.partition(edge, -2, axis=1)[:-1, -2], np.partition(edge, -2, axis=0)[-2, :-1]
    for row, column in enumerate(found.argmax(axis=1).tolist()):
        if found[row, column] >= max(second[0][row], second[1][column]) + MARGIN:
            yield row, column


def _runs(pairs: Sequence[tuple[int, int, float]]) -> Iterator[Crossing]:
    """Pairs that follow each other on both sides, made one."""
    run: list[tuple[int, int, float]] = []
    for pair in [*pairs, None]:
        if run and (pair is None or pair[:2] != (run[-1][0] + 1, run[-1][1] + 1)):
            score = sum(one[2] for one in run) / len(run)
            yield Crossing(range(run[0][0], run[-1][0] + 1), range(run[0][1], run[-1][1] + 1), score)
            run = []
        if pair is not None:
            run.append(pair)
