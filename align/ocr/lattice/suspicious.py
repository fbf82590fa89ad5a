"""Tokens that are no known word, number or usual mark, and texts with many of them."""

from __future__ import annotations

from collections.abc import Iterable

from align.lang.lexicon import Lexicon
from align.ocr.lattice import marks
from align.text.token import Token, tokenize

MIN_TOKENS = 60
"""Tokens that are enough to tell."""

MIN_SUSPICIOUS = 0.06
"""Fraction of suspicious tokens: clean texts have at most .05, old print hardly ever less than .07."""


def is_suspicious(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token is no known word, number or usual mark."""
    if marks.odd_marks(token.lead, token.core, token.trail):
        return True
    return any(map(str.isalpha, token.core)) and not lexicon.knows(token.core)


def is_degraded(texts: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether a text is old or badly read print, which other weights fit than clean text of today.

    Args:
        texts: Its sentences.
        lexicon: Of their language.
    """
    found = [is_suspicious(token, lexicon) for text in texts for token in tokenize(text)]
    return len(found) >= MIN_TOKENS and sum(found) >= MIN_SUSPICIOUS * len(found)
