"""Values of slots, or of texts -> columns of candidates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from align.ocr.features.matrix import Values
from align.ocr.lattice.lattice import CandidateLattice


def on_changed(lattice: CandidateLattice, values: Values) -> Values:
    """A column with the value of the slot for every candidate but the observed text, which has 0.

    Args:
        lattice: The candidates.
        values: One for each slot, shape ``(n_slots,)``.
    """
    column: Values = values[lattice.slot_of].astype(np.float64)
    column[lattice.starts[:-1]] = 0.0
    return column


def on_unproposed(lattice: CandidateLattice, values: Values) -> Values:
    """The same for the candidates alone that stand for any text that no rule generated."""
    return np.where(lattice.unproposed, values[lattice.slot_of], 0.0)


def gained(lattice: CandidateLattice, measure: Callable[[Sequence[str]], Values]) -> Values:
    """The measure of the text of each candidate less that of the observed text.

    The candidate that stands for any text counts as the observed one.

    Args:
        lattice: The candidates.
        measure: Of distinct texts, shape ``(n_texts,)``, or ``(n_texts, n_measures)`` for several.
    """
    texts, new, old = lattice.distinct_texts
    measured = measure(texts)
    gains = np.zeros((len(lattice), *measured.shape[1:]))
    gains[lattice.contested] = measured[new] - measured[old]
    return gains
