"""Features of candidates -> probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from align.ocr import reranker
from align.ocr.features.matrix import FeatureMatrix, Values
from align.ocr.reranker import Kind, LogLinearReranker, softmax

SLOTS = st.lists(st.lists(st.floats(-50, 50), min_size=1, max_size=5), min_size=1, max_size=6)
NAMES = ("a", "b", "c", "d")
ROWS = 4


def matrix_of(**columns: list[float]) -> FeatureMatrix:
    """A matrix of these columns."""
    values = {name: np.array(column) for name, column in columns.items()}
    return FeatureMatrix(len(next(iter(values.values()))), values)


def numbers(*shape: int, limit: float = 5.0) -> st.SearchStrategy[Values]:
    """Arrays of this shape."""
    return arrays(np.float64, shape, elements=st.floats(-limit, limit))


@st.composite
def matrices(draw: st.DrawFn) -> FeatureMatrix:
    """Some of the features, the first row that of an observed text: 0 everywhere."""
    columns = {name: draw(numbers(ROWS)) for name in draw(st.sets(st.sampled_from(NAMES)))}
    for column in columns.values():
        column[0] = 0
    return FeatureMatrix(ROWS, columns)


@st.composite
def rerankers(draw: st.DrawFn, *, units: bool) -> LogLinearReranker:
    """Weights of some features; with units, other features may go to these."""
    weights = draw(st.dictionaries(st.sampled_from(NAMES), st.floats(-5, 5)))
    if not units:
        return LogLinearReranker.linear(weights)
    hidden = {name: draw(numbers(3)) for name in draw(st.sets(st.sampled_from(NAMES), min_size=1))}
    return LogLinearReranker(weights, hidden, draw(numbers(3)), draw(numbers(3)))


@given(SLOTS)
@settings(deadline=None)
def test_candidates_of_a_slot_share_one_probability(slots: list[list[float]]) -> None:
    """The probabilities of a slot sum to 1, and a better score is never less likely."""
    starts = np.cumsum([0, *map(len, slots)])
    scores = np.array([score for slot in slots for score in slot])
    probabilities = softmax(scores, starts)
    for number, slot in enumerate(slots):
        here = probabilities[starts[number] : starts[number + 1]]
        assert abs(here.sum() - 1) < 1e-9
        assert np.all(np.diff(here[np.argsort(slot)]) >= 0)


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("stage", ["first", "draft", "final"])
def test_the_shipped_weights_favour_channel_and_context(stage: str, kind: Kind) -> None:
    """Every stage is there; what is likely by the channel and by its context scores more."""
    weights = reranker.load(stage, kind).weights
    assert weights["channel"] > 0
    assert weights["ngram"] > 0


def test_without_features_a_candidate_scores_as_the_observed_text() -> None:
    """Units add nothing where every feature is 0."""
    units = LogLinearReranker(
        {"a": 1.0}, {"a": np.array([2.0, -1.0])}, np.array([0.5, 3.0]), np.array([1.0, 4.0])
    )
    assert units.score(matrix_of(a=[0.0, 0.0, 0.0])).tolist() == [0.0, 0.0, 0.0]
    assert units.score(matrix_of(a=[1.0])) != LogLinearReranker.linear({"a": 1.0}).score(matrix_of(a=[1.0]))


def test_a_feature_that_was_not_computed_counts_as_zero() -> None:
    """Weighted by itself, and by the units."""
    units = LogLinearReranker({"a": 1.0, "b": 2.0}, {"b": np.array([3.0])}, np.array([0.5]), np.array([1.0]))
    without, zero = matrix_of(a=[0.0, 2.0]), matrix_of(a=[0.0, 2.0], b=[0.0, 0.0])
    assert units.score(without).tolist() == units.score(zero).tolist() == [0.0, 2.0]


def test_weights_come_back_from_json_as_they_were() -> None:
    """With units and without."""
    units = LogLinearReranker({"a": 1.25}, {"a": np.array([2.0])}, np.array([0.5]), np.array([1.0]))
    for fitted in (units, LogLinearReranker.linear({"a": 1.25})):
        matrix = matrix_of(a=[0.0, 0.3, -2.0])
        restored = LogLinearReranker.from_json(fitted.to_json())
        assert restored.score(matrix).tolist() == fitted.score(matrix).tolist()


@given(st.booleans().flatmap(lambda units: rerankers(units=units)), matrices())
@settings(deadline=None)
def test_contributions_sum_to_the_score(weights: LogLinearReranker, matrix: FeatureMatrix) -> None:
    """Of every candidate, with units and without."""
    scores = weights.score(matrix)
    for row in range(ROWS):
        found = weights.contributions(matrix, row)
        assert sum(found.values()) == pytest.approx(scores[row], abs=1e-6)


@given(st.booleans().flatmap(lambda units: rerankers(units=units)), matrices())
@settings(deadline=None)
def test_nothing_contributes_to_the_observed_text(weights: LogLinearReranker, matrix: FeatureMatrix) -> None:
    """Its features are all 0, and so is its score."""
    assert not any(weights.contributions(matrix, 0).values())
    assert weights.score(matrix)[0] == 0


@given(st.sampled_from([-1e-8, -1e-12, 0.0, 1e-12, 1e-8]), numbers(3), numbers(3))
@settings(deadline=None)
def test_contributions_of_tiny_features_are_finite(
    value: float, bias: NDArray[np.float64], out: NDArray[np.float64]
) -> None:
    """Where the units hardly move, their slope takes the place of the quotient."""
    hidden = {"a": np.array([1.0, -2.0, 0.0]), "b": np.array([-1.0, 2.0, 3.0])}
    units = LogLinearReranker({"a": 1.0}, hidden, bias, out)
    matrix = matrix_of(a=[0.0, value], b=[0.0, value])
    found = units.contributions(matrix, 1)
    assert np.isfinite([*found.values()]).all()
    assert sum(found.values()) == pytest.approx(units.score(matrix)[1], abs=1e-9)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_contributions_of_the_shipped_weights_sum_to_the_score(kind: Kind) -> None:
    """With all features and with half of them."""
    weights = reranker.load("final", kind)
    random = np.random.default_rng(0)
    columns: Mapping[str, Values] = {name: random.normal(size=20) for name in weights.hidden}
    for names in (list(columns), list(columns)[::2]):
        matrix = FeatureMatrix(20, {name: columns[name] for name in names})
        sums = [sum(weights.contributions(matrix, row).values()) for row in range(20)]
        assert sums == pytest.approx(weights.score(matrix).tolist(), abs=1e-6)
