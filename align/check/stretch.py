"""Stretches of a side that the other side does not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from align.check.context import CheckContext, CheckedBead
from align.text.document import Side


@dataclass(frozen=True, eq=False)
class Stretch:
    """Beads of one side only, in a row.

    Attributes:
        beads: The beads with letters, at least one.
        first: Whether the text begins with it.
        last: Whether the text ends with it.
    """

    beads: tuple[CheckedBead, ...]
    first: bool
    last: bool


def unpaired_stretches(context: CheckContext, side: Side) -> Iterator[Stretch]:
    """The stretches of a side between its pairs, and before the first and behind the last of them.

    Sentences that are translated elsewhere, out of order, are in none; they part a stretch.
    """
    run: list[CheckedBead] = []
    first = True
    for bead in context.beads:
        line, other = bead.seen_from(side)
        if line is None:
            continue
        if other is not None or context.is_moved(side, line):
            yield from _stretch(run, first=first, last=False)
            run, first = [], False
        elif any(map(str.isalpha, line.without_insertions)):
            run.append(bead)
    yield from _stretch(run, first=first, last=True)


def _stretch(run: list[CheckedBead], *, first: bool, last: bool) -> Iterator[Stretch]:
    if run:
        yield Stretch(tuple(run), first, last)
