"""Whether a text is old or badly read print, which other weights fit than clean text of today."""

from __future__ import annotations

from align.lang.lexicon import Lexicon
from align.ocr.features.edit_type import suspicious_slots
from align.ocr.lattice.lattice import CandidateLattice

MIN_TOKENS = 60
"""Tokens that are enough to tell."""

MIN_SUSPICIOUS = 0.06
"""Fraction of suspicious tokens: clean texts have at most .05, old print hardly ever less than .07."""


def is_degraded(lattice: CandidateLattice, lexicon: Lexicon) -> bool:
    """Whether many tokens of a text are no known word, number or usual mark.

    Args:
        lattice: Of the text.
        lexicon: Of its language.
    """
    suspicious = suspicious_slots(lattice, lexicon)
    return len(suspicious) >= MIN_TOKENS and bool(suspicious.mean() >= MIN_SUSPICIOUS)
