"""The rows of an exported Word document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from align.export.row import ExportRow, Piece
from align.export.row_digest import row_digest
from align.export.word_comments import WordComments
from align.export.word_runs import RunLook, comment_range, deleted, inserted, run, set_direction
from align.export.xml import XmlSanitizer
from align.text.document import SIDES, Side


@dataclass(frozen=True, eq=False)
class WordRows:
    """Fills rows of a table.

    Attributes:
        locales: Language tags of source and target.
        comments: Where comments are added.
        sanitize: Leaves out what XML forbids.
        change_ids: An id for each tracked change.
    """

    locales: tuple[str, str]
    comments: WordComments
    sanitize: XmlSanitizer
    change_ids: Iterator[int] = field(default_factory=lambda: count(1))

    def fill(self, cells: list[Any], row: ExportRow, number: int) -> None:
        """Write a row: number, original, translation, status, note.

        Behind the number stand the row's id and digest as hidden text.
        """
        first, source, target, status, note = (cell.paragraphs[0] for cell in cells)
        first._p.append(run(str(number)))  # noqa: SLF001  # python-docx makes no runs with properties
        first._p.append(run(f" {row.id} {row_digest(row)}", RunLook(hidden=True)))  # noqa: SLF001
        for paragraph, side, locale in zip((source, target), SIDES, self.locales, strict=True):
            set_direction(paragraph, locale)
            paragraph._p.extend(self._side(row, side, locale))  # noqa: SLF001
        for paragraph, text in ((status, row.status), (note, row.note)):
            paragraph._p.append(run(self.sanitize(text, row.id)))  # noqa: SLF001

    def _side(self, row: ExportRow, side: Side, locale: str) -> Iterator[Any]:
        pieces = list(row.pieces(side))
        marked = {piece.doubt.id for piece in pieces if piece.doubt}
        whole = [doubt for doubt in row.doubts.values() if doubt.open and doubt.id not in marked]
        ranges = [
            comment_range(self.comments.on_doubt(doubt.flag, row.id))
            for doubt in whole
            if doubt.flag.side == side
        ]
        yield from (begin for begin, _, _ in ranges)
        for piece in pieces:
            yield from self._piece(piece, row, locale)
        yield from (part for _, end, reference in ranges for part in (end, reference))

    def _piece(self, piece: Piece, row: ExportRow, locale: str) -> Iterator[Any]:
        text, look = self.sanitize(piece.text, row.id), RunLook(locale)
        if piece.correction is not None:
            begin, *end = comment_range(self.comments.on_correction(piece.correction, row.id))
            yield begin
            yield from self._change(piece, row, look)
            yield from end
        elif piece.doubt is not None:
            begin, *end = comment_range(self.comments.on_doubt(piece.doubt.flag, row.id))
            yield begin
            yield run(text, RunLook(locale, wavy=True))
            yield from end
        elif text:
            yield run(text, look)

    def _change(self, piece: Piece, row: ExportRow, look: RunLook) -> Iterator[Any]:
        correction = piece.correction
        if correction is None:
            return
        old = self.sanitize(correction.old, row.id)
        if old:
            yield deleted(old, look, correction.decider, next(self.change_ids))
        if correction.new:
            new = self.sanitize(correction.new, row.id)
            yield inserted(new, look, correction.decider, next(self.change_ids))
