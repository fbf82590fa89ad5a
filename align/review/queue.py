"""What a reviewer still has to look at."""

from __future__ import annotations

from collections.abc import Iterable

from align.alignment.bead import DOUBTFUL
from align.review.doubts import Doubt
from align.review.state import Row

MADE = {"arranged", "brought back"}


def doubtful(row: Row) -> bool:
    """Whether its pairing wants a look: not sure enough, or made by hand and not confirmed since."""
    confidence = row.pairing.confidence
    return row.origin in MADE or (confidence is not None and confidence < DOUBTFUL)


def needs_review(row: Row, doubts: Iterable[Doubt]) -> bool:
    """Nobody has decided on the row, and its pairing or a reading in it is in doubt."""
    return row.status == "auto" and (doubtful(row) or any(doubt.open for doubt in doubts))


def sureness(row: Row) -> str:
    """The confidence in words."""
    confidence = row.pairing.confidence
    if row.origin in MADE or confidence is None:
        return "by hand"
    for least, word in ((0.95, "sure"), (0.85, "likely"), (DOUBTFUL, "fair")):
        if confidence >= least:
            return word
    return "doubtful"
