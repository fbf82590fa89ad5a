"""Bootstrap intervals: drawn by blocks, the same every time."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from align.evaluate.beads import score_beads
from align.evaluate.bootstrap import Interval, f1_interval
from align.evaluate.gold_bead import GoldBead
from align.evaluate.prf import Counts


def one_to_one(numbers: Iterable[int], shift: int = 0) -> list[GoldBead]:
    return [GoldBead(frozenset({n}), frozenset({n + shift})) for n in numbers]


def test_a_perfect_score_has_no_width() -> None:
    """Where every block is right every draw is."""
    score = score_beads(one_to_one(range(50)), one_to_one(range(50)))
    assert score.interval == Interval(1.0, 1.0)


def test_the_interval_holds_the_score_and_narrows_with_more_text() -> None:
    """Ten times the text at the same quality gives about a third of the width; a seed gives it again."""
    sort = {Counts(1, 0, 1, 0): 80, Counts(0, 1, 0, 1): 20}
    narrow, wide = f1_interval({c: 10 * n for c, n in sort.items()}), f1_interval(sort)
    assert narrow is not None
    assert wide is not None
    assert wide.low < narrow.low < 0.8 < narrow.high < wide.high
    assert (wide.high - wide.low) / (narrow.high - narrow.low) == pytest.approx(10**0.5, rel=0.2)
    assert f1_interval(sort) == wide != f1_interval(sort, seed=1)


def test_one_mistake_is_one_block() -> None:
    """Two beads merged into one are drawn together: one wrong, two missed."""
    merged = [GoldBead(frozenset({0, 1}), frozenset({0, 1})), *one_to_one(range(2, 5))]
    score = score_beads(one_to_one(range(5)), merged)
    assert score.blocks == {Counts(1, 0, 1, 0): 3, Counts(0, 1, 0, 2): 1}


def test_blocks_sum_to_the_score() -> None:
    """No bead is in two blocks or in none, even where links cross."""
    gold, predicted = one_to_one(range(20)), one_to_one(range(10)) + one_to_one(range(10, 19), 1)
    score = score_beads(gold, predicted)
    totals = [sum(n * vars(counts)[name] for counts, n in score.blocks.items()) for name in vars(Counts())]
    assert Counts(*totals) == score.strict


def test_nothing_has_no_interval() -> None:
    """Without beads there is nothing to draw."""
    assert score_beads([], []).interval is None
