"""What a cleaning rule does to a text, and the text after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

import numpy as np

from align.errors import InvariantError
from align.text.span import Span
from align.text.trace import TracedText

PAGE: Final = "\f"
"""Stands in the text where a page ends: what page furniture leaves behind."""

Put = Literal["", " ", "\n", "\f"]


@dataclass(frozen=True, order=True)
class Edit:
    """``text[start:stop]`` becomes ``put``: nothing or white space. ``reason``: why it is no text.

    White space needs no reason: it is never set aside.
    """

    start: int
    stop: int
    put: Put
    reason: str = "white space"


@dataclass(frozen=True)
class Shift:
    """``text[start:stop]`` moves to stand before position ``to``."""

    start: int
    stop: int
    to: int
    reason: str


@dataclass(frozen=True)
class Excluded:
    """A stretch of the raw file that is no text of the document, and why (a rule's words)."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Move:
    """Text that was read out of turn and put back: ``span`` now reads after raw offset ``after``."""

    span: Span
    after: int
    reason: str


def apply(text: TracedText, edits: Sequence[Edit]) -> tuple[TracedText, tuple[Excluded, ...]]:
    """The edited text, and what the edits took out of it; ``edits`` must not overlap.

    White space that is put keeps the place of white space that was there, else it has none.
    """
    if not edits:
        return text, ()
    starts, stops, keep = text.starts.copy(), text.stops.copy(), np.ones(len(text), dtype=bool)
    pieces: list[str] = []
    aside: list[Excluded] = []
    at = 0
    for edit in sorted(edits):
        if not at <= edit.start < edit.stop:
            raise InvariantError(f"{edit} is empty or edits {text.text[edit.start : at]!r} twice")
        runs = list(_runs(text[edit.start : edit.stop]))
        aside += (Excluded(span, edit.reason) for is_space, span in runs if not is_space)
        pieces += (text.text[at : edit.start], edit.put)
        if edit.put:
            nowhere = Span(_place(text, edit.start), _place(text, edit.start))
            place = next((span for is_space, span in runs if is_space), nowhere)
            starts[edit.start], stops[edit.start] = place.start, place.stop
        keep[edit.start + len(edit.put) : edit.stop] = False
        at = edit.stop
    pieces.append(text.text[at:])
    return TracedText("".join(pieces), starts[keep], stops[keep]), tuple(aside)


def shift(text: TracedText, where: Shift) -> tuple[TracedText, tuple[Move, ...]]:
    """The text with one stretch in another place."""
    if where.start < where.to < where.stop:
        raise InvariantError(f"text cannot move into itself: {where}")
    piece, start, stop = text[where.start : where.stop], where.start, where.stop
    if where.to <= start:
        order = [text[: where.to], piece, text[where.to : start], text[stop:]]
    else:
        order = [text[:start], text[stop : where.to], piece, text[where.to :]]
    after = _place(text, where.to)
    return TracedText.join(order), tuple(
        Move(span, after, where.reason) for is_space, span in _runs(piece) if not is_space
    )


def _place(text: TracedText, index: int) -> int:
    """The raw offset just behind the character before ``index``."""
    if index > 0:
        return int(text.stops[index - 1])
    return int(text.starts[0]) if len(text) else 0


def _runs(piece: TracedText) -> Iterable[tuple[bool, Span]]:
    """Its raw places, cut so that one holds only white space or begins and ends with none."""
    for first, last in _touching(piece):
        inner = piece.text[first:last]
        right = first + len(inner.rstrip())
        left = min(last - len(inner.lstrip()), right)
        for is_space, start, stop in ((True, first, left), (False, left, right), (True, right, last)):
            if start < stop and piece.starts[start] < piece.stops[stop - 1]:
                yield is_space, Span(int(piece.starts[start]), int(piece.stops[stop - 1]))


def _touching(piece: TracedText) -> Iterable[tuple[int, int]]:
    """Stretches of characters whose raw places touch."""
    if len(piece) == 1:
        return ((0, 1),)
    breaks = np.flatnonzero(piece.starts[1:] != piece.stops[:-1]) + 1
    edges = [0, *breaks.tolist(), len(piece)]
    return ((first, last) for first, last in pairwise(edges) if first < last)
