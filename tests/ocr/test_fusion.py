"""All evidence -> probabilities."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.ocr import reranker
from align.ocr.reranker import LogLinearReranker, softmax

SITES = st.lists(st.lists(st.floats(-50, 50), min_size=1, max_size=5), min_size=1, max_size=6)


@given(SITES)
def test_readings_of_a_place_share_one_probability(sites):
    """At each site the probabilities sum to 1, and a better score is never less likely."""
    starts = np.cumsum([0, *map(len, sites)])
    scores = np.array([score for site in sites for score in site])
    shares = softmax(scores, starts)
    for number, site in enumerate(sites):
        here = shares[starts[number] : starts[number + 1]]
        assert abs(here.sum() - 1) < 1e-9
        assert np.all(np.diff(here[np.argsort(site)]) >= 0)


def test_the_shipped_weights_say_how_they_were_made():
    """Both stages are there, and what was read weighs nothing by itself."""
    for stage in ("first", "final"):
        weights = reranker.load(stage).weights
        assert weights["channel"] > 0
        assert weights["context"] > 0


def test_without_evidence_a_reading_scores_as_what_was_read():
    """Units add nothing where every witness is silent."""
    units = LogLinearReranker(
        {"a": 1.0}, {"a": np.array([2.0, -1.0])}, np.array([0.5, 3.0]), np.array([1.0, 4.0])
    )
    assert units.score({"a": np.zeros(3)}).tolist() == [0.0, 0.0, 0.0]
    assert units.score({"a": np.ones(1)}) != LogLinearReranker.linear({"a": 1.0}).score({"a": np.ones(1)})


def test_weights_come_back_from_json_as_they_were():
    """With units and without."""
    units = LogLinearReranker({"a": 1.25}, {"a": np.array([2.0])}, np.array([0.5]), np.array([1.0]))
    for fitted in (units, LogLinearReranker.linear({"a": 1.25})):
        evidence = {"a": np.array([0.0, 0.3, -2.0])}
        assert (
            LogLinearReranker.from_json(fitted.to_json()).score(evidence).tolist()
            == fitted.score(evidence).tolist()
        )
