"""Where a page of two languages is cut that is cut once: at the border of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from align.text.readers.side_lines import MIN_SIDE_LETTERS, Cut, SideLine, wrong_letters


def at_paragraph(lines: Sequence[SideLine], cut: Cut) -> Cut:
    """The cut, moved to the border of a paragraph from beside a line that has letters of both sides.

    Such a line may belong to either side: names of the other language may be most of it. One of the lines
    that change sides must be of the other side alone, and few more letters may be on the wrong side.
    """
    borders = [number for number, (one, two) in enumerate(pairwise(lines), 1) if _is_border(one, two)]
    if not 0 < cut.at < len(lines) or cut.at in borders:
        return cut
    near = [
        Cut(at, cut.first, wrong_letters(lines, at, cut.first)) for at in borders if _may_move(lines, cut, at)
    ]
    best = min(near, key=lambda one: one.wrong, default=cut)
    return best if best.wrong <= cut.wrong + MIN_SIDE_LETTERS else cut


def _may_move(lines: Sequence[SideLine], cut: Cut, at: int) -> bool:
    """Whether the lines between a cut and another place hold one of both sides and one of the other alone."""
    moved = lines[min(at, cut.at) : max(at, cut.at)]
    to_source = (at > cut.at) == (cut.first == "source")
    own = [(line.source, line.target) if to_source else (line.target, line.source) for line in moved]
    return any(here and there for here, there in own) and any(here and not there for here, there in own)


def _is_border(before: SideLine, after: SideLine) -> bool:
    return before.place.paragraph != after.place.paragraph
