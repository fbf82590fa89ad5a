"""Beads of texts that are aligned already, line by line."""

from __future__ import annotations

from collections.abc import Iterable

from align.alignment.bead import Alignment, Bead


def line_by_line(rows: Iterable[tuple[str, str]]) -> Alignment:
    """A bead of confidence 1 for each pair of lines; a blank line holds no sentence, two make no bead.

    Example:
        >>> alignment = line_by_line([("Он ушёл.", "He left."), ("Дождь.", "")])
        >>> [bead.type for bead in alignment]
        ['1-1', '1-0']
    """
    beads: list[Bead] = []
    i = j = 0
    for source, target in rows:
        k, m = i + bool(source.strip()), j + bool(target.strip())
        if (i, j) != (k, m):
            beads.append(Bead(range(i, k), range(j, m), None, 1.0))
        i, j = k, m
    return Alignment(tuple(beads), i, j)
