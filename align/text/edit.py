"""Edits and moves that a cleaning rule makes, and how they are applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from align.errors import InvariantError
from align.text.span import Span
from align.text.trace import TracedText

PAGE_BREAK: Final = "\f"
"""Stands in the text where a page ends; page furniture is replaced by it."""


@dataclass(frozen=True, order=True)
class TextEdit:
    """``text[start:stop]`` is replaced by ``put``.

    Nothing or white space excludes what stood there: it is no text of the document. Anything else is the
    same text in other code points (``&amp;`` is ``&``): the whole stretch is the raw place of its first
    character.

    ``reason``: why it is no text, for people; white space needs none and is never excluded.
    """

    start: int
    stop: int
    put: str
    reason: str = "white space"

    @property
    def excludes(self) -> bool:
        """Whether what stood there is no text of the document."""
        return not self.put.strip()


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
    :class:`InvariantError` for an empty edit, edits that overlap, or text in other code points whose raw
    places are not adjacent.
    """
    if not edits:
        return text, ()
    pieces: list[TracedText] = []
    excluded: list[Excluded] = []
    at = 0
    for edit in sorted(edits):
        if not at <= edit.start < edit.stop:
            raise InvariantError(f"{edit} is empty or edits {text.text[edit.start : at]!r} twice")
        pieces.append(text[at : edit.start])
        if edit.excludes:
            runs = list(_runs(text[edit.start : edit.stop]))
            excluded += (Excluded(span, edit.reason) for is_space, span in runs if not is_space)
            nowhere = Span(_raw_place(text, edit.start), _raw_place(text, edit.start))
            place = next((span for is_space, span in runs if is_space), nowhere)
        else:
            place = _whole_place(text, edit)
        pieces.append(_placed(edit.put, place))
        at = edit.stop
    return TracedText.join([*pieces, text[at:]]), tuple(excluded)


def _placed(put: str, place: Span) -> TracedText:
    """Text whose first character has a raw place, and whose others stand behind it without one."""
    starts = np.full(len(put), place.stop, dtype=np.int32)
    stops = starts.copy()
    starts[:1] = place.start
    return TracedText(put, starts, stops)


def _whole_place(text: TracedText, edit: TextEdit) -> Span:
    """The raw place of an edited stretch, which must be one."""
    spans = text.spans(edit.start, edit.stop)
    if len(spans) != 1:
        raise InvariantError(f"{edit} replaces text from {len(spans)} places of the raw file, expected one")
    return spans[0]


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
