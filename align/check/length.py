"""The check of lengths."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

from align.check.context import CheckContext
from align.flag import Flag

MIN_SPREAD = 0.25
"""Least spread of the logarithms of length ratios (robust standard deviation)."""

MAD_TO_DEVIATION = 1.4826
"""The standard deviation of a normal distribution, in median absolute deviations."""

MAX_DEVIATIONS, MAX_EXCESS = 4.5, 40
"""Deviations of the length ratio, and characters beyond the usual length, that are still in order."""

CONFIDENCE = 0.7


def unusual_lengths(context: CheckContext) -> Iterator[Flag]:
    """A translation far longer or shorter than the usual ratio of this document makes likely."""
    usual = context.length_ratio
    if usual is None:
        return
    deviation = median(abs(pair.length_ratio - usual) for pair in context.pairs)
    spread = max(MAD_TO_DEVIATION * deviation, MIN_SPREAD)
    for pair in context.pairs:
        length = len(pair.target.without_insertions.strip())
        expected = len(pair.source.text) * math.exp(usual)
        excess = abs(length - expected)
        if abs(pair.length_ratio - usual) > MAX_DEVIATIONS * spread and excess > MAX_EXCESS:
            share = length / expected
            word = "shorter" if share < 1 else "longer"
            reason = f"The translation is much {word} than usual: {share:.1f} times the expected length."
            yield pair.target.flag_first_sentence("check.length", CONFIDENCE, reason)
