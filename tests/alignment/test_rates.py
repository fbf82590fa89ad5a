"""The rates of the types of beads, estimated on a text and its regions."""

from __future__ import annotations

import numpy as np
import pytest

from align.alignment.aligner import two_runs
from align.alignment.edges import Edges
from align.alignment.graph import Gaps, Graph
from align.alignment.rates import TYPES, BeadRates, bead_types

RATES = BeadRates(np.array([0.86, 0.02, 0.02, 0.04, 0.04, 0.02]))


def row_of_beads(*sizes: tuple[int, int]) -> Edges:
    """One path of beads of these numbers of sentences."""
    stops = np.cumsum(np.array(sizes, dtype=np.int64), axis=0)
    return Edges(np.concatenate([[(0, 0)], stops[:-1]]), stops, np.ones(len(sizes)))


def test_the_types_of_beads() -> None:
    """Each bead is of one type by its numbers of sentences."""
    edges = row_of_beads((1, 1), (1, 0), (0, 1), (3, 1), (1, 2), (2, 2))
    assert [TYPES[number] for number in bead_types(edges)] == ["1-1", "1-0", "0-1", "n-1", "1-n", "n-m"]


def test_a_text_like_the_fitted_ones_changes_nothing() -> None:
    """Where each type is as frequent as in the fitted texts, no score is moved."""
    edges = row_of_beads(*[(1, 1)] * 43, (1, 0), (0, 1), *[(2, 1)] * 2, *[(1, 2)] * 2, (2, 2))
    assert np.abs(RATES.log_ratios(edges, np.ones(len(edges)))).max() < 0.5


def test_frequent_nulls_of_a_region_make_nulls_likelier_there_only() -> None:
    """Thirty nulls between two runs of pairs: a null there gains more than one far away."""
    edges = row_of_beads(*[(1, 1)] * 100, *[(1, 0)] * 30, *[(1, 1)] * 100, (1, 0))
    ratios = RATES.log_ratios(edges, np.ones(len(edges)))
    assert ratios[115] > ratios[-1] + 0.5
    assert ratios[0] > ratios[99]


@pytest.mark.parametrize(("merges", "likelier"), [(20, "merge"), (0, "null")])
def test_an_open_choice_follows_the_text(merges: int, likelier: str) -> None:
    """A last sentence that may be merged or left alone, scores equal: texts with merges merge it."""
    sure = [(2, 1)] * merges + [(1, 1)] * (40 - merges) + ([] if merges else [(1, 0)] * 8)
    known = row_of_beads(*sure)
    i, j = known.stop[-1].tolist()
    choices = Edges(
        np.array([[i, j], [i, j], [i + 1, j + 1]]),
        np.array([[i + 2, j + 1], [i + 1, j + 1], [i + 2, j + 1]]),
        np.ones(3),
    )
    start, stop = (np.concatenate([getattr(known, end), getattr(choices, end)]) for end in ("start", "stop"))
    edges = Edges.ordered(start, stop, np.ones(len(start)))
    found = two_runs(Graph(edges), (np.zeros(len(edges)), Gaps()), (np.zeros(len(edges)), Gaps()), RATES)
    merge = found[(edges.start == (i, j)).all(axis=1) & (edges.sizes == (2, 1)).all(axis=1)][0]
    assert (merge > 0.5) == (likelier == "merge")
