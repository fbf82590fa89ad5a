"""The usual length of a translation."""

from __future__ import annotations

import numpy as np
import pytest

from align.alignment.lengths import length_ratio, log_length_difference


@pytest.mark.parametrize(
    ("characters", "sentences", "ratio"),
    [
        ((1000, 1200), (10, 10), 1.2),
        ((1000, 1200), (10, 12), 1.2),
        ((1000, 3000), (10, 30), 1.5),
        ((3000, 1000), (30, 10), 2 / 3),
        ((1000, 0), (10, 0), 1.0),
        ((0, 0), (0, 0), 1.0),
    ],
)
def test_missing_text_does_not_make_translations_shorter(
    characters: tuple[int, int], sentences: tuple[int, int], ratio: float
) -> None:
    """The ratio of all characters; of a difference in sentences only a factor of 1.5 counts."""
    assert length_ratio(characters, sentences) == pytest.approx(ratio)


def test_twice_and_half_the_expected_length_differ_equally() -> None:
    """The expected length is ``ratio`` times the source's; five characters more smooth the ratio."""
    differences = log_length_difference(np.array([1000]), np.array([1100, 2205, 547.5]), 1.1)
    assert differences == pytest.approx([0, np.log(2), np.log(2)])
