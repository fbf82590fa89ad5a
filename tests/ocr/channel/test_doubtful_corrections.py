"""Which corrections of a document its channel learns from."""

from __future__ import annotations

import numpy as np

from align.ocr.channel.adaptation import MIN_SLOT_ERROR_IN_PRINT, estimate_profile
from align.ocr.channel.engines import prior_channel
from tests.ocr.sample import lattice_of, resources_of


def test_doubtful_corrections_count_by_their_probability_in_old_print() -> None:
    """Each of them is likelier right as it stands; elsewhere they count for nothing."""
    lattice = lattice_of("fea houfe", resources_of({"sea": 1e-4, "house": 1e-3}, "en"))
    probabilities = np.zeros(len(lattice))
    probabilities[lattice.starts[:-1]] = 0.7
    probabilities[
        [row for row, (_, one) in enumerate(lattice.candidates) if one.text in ("sea", "house")]
    ] = 0.3
    usual = estimate_profile(lattice, probabilities, prior_channel())
    soft = estimate_profile(lattice, probabilities, prior_channel(), MIN_SLOT_ERROR_IN_PRINT)
    assert not usual.edits
    assert 0 < soft.edits["s", "f"] <= 0.61
