"""Beads that somebody else found: line by line."""

from __future__ import annotations

from collections.abc import Iterable

from align.alignment.bead import Alignment, Bead


def line_by_line(rows: Iterable[tuple[str, str]]) -> Alignment:
    """A bead for each pair of lines that holds a sentence on either side; a blank line holds none."""
    beads: list[Bead] = []
    i = j = 0
    for source, target in rows:
        k, m = i + bool(source.strip()), j + bool(target.strip())
        if (i, j) != (k, m):
            beads.append(Bead(range(i, k), range(j, m), None, 1.0))
        i, j = k, m
    return Alignment(tuple(beads), i, j)
