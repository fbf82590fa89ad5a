"""The feature matrix is a value."""

from __future__ import annotations

import numpy as np
import pytest

from align.ocr.features.matrix import FeatureColumns, FeatureMatrix


def test_an_update_returns_another_matrix() -> None:
    """Columns and aligned words are added or take the place of others; the matrix before keeps its own."""
    first = FeatureMatrix(2).updated(FeatureColumns({"a": np.array([0.0, 1.0])}, {1: "ally"}))
    second = first.updated(FeatureColumns({"a": np.array([0.0, 2.0]), "b": np.zeros(2)}, {0: "war"}))
    assert {name: values.tolist() for name, values in first.items()} == {"a": [0.0, 1.0]}
    assert first.aligned_words == {1: "ally"}
    assert {name: values.tolist() for name, values in second.items()} == {"a": [0.0, 2.0], "b": [0.0, 0.0]}
    assert second.aligned_words == {0: "war", 1: "ally"}
    assert second.n_candidates == 2


def test_a_column_that_was_not_computed_counts_as_zero() -> None:
    """By ``column``; by name it is an error."""
    matrix = FeatureMatrix(3)
    assert matrix.column("a").tolist() == [0.0, 0.0, 0.0]
    assert "a" not in matrix
    with pytest.raises(KeyError, match="a"):
        matrix["a"]
