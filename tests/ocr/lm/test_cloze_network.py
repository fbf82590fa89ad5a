"""The layers of the cloze model, stored in bytes."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from align.ocr.lm.cloze_network import quantise


@settings(deadline=None)
@given(
    arrays(np.float32, st.tuples(st.integers(1, 8), st.integers(1, 8)), elements=st.floats(-9, 9, width=32))
)
def test_a_layer_in_bytes_is_nearly_the_layer(weight: NDArray[np.float32]) -> None:
    """Storing a layer in bytes moves no weight by more than half a step of its row."""
    stored = quantise("w", weight)
    back = stored["w"] * stored["w.steps"][:, None]
    assert np.all(np.abs(back - weight) <= 0.51 * stored["w.steps"][:, None])
