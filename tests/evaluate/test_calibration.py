"""Calibration: bins, and the distance between confidence and accuracy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import InvariantError
from align.evaluate.calibration import Calibration


def test_the_error_is_the_mean_distance_of_the_bins() -> None:
    """Half right at .9 (.4 off, four predictions) and all right at 1.0 in the same bin are pooled there."""
    assert Calibration(((0.9, True), (0.9, False)) * 2).error == pytest.approx(0.4)
    assert Calibration(((0.95, True), (0.05, False))).error == pytest.approx(0.05)
    assert Calibration(((0.9, True), (1.0, False))).error == pytest.approx(0.45)


def test_bins_have_equal_width_and_hold_both_ends() -> None:
    """0.0 is in the first of ten bins, 0.1 in the second, 1.0 in the last; empty bins are left out."""
    bins = Calibration(((0.0, False), (0.1, True), (1.0, True))).bins
    assert [(bin_.low, bin_.high, bin_.count, bin_.accuracy) for bin_ in bins] == [
        (0.0, 0.1, 1, 0.0),
        (0.1, 0.2, 1, 1.0),
        (0.9, 1.0, 1, 1.0),
    ]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_prediction_is_in_one_bin(outcomes: list[tuple[float, bool]]) -> None:
    """Bins lose nothing, and the error is a fraction."""
    calibration = Calibration(tuple(outcomes))
    assert sum(bin_.count for bin_ in calibration.bins) == len(outcomes)
    if not outcomes:
        assert calibration.error is None
    else:
        assert calibration.error is not None
        assert 0.0 <= calibration.error <= 1.0 + 1e-9


def test_a_confidence_is_a_fraction() -> None:
    """Percentages are refused."""
    with pytest.raises(InvariantError, match="fraction 0-1, got 95"):
        Calibration(((95, True),))
