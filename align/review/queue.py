"""Which rows still need review."""

from __future__ import annotations

from collections.abc import Iterable

from align.alignment.bead import DOUBTFUL
from align.review.doubts import Doubt
from align.review.row import Row

BY_HAND = {"arranged", "brought back"}
"""Origins of rows that the reviewer made."""


def doubtful(row: Row) -> bool:
    """Whether the pairing needs review: its confidence is low, or it was made by hand."""
    confidence = row.pairing.confidence
    return row.origin in BY_HAND or (confidence is not None and confidence < DOUBTFUL)


def needs_review(row: Row, doubts: Iterable[Doubt]) -> bool:
    """Whether a row is undecided, and its pairing or some text in it is in doubt."""
    return row.status == "auto" and (doubtful(row) or any(doubt.open for doubt in doubts))
