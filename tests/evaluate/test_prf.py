"""Counts and their quotients."""

from __future__ import annotations

import pytest

from align.evaluate.prf import Counts, total


def test_quotients_come_from_counts() -> None:
    """Two of three predictions right, two of four found: .667, .5 and their harmonic mean."""
    counts = Counts(right=2, wrong=1, found=2, missed=2)
    assert counts.precision == pytest.approx(2 / 3)
    assert counts.recall == 0.5
    assert counts.f1 == pytest.approx(4 / 7)


@pytest.mark.parametrize(
    ("counts", "quotients"),
    [
        (Counts(), (None, None, None)),
        (Counts(missed=3), (None, 0.0, 0.0)),
        (Counts(wrong=3), (0.0, None, 0.0)),
        (Counts(wrong=1, missed=1), (0.0, 0.0, 0.0)),
        (Counts(right=1, found=1), (1.0, 1.0, 1.0)),
    ],
)
def test_the_unknown_is_none(
    counts: Counts, quotients: tuple[float | None, float | None, float | None]
) -> None:
    """Nothing predicted has no precision, nothing there has no recall; F1 is unknown only where both are."""
    assert (counts.precision, counts.recall, counts.f1) == quotients


def test_counts_add() -> None:
    """Pooling documents adds their counts, not their quotients."""
    assert total([Counts(1, 2, 3, 4), Counts(10, 20, 30, 40)]) == Counts(11, 22, 33, 44)
    assert total([]) == Counts()
