"""The check of dates."""

from __future__ import annotations

from collections.abc import Iterator

from align.check.context import CheckContext
from align.flag import Flag
from align.numerals.dates import dates

CONFIDENCE = 0.9


def dates_differ(context: CheckContext) -> Iterator[Flag]:
    """A day of a month in the translation that is none of the original's, in either calendar."""
    for pair in context.pairs:
        expected, possible = dates(pair.source.certain), dates(pair.source.with_corrections)
        for date in dates(pair.target.certain):
            if expected and not any(date.meets(other) for other in possible):
                original = pair.source.text[expected[0].start : expected[0].stop]
                reason = f"The original has {original}; the old calendar does not explain the difference."
                yield pair.target.flag(date.start, date.stop, "check.date", CONFIDENCE, reason)
