"""Passages that have nothing to do with each other are passed by, not paired."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.alignment.edges import Edges
from align.alignment.gap_edges import REACH, UNSEEN, with_gaps


def pairs(*cells: tuple[int, int, float]) -> Edges:
    """Pairs of one sentence a side that begin at these cells, with their posteriors."""
    start = np.array([cell[:2] for cell in cells], dtype=np.int64)
    return Edges.ordered(start, start + 1, np.array([cell[2] for cell in cells]))


def steps(edges: Edges) -> set[tuple[int, int, int, int]]:
    return {(*start, *stop) for start, stop in zip(edges.start.tolist(), edges.stop.tolist(), strict=True)}


def way_past(i: int, j: int, k: int, m: int) -> set[tuple[int, int, int, int]]:
    """The nulls from one cell to another, those of the source first."""
    down = {(row, j, row + 1, j) for row in range(i, k)}
    return down | {(k, column, k, column + 1) for column in range(j, m)}


@given(st.integers(1, 6), st.integers(1, 6), st.integers(1, REACH), st.integers(1, REACH))
def test_every_two_likely_pairs_are_linked(i, j, rows, columns):
    """From one pair to the next, and to the text's ends, there is a way of nulls alone."""
    k, m = i + 1 + rows, j + 1 + columns
    last = (k + 3, m + 2)
    found = steps(with_gaps(pairs((i, j, 0.5), (k, m, 0.4)), np.zeros(2, dtype=bool), last))
    for way in (way_past(0, 0, i, j), way_past(i + 1, j + 1, k, m), way_past(k + 1, m + 1, *last)):
        assert way <= found


def test_what_was_known_keeps_its_posterior():
    """The first pass's edges stay as they were; what is added is marked as unseen."""
    known = pairs((0, 0, 0.9), (3, 2, 0.3))
    found = with_gaps(known, np.zeros(2, dtype=bool), (4, 3))
    kept = found.where(found.posterior > UNSEEN)
    assert steps(kept) == steps(known)
    assert sorted(kept.posterior.tolist()) == [0.3, 0.9]


def test_no_gap_leads_past_a_sure_pair():
    """A pair that is taken bounds the gaps before and after it."""
    edges = pairs((0, 0, 0.5), (2, 2, 1.0), (4, 4, 0.5))
    found = with_gaps(edges, edges.posterior == 1.0, (5, 5))
    nulls = found.where(~found.pairs)
    before = (nulls.stop <= 2).all(axis=1)
    assert (before | (nulls.start >= 3).all(axis=1)).all()
    assert way_past(1, 1, 2, 2) <= steps(nulls)
