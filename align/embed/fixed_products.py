"""Products of matrices in which a row does not depend on the rows beside it, to the last bit.

A library of linear algebra chooses its code by the number of rows, and each adds in an order of its own. So
all products have the same number of rows: those of a last part are filled up with zeros.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

ROWS = 32
"""Rows of every product: with more, the weights are read less often; with fewer, less is filled up."""


def product(rows: Floats, weight: Floats) -> Floats:
    """``rows @ weight``, shape ``(len(rows), weight.shape[1])``; each depends on its own row only."""
    whole = filled_up(rows)
    parts = np.matmul(whole.reshape(-1, ROWS, rows.shape[1]), weight)
    found: Floats = parts.reshape(len(whole), weight.shape[1])[: len(rows)]
    return found


def filled_up(rows: Floats) -> Floats:
    """The rows, and zeros up to the next multiple of :data:`ROWS`."""
    missing = -len(rows) % ROWS
    if not missing and rows.flags.c_contiguous:
        return rows
    whole = np.zeros((len(rows) + missing, rows.shape[1]), dtype=np.float32)
    whole[: len(rows)] = rows
    return whole
