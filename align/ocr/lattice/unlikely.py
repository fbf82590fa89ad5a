"""Candidates that a pass found to be as good as impossible: the passes after it leave them out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.ocr.lattice.lattice import CandidateLattice

UNLIKELY = 2e-4
"""Probability below which a candidate is left out of the passes that follow: of 1,276 that ended above .5 two
were ever below it, of 1,794 above .1 ten, and the figures on the development letters are the same."""
BEST_KEPT = 3
"""Candidates of a slot that stay although they are unlikely."""
RULES_KEPT = frozenset(("space", "double"))
"""Rules whose candidates stay: what only adds spaces is shown whatever its probability, and a word that
stands twice seems right until its sentence is looked at."""


def unlikely(lattice: CandidateLattice, probabilities: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which candidates are unlikely; the observed text, any unproposed text and the best of others stay.

    Without one of the others the word would not be compared with its sentence at all.

    Args:
        lattice: The candidates.
        probabilities: Of each, shape ``(n_candidates,)``.
    """
    kept = np.array([candidate.rule in RULES_KEPT for _, candidate in lattice.candidates], dtype=bool)
    left_out: NDArray[np.bool_] = (probabilities < UNLIKELY) & ~lattice.unproposed & ~kept
    left_out[lattice.starts[:-1]] = False
    proposed = np.where(lattice.unproposed, -1.0, probabilities)
    proposed[lattice.starts[:-1]] = -1.0
    order = np.lexsort((-proposed, lattice.slot_of))
    for place in range(BEST_KEPT):
        at = lattice.starts[:-1] + place
        left_out[order[at[at < lattice.starts[1:]]]] = False
    return left_out
