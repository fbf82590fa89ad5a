"""Vectors of runs of sentences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.embed.windows import pool
from align.errors import InvariantError


def unit_rows(count: int, seed: int, dim: int = 8) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, dim))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@given(st.lists(st.integers(1, 500), min_size=1, max_size=20), st.integers(0, 9), st.data())
def test_a_window_is_the_weighted_mean(lengths, seed, draw):
    """A window's vector points where its sentences' vectors do, each weighted by the root of its length."""
    vectors = unit_rows(len(lengths), seed)
    start = draw.draw(st.integers(0, len(lengths) - 1))
    stop = draw.draw(st.integers(start + 1, len(lengths)))
    mean = np.sqrt(lengths[start:stop]) @ vectors[start:stop]
    found = pool(vectors, lengths).vectors([start], [stop])
    np.testing.assert_allclose(found[0], mean / np.linalg.norm(mean), atol=1e-5)


def test_a_window_of_one_is_the_sentence():
    """One sentence pooled is itself."""
    vectors = unit_rows(5, seed=1)
    np.testing.assert_allclose(pool(vectors, [3, 90, 1, 7, 20]).of_size(1), vectors, atol=1e-6)


def test_windows_of_a_size_come_in_order():
    """All windows of two sentences: one less than there are sentences; none where the text is shorter."""
    windows = pool(unit_rows(4, seed=2), [10, 20, 30, 40])
    np.testing.assert_array_equal(windows.of_size(2), windows.vectors([0, 1, 2], [2, 3, 4]))
    assert windows.of_size(5).shape == (0, 8)


def test_a_late_window_is_as_exact_as_an_early_one():
    """In a text of 20,000 sentences the last window is exact to five digits."""
    vectors = unit_rows(20_000, seed=3)
    lengths = np.full(len(vectors), 135)
    last = pool(vectors, lengths).vectors([19_992], [20_000])
    alone = pool(vectors[-8:], lengths[-8:]).vectors([0], [8])
    np.testing.assert_allclose(last, alone, atol=1e-5)


@pytest.mark.parametrize(("start", "stop"), [(1, 1), (2, 1), (-1, 2), (0, 4)])
def test_a_window_outside_the_text_is_refused(start, stop):
    """A window holds at least one sentence and none that is not there."""
    with pytest.raises(InvariantError, match="at least one of 3 sentences"):
        pool(unit_rows(3, seed=4), [1, 2, 3]).vectors([start], [stop])


@pytest.mark.parametrize("lengths", [[1, 2], [1, 0, 2]])
def test_every_sentence_has_a_length(lengths):
    """A length too few, or of nothing, is refused."""
    with pytest.raises(InvariantError, match="positive length for each of 3"):
        pool(unit_rows(3, seed=5), lengths)
