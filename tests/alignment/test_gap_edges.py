"""Unrelated passages are connected by nulls."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.alignment.edges import Edges
from align.alignment.gap_edges import ADDED_POSTERIOR, MAX_CELLS, MAX_GAP, with_excerpt, with_gaps


def pairs(*cells: tuple[int, int, float]) -> Edges:
    """Pairs of one sentence a side that begin at these cells, with their posteriors."""
    start = np.array([cell[:2] for cell in cells], dtype=np.int64)
    return Edges.ordered(start, start + 1, np.array([cell[2] for cell in cells]))


def steps(edges: Edges) -> set[tuple[int, int, int, int]]:
    return {(*start, *stop) for start, stop in zip(edges.start.tolist(), edges.stop.tolist(), strict=True)}


def nulls_between(i: int, j: int, k: int, m: int) -> set[tuple[int, int, int, int]]:
    """The nulls from one cell to another, those of the source first."""
    down = {(row, j, row + 1, j) for row in range(i, k)}
    return down | {(k, column, k, column + 1) for column in range(j, m)}


@given(st.integers(1, 6), st.integers(1, 6), st.integers(1, MAX_GAP), st.integers(1, MAX_GAP))
def test_every_two_likely_pairs_are_connected(i: int, j: int, rows: int, columns: int) -> None:
    """A path of nulls alone leads from one pair to the next, and to both ends of the text."""
    k, m = i + 1 + rows, j + 1 + columns
    last = (k + 3, m + 2)
    found = steps(with_gaps(pairs((i, j, 0.5), (k, m, 0.4)), np.zeros(2, dtype=bool), last))
    for path in (
        nulls_between(0, 0, i, j),
        nulls_between(i + 1, j + 1, k, m),
        nulls_between(k + 1, m + 1, *last),
    ):
        assert path <= found


def test_edges_of_the_first_pass_keep_their_posterior() -> None:
    """Only added edges have the posterior of added edges."""
    known = pairs((0, 0, 0.9), (3, 2, 0.3))
    found = with_gaps(known, np.zeros(2, dtype=bool), (4, 3))
    kept = found.where(found.posterior > ADDED_POSTERIOR)
    assert steps(kept) == steps(known)
    assert sorted(kept.posterior.tolist()) == [0.3, 0.9]


def test_no_gap_passes_a_certain_pair() -> None:
    """A pair that is certain bounds the gaps before and after it."""
    edges = pairs((0, 0, 0.5), (2, 2, 1.0), (4, 4, 0.5))
    found = with_gaps(edges, edges.posterior == 1.0, (5, 5))
    nulls = found.where(~found.pairs)
    before = (nulls.stop <= 2).all(axis=1)
    assert (before | (nulls.start >= 3).all(axis=1)).all()
    assert nulls_between(1, 1, 2, 2) <= steps(nulls)


@pytest.mark.parametrize("end", [(2, 7), (7, 2), (1, 3)])
def test_an_excerpt_may_stand_anywhere(end: tuple[int, int]) -> None:
    """Every pair of sentences is a candidate, and so is every null that leads to it; what is known stays."""
    found = with_excerpt(pairs((0, 0, 0.7)), end)
    sizes = [tuple(size) for size in found.sizes.tolist()]
    assert sizes.count((1, 1)) == end[0] * end[1]
    assert sizes.count((1, 0)) == end[0] * (end[1] + 1)
    assert found.is_connected(*end)
    assert found.posterior.max() == 0.7


@pytest.mark.parametrize("end", [(4, 7), (2, MAX_CELLS)])
def test_texts_of_one_size_and_long_ones_stay_as_they_are(end: tuple[int, int]) -> None:
    known = pairs((0, 0, 0.7))
    assert with_excerpt(known, end) is known
