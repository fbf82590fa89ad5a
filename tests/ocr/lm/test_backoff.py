"""Counts of pairs and triples as sorted arrays."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from align.ocr.lm.backoff import pack, unpack


@settings(deadline=None)
@given(st.lists(st.integers(0, 2**62), unique=True, max_size=50))
def test_packed_keys_come_back(keys: list[int]) -> None:
    """Keys survive being stored as the bytes of their differences."""
    ordered = np.array(sorted(keys), np.uint64)
    assert np.array_equal(unpack(pack(ordered)), ordered)
