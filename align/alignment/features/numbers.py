"""Numbers that both sides have, and those that only one has."""

from __future__ import annotations

from collections import Counter

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.numerals.counts import written_numbers


def numbers(documents: DocumentPair, pairs: Edges) -> Columns:
    """Square roots of how many numbers match and how many are left over: digits and Roman numerals.

    Dates need no treatment of their own: their numbers match one by one.
    """
    counts = [
        _compared(written_numbers(source), written_numbers(target))
        for source, target in documents.texts(pairs)
    ]
    shared, alone = np.sqrt(np.array(counts, dtype=np.float64).reshape(-1, 2)).T
    return {"numbers.shared": shared, "numbers.alone": alone}


def same_numbers(source: str, target: str) -> bool:
    """Whether both sides have the same numbers, or neither has any."""
    return _compared(written_numbers(source), written_numbers(target))[1] == 0


def _compared(source: Counter[str], target: Counter[str]) -> tuple[int, int]:
    """How many numbers the sides share, and how many only one of them has."""
    shared = (source & target).total()
    return shared, source.total() + target.total() - 2 * shared
