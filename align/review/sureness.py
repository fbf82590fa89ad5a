"""How sure the program is, in three words: of a doubt, of a suggestion, of a pairing."""

from __future__ import annotations

from align.alignment.bead import DOUBTFUL
from align.review.queue import BY_HAND
from align.review.row import Row

SURE, LIKELY = 0.95, 0.7
"""Calibrated probabilities (fractions 0-1) from which something is called sure, and likely."""

PLEASE_LOOK = "please look"


def in_a_word(probability: float, likely: float = LIKELY) -> str:
    """A calibrated probability as a word.

    Args:
        probability: Fraction 0-1.
        likely: From which on it is likely.

    Returns:
        ``sure``, ``likely`` or ``please look``.

    Example:
        >>> in_a_word(0.97), in_a_word(0.8), in_a_word(0.5)
        ('sure', 'likely', 'please look')
    """
    if probability >= SURE:
        return "sure"
    return "likely" if probability >= likely else PLEASE_LOOK


def sureness(row: Row) -> str:
    """How sure the pairing of a row is; one below the aligner's threshold needs a look, as in the queue."""
    confidence = row.pairing.confidence
    return "by hand" if row.origin in BY_HAND or confidence is None else in_a_word(confidence, DOUBTFUL)
