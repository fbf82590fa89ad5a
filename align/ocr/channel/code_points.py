"""Texts as arrays of code points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def code_points(texts: Sequence[str], length: int) -> NDArray[np.uint32]:
    """The code points of texts of a length at most, padded with 0, shape ``(n, length)``."""
    if not texts or not length:
        return np.zeros((len(texts), length), dtype=np.uint32)
    return np.array(texts, dtype=f"<U{length}").view(np.uint32).reshape(len(texts), length)
