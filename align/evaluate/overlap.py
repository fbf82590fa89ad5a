"""Which gold errors each flag overlaps, in time that grows with the text, not with its square."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from align.evaluate.gold_errors import GoldError
from align.flag import Flag
from align.text.span import Span

THRESHOLD = 0.5
"""Least confidence (fraction 0-1) of a flag that is scored."""


@dataclass(frozen=True)
class FlagOverlap:
    """A flag and the gold errors that it shares a character with.

    ``errors``: those that are scored; ``others``: those of other kinds.
    """

    flag: Flag
    errors: tuple[GoldError, ...]
    others: tuple[GoldError, ...]

    @property
    def ignored(self) -> bool:
        """Whether it overlaps only errors that are not scored: it is neither right nor a false alarm."""
        return bool(self.others) and not self.errors


def flag_overlaps(flags: Collection[Flag], gold: Sequence[GoldError]) -> tuple[FlagOverlap, ...]:
    """Each flag of a kind ``ocr.…``, whatever its confidence, with the gold errors it overlaps."""
    ordered = sorted(gold, key=lambda error: error.span)
    starts = [error.span.start for error in ordered]
    longest = max((len(error.span) for error in ordered), default=0)
    found = []
    for flag in flags:
        if flag.kind.startswith("ocr."):
            here = dict.fromkeys(
                e for span in flag.spans for e in _overlapping(span, ordered, starts, longest)
            )
            errors = tuple(error for error in here if error.counts)
            found.append(FlagOverlap(flag, errors, tuple(error for error in here if not error.counts)))
    return tuple(found)


def _overlapping(
    span: Span, ordered: Sequence[GoldError], starts: list[int], longest: int
) -> Iterator[GoldError]:
    """The gold errors that overlap a span; ``longest``: characters of the longest of all."""
    first, last = bisect_left(starts, span.start - longest), bisect_left(starts, span.stop)
    return (error for error in ordered[first:last] if error.span.overlaps(span))
