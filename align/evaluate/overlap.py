"""Which gold stretches a flag lies over, without comparing each with each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from align.evaluate.gold_errors import GoldError
from align.flag import Flag
from align.text.span import Span

THRESHOLD = 0.5
"""A flag counts from this confidence (fraction 0-1) on."""


@dataclass(frozen=True)
class FlagOverlap:
    """A flag and the gold stretches it shares a character with, those that count first."""

    flag: Flag
    errors: tuple[GoldError, ...]
    others: tuple[GoldError, ...]

    @property
    def ignored(self) -> bool:
        """Whether it touches only kinds that do not count: neither right nor a false alarm."""
        return bool(self.others) and not self.errors


def flag_overlaps(flags: Collection[Flag], gold: Sequence[GoldError]) -> tuple[FlagOverlap, ...]:
    """Each flag of a kind ``ocr.…``, whatever its confidence, with what it touches."""
    ordered = sorted(gold, key=lambda stretch: stretch.span)
    starts = [stretch.span.start for stretch in ordered]
    longest = max((len(stretch.span) for stretch in ordered), default=0)
    found = []
    for flag in flags:
        if flag.kind.startswith("ocr."):
            near = dict.fromkeys(s for span in flag.spans for s in _near(span, ordered, starts, longest))
            errors = tuple(stretch for stretch in near if stretch.counts)
            found.append(FlagOverlap(flag, errors, tuple(stretch for stretch in near if not stretch.counts)))
    return tuple(found)


def _near(span: Span, ordered: Sequence[GoldError], starts: list[int], longest: int) -> Iterator[GoldError]:
    first, last = bisect_left(starts, span.start - longest), bisect_left(starts, span.stop)
    return (stretch for stretch in ordered[first:last] if stretch.span.overlaps(span))
