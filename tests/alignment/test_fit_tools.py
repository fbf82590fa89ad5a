"""The parts of the fit that the package does not contain: compiled sums, and merges made from texts."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.alignment.edges import Edges
from align.alignment.graph import Gaps, Graph

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from alignment_damage import Unit
from alignment_paths import links, posterior
from alignment_resplit import MAX_BOTH, MAX_SIDE, resplit


def grid(n: int, m: int) -> Edges:
    """Nulls and pairs of up to two sentences a side of a small text."""
    steps = [(1, 0), (0, 1), (1, 1), (2, 1), (1, 2), (2, 2)]
    found = [
        ((i, j), (i + a, j + b))
        for i in range(n + 1)
        for j in range(m + 1)
        for a, b in steps
        if i + a <= n and j + b <= m
    ]
    start, stop = (np.array([edge[end] for edge in found]) for end in (0, 1))
    return Edges.ordered(start, stop, np.ones(len(found)))


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), n=st.integers(1, 5), m=st.integers(1, 5))
def test_the_compiled_sums_are_those_of_the_package(seed: int, n: int, m: int) -> None:
    """Total, posteriors and expected numbers of nulls after nulls agree."""
    graph = Graph(grid(n, m))
    chance = np.random.default_rng(seed)
    scores, gaps = chance.normal(size=len(graph.edges)) * 3, Gaps(*chance.normal(size=2))
    one, other = graph.posterior(scores, gaps), posterior(links(graph), scores, gaps)
    assert np.allclose(one.edges, other.edges)
    assert np.allclose([one.total, one.extensions], [other.total, other.extensions])
    assert one.switches == pytest.approx(other.switches)


def test_merges_that_are_made_lose_no_text_and_stay_small() -> None:
    """The words of both sides stay in order; a bead fits into the lattice; some have several sentences."""
    units = [
        Unit(
            (f"Здесь стоит предложение {at}, и оно довольно длинное.",), (f"Sentence {at}, quite long.",), at
        )
        for at in range(200)
    ]
    made = resplit(units, random.Random(1))  # noqa: S311 -- reproducible, not secret
    for side in ("source", "target"):
        before, after = (
            "".join(
                letter
                for unit in found
                for text in getattr(unit, side)
                for letter in text
                if letter.isalnum()
            )
            for found in (units, made)
        )
        assert after.lower() == before.lower()
    assert all(max(len(unit.source), len(unit.target)) <= MAX_SIDE for unit in made)
    assert all(len(unit.source) + len(unit.target) <= MAX_BOTH for unit in made)
    assert {1, 2} < {max(len(unit.source), len(unit.target)) for unit in made}
