"""What the confidence of a bead is computed from."""

from __future__ import annotations

import numpy as np

from align.alignment.confidence import ConfidenceModel, confidence_columns
from align.alignment.edges import Edges

PATH = Edges(np.array([[0, 0], [1, 1], [3, 2]]), np.array([[1, 1], [3, 2], [4, 2]]), np.ones(3))
POSTERIOR = np.array([0.99, 0.6, 1.0])
COSINES = np.array([0.8, 0.5, np.nan])
FEATURES = {"similarity.least": np.array([0.8, 0.1, 0.0]), "words.least-mean": np.array([0.0, -2.0, 0.0])}


def test_the_least_sentence_counts_for_merges_only() -> None:
    """The sentence that fits worst is that of a merge; nulls and beads of one sentence have none."""
    columns = confidence_columns(PATH, POSTERIOR, COSINES, FEATURES)
    assert columns["similarity.least"].tolist() == [0.0, 0.1, 0.0]
    assert columns["words.least-mean"].tolist() == [0.0, -2.0, 0.0]
    assert [columns[name].tolist() for name in ("null", "merge")] == [[0, 0, 1], [0, 1, 0]]


def test_certain_posteriors_stay_finite() -> None:
    """A posterior of 1 has no infinite log-odds, and a null no cosine."""
    columns = confidence_columns(PATH, POSTERIOR, COSINES, {})
    model = ConfidenceModel({"posterior": 1.0, "cosine": 0.5})
    confidence = model.confidence(columns)
    assert np.isfinite(confidence).all()
    assert confidence[2] > confidence[0] > confidence[1]


def test_many_nulls_differ_from_none() -> None:
    """The share of nulls among the beads of the text is a column."""
    without = confidence_columns(PATH.where(np.array([True, True, False])), POSTERIOR[:2], COSINES[:2], {})
    assert confidence_columns(PATH, POSTERIOR, COSINES, {})["nulls"][0] > without["nulls"][0]
