"""Corrections that a file takes back: text that came back as it was read, also where it had been deleted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from align.export.row import is_correction
from align.export.row_digest import normal
from align.review.operation import QuotedPlace, Reject
from align.review.place import Place
from align.review.row import Row
from align.review.segments import Segment, segments
from align.review.state import State
from align.review.workspace import Workspace
from align.text.document import Side


@dataclass(frozen=True)
class _CorrectedCell:
    """One side of a row, which can be read with each of its corrections in force or not."""

    state: State
    side: Side
    row: Row

    @cached_property
    def pieces(self) -> tuple[tuple[Segment, Place | None], ...]:
        """The pieces of the text, each correction with its place; a space ends each sentence."""
        found: list[tuple[Segment, Place | None]] = []
        for spans in self.row.side(self.side):
            sentence = segments(self.state, self.side, spans, ())
            found += [(piece, self._place(piece) if is_correction(piece) else None) for piece in sentence]
            found.append((Segment("", " ", ()), None))
        return tuple(found)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where corrections stand, in the order of the text."""
        return tuple(dict.fromkeys(place for _, place in self.pieces if place is not None))

    def text(self, rejected: frozenset[Place]) -> str:
        """The text with all corrections but these, as files hold it."""
        shown = (piece.old or "" if place in rejected else piece.text for piece, place in self.pieces)
        return normal("".join(shown))

    def _place(self, piece: Segment) -> Place | None:
        """The place of the correction that a piece shows."""
        here = self.state.verdict_index.overlapping(Place(self.side, piece.spans))
        return next((place for place in here if self.state.verdicts[place] == piece.verdict), None)


def rejected_corrections(workspace: Workspace, row: Row, side: Side, text: str) -> tuple[Reject, ...]:
    """The corrections that a file takes back in one cell.

    Those without which the cell's text is nearest to the file's (Levenshtein, 1966); none where it is as near
    with all of them. What differs still was typed.

    Args:
        workspace: The review before the import.
        row: A row of it.
        side: Source or target.
        text: The cell's text in the file.

    Returns:
        A dismissal for each: the doubt on it is answered, the text stays as it was read.
    """
    cell = _CorrectedCell(workspace.state, side, row)
    rejected = _rejected(cell, normal(text))
    return tuple(
        Reject(QuotedPlace(place, workspace.state.quote(place))) for place in cell.places if place in rejected
    )


def _rejected(cell: _CorrectedCell, text: str) -> frozenset[Place]:
    """The rejections that bring a cell nearest to a text, found from both ends: from none and from all."""
    ends = (frozenset[Place](), frozenset(cell.places))
    return min((_nearest(cell, text, end) for end in ends), key=lambda one: _distance(cell, text, one))


def _nearest(cell: _CorrectedCell, text: str, rejected: frozenset[Place]) -> frozenset[Place]:
    """Reject or keep one correction after the other as long as that brings the cell nearer to the text."""
    best = _distance(cell, text, rejected)
    improved = True
    while improved and best:
        improved = False
        for place in cell.places:
            other = rejected ^ {place}
            distance = _distance(cell, text, other)
            if distance < best:
                rejected, best, improved = other, distance, True
    return rejected


def _distance(cell: _CorrectedCell, text: str, rejected: frozenset[Place]) -> int:
    return Levenshtein.distance(cell.text(rejected), text)
