"""Blocks of a page that its reader marks as no running text: marginal notes, stamps, page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import numpy as np

from align.facsimile.facsimile import Facsimile, PlacedLine
from align.facsimile.kinds import reason_aside
from align.text.edit import TextEdit
from align.text.rule_input import RuleInput
from align.text.span import Span
from align.text.trace import TracedText

Aside = tuple[Span, str]
"""A stretch of the raw file that is no running text, and why."""


def page_kinds(given: RuleInput) -> Iterator[TextEdit]:
    """Blocks whose kind is not that of running text."""
    for span, reason in given.aside:
        yield TextEdit(span.start, span.stop, "", reason)


def asides(facsimile: Facsimile | None, text: TracedText) -> tuple[Aside, ...]:
    """What a text holds of blocks that are no running text.

    Args:
        facsimile: The pages of the document, where it has any.
        text: Of one side, before any edit.

    Returns:
        Stretches of ``text`` and why each is no running text, in order; none where no letter would remain.
    """
    found = [] if facsimile is None else list(_marked(facsimile))
    placed = [(at, reason) for span, reason in found if (at := _place(text, span)) is not None]
    return tuple(placed) if _something_left(text, placed) else ()


def _marked(facsimile: Facsimile) -> Iterator[Aside]:
    """Blocks that are no running text, in code points of the raw file."""
    for (page, block), lines in groupby(facsimile.lines, key=_block_of):
        reason = reason_aside(facsimile.pages[page].blocks[block].kind)
        if reason is not None:
            inside = list(lines)
            yield Span(inside[0].start, inside[-1].stop), reason


def _block_of(line: PlacedLine) -> tuple[int, int]:
    return line.page, line.block


def _place(text: TracedText, span: Span) -> Span | None:
    """Where in the text a stretch of the raw file stands; ``None`` where it stands on the other side."""
    inside = np.flatnonzero(
        (text.starts >= span.start) & (text.stops <= span.stop) & (text.starts < text.stops)
    )
    return Span(int(inside[0]), int(inside[-1]) + 1) if len(inside) else None


def _something_left(text: TracedText, placed: list[Aside]) -> bool:
    """Whether letters stand outside of what would be left out."""
    left = np.ones(len(text), dtype=bool)
    for span, _ in placed:
        left[span.start : span.stop] = False
    return any(text.text[at].isalnum() for at in np.flatnonzero(left))
