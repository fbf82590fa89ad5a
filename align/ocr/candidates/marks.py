"""What the marks around a word may have been."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from align.ocr.channel.channel import Channel

USUAL_AFTER = ("", ",", ".", ":", ";", "»", "?", "!", '"', ")", "».", "»,", '".', '",', "),", ").", "...")
USUAL_BEFORE = ("", "«", '"', "(")
MAX_ALTERNATIVES = 5
KEPT = 16
"""Marks with their channel, of which a document has several, 5 MB each."""


@lru_cache(maxsize=KEPT)
def alternatives(marks: str, channel: Channel, *, after: bool) -> tuple[str, ...]:
    """What may have been typed in the place of these marks, likeliest first."""
    usual: Sequence[str] = [mark for mark in (USUAL_AFTER if after else USUAL_BEFORE) if mark != marks]
    shorter = [mark for mark in (marks[1:], marks[:-1]) if mark not in usual and mark != marks]
    choices = [mark for mark in (*usual, *shorter) if abs(len(mark) - len(marks)) <= 1 or not mark]
    if not choices:
        return ()
    costs = channel.costs(choices, [marks] * len(choices))
    ranked = sorted(zip(costs.tolist(), choices, strict=True))
    return tuple(mark for _, mark in ranked[:MAX_ALTERNATIVES])
