"""Edits and moves that a cleaning rule makes, and how they are applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

import numpy as np

from align.errors import InvariantError
from align.text.span import Span
from align.text.trace import TracedText

PAGE_BREAK: Final = "\f"
"""Stands in the text where a page ends; page furniture is replaced by it."""

Put = Literal["", " ", "\n", "\f"]


@dataclass(frozen=True, order=True)
class TextEdit:
    """``text[start:stop]`` is replaced by ``put``: nothing, or white space.

    ``reason``: why it is no text of the document, for people; white space needs none and is never excluded.
    """

    start: int
    stop: int
    put: Put
    reason: str = "white space"


@dataclass(frozen=True)
class Shift:
    """``text[start:stop]`` moves to before position ``to``."""

    start: int
    stop: int
    to: int
    reason: str


@dataclass(frozen=True)
class Excluded:
    """A stretch of the raw file that is no text of the document, and why, for people."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Move:
    """Text that was moved to its place in reading order: ``span`` now follows raw offset ``after``."""

    span: Span
    after: int
    reason: str


def apply(text: TracedText, edits: Sequence[TextEdit]) -> tuple[TracedText, tuple[Excluded, ...]]:
    """The edited text, and what the edits excluded.

    White space that is put in keeps the raw place of white space that stood there, if any. Raises
    :class:`InvariantError` for an empty edit, or edits that overlap.
    """
    if not edits:
        return text, ()
    starts, stops, keep = text.starts.copy(), text.stops.copy(), np.ones(len(text), dtype=bool)
    pieces: list[str] = []
    excluded: list[Excluded] = []
    at = 0
    for edit in sorted(edits):
        if not at <= edit.start < edit.stop:
            raise InvariantError(f"{edit} is empty or edits {text.text[edit.start : at]!r} twice")
        runs = list(_runs(text[edit.start : edit.stop]))
        excluded += (Excluded(span, edit.reason) for is_space, span in runs if not is_space)
        pieces += (text.text[at : edit.start], edit.put)
        if edit.put:
            nowhere = Span(_raw_place(text, edit.start), _raw_place(text, edit.start))
            place = next((span for is_space, span in runs if is_space), nowhere)
            starts[edit.start], stops[edit.start] = place.start, place.stop
        keep[edit.start + len(edit.put) : edit.stop] = False
        at = edit.stop
    pieces.append(text.text[at:])
    return TracedText("".join(pieces), starts[keep], stops[keep]), tuple(excluded)


def shift(text: TracedText, movement: Shift) -> tuple[TracedText, tuple[Move, ...]]:
    """The text with one stretch in another place, and the moves of its raw places."""
    start, stop, to = movement.start, movement.stop, movement.to
    if start < to < stop:
        raise InvariantError(f"text cannot move into itself: {movement}")
    piece = text[start:stop]
    if to <= start:
        order = [text[:to], piece, text[to:start], text[stop:]]
    else:
        order = [text[:start], text[stop:to], piece, text[to:]]
    after = _raw_place(text, to)
    return TracedText.join(order), tuple(
        Move(span, after, movement.reason) for is_space, span in _runs(piece) if not is_space
    )


def _raw_place(text: TracedText, index: int) -> int:
    """The raw offset behind the character before ``index``."""
    if index > 0:
        return int(text.stops[index - 1])
    return int(text.starts[0]) if len(text) else 0


def _runs(piece: TracedText) -> Iterable[tuple[bool, Span]]:
    """The raw places of a piece, each with whether it is white space.

    They are cut so that each holds only white space, or neither begins nor ends with it.
    """
    for first, last in _adjacent(piece):
        inner = piece.text[first:last]
        right = first + len(inner.rstrip())
        left = min(last - len(inner.lstrip()), right)
        for is_space, start, stop in ((True, first, left), (False, left, right), (True, right, last)):
            if start < stop and piece.starts[start] < piece.stops[stop - 1]:
                yield is_space, Span(int(piece.starts[start]), int(piece.stops[stop - 1]))


def _adjacent(piece: TracedText) -> Iterable[tuple[int, int]]:
    """Stretches of characters with adjacent raw places."""
    if len(piece) == 1:
        return ((0, 1),)
    breaks = np.flatnonzero(piece.starts[1:] != piece.stops[:-1]) + 1
    edges = [0, *breaks.tolist(), len(piece)]
    return ((first, last) for first, last in pairwise(edges) if first < last)
