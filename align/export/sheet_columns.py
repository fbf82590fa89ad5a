"""The columns of the workbook: those that people read, then hidden ones that an import reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from align.export.plain_words import row_remarks
from align.export.row import ExportRow
from align.export.row_digest import FIELDS
from align.export.row_height import MAX_HEIGHT, row_height
from align.export.tsv import cells

SIDE_WIDTHS = (50, 64, 82, 105, 135)
"""Widths in figures of the columns of the two texts; the first that holds the longest row is taken."""

MAX_REMARKS = 12
"""Lines of doubts and corrections that a cell holds."""


@dataclass(frozen=True)
class SheetColumn:
    """A column.

    Attributes:
        name: What it holds: ``number``, ``remarks``, or a column of :func:`align.export.tsv.cells`.
        heading: Its heading, for people; the name where only an import reads it.
        width: In figures of the workbook's font.
        shown: Whether people see it.
    """

    name: str
    heading: str
    width: float
    shown: bool = True

    @property
    def editable(self) -> bool:
        """Whether an import reads what was typed here."""
        return self.name in FIELDS


SheetRow = Mapping[str, str]
"""Name of a column -> text of the cell."""


def sheet_columns(rows: Sequence[SheetRow], languages: tuple[str, str]) -> tuple[SheetColumn, ...]:
    """The columns, the two texts as wide as the longest row needs.

    Args:
        rows: The rows to be written.
        languages: Of source and target, for the headings.
    """
    choices = (_columns(width, languages) for width in SIDE_WIDTHS)
    widest = _columns(SIDE_WIDTHS[-1], languages)
    return next((made for made in choices if all(_fits(row, made) for row in rows)), widest)


def sheet_row(row: ExportRow, number: int) -> SheetRow:
    """The cells of a row; ``number`` counts from 1."""
    remarks = list(row_remarks(row))
    left_out = len(remarks) - MAX_REMARKS
    more = [f"… and {left_out} more"] if left_out > 0 else []
    shown = "\n".join([*remarks[:MAX_REMARKS], *more])
    return {"number": str(number), "remarks": shown, **cells(row)}


def height(row: SheetRow, columns: Sequence[SheetColumn]) -> float:
    """The height in points at which no text that people see is cut."""
    return row_height((row[column.name], column.width) for column in columns if column.shown)


def _fits(row: SheetRow, columns: Sequence[SheetColumn]) -> bool:
    return height(row, columns) <= MAX_HEIGHT


def _columns(width: float, languages: tuple[str, str]) -> tuple[SheetColumn, ...]:
    return (
        SheetColumn("number", "No.", 5),
        SheetColumn("source", f"Original ({languages[0]})", width),
        SheetColumn("target", f"Translation ({languages[1]})", width),
        SheetColumn("remarks", "Doubts and corrections", 38),
        SheetColumn("note", "Note", 24),
        SheetColumn("status", "Status", 12),  # behind an empty cell LibreOffice prints text of hidden columns
        *(SheetColumn(name, name, 12, shown=False) for name in HIDDEN),
    )


HIDDEN = ("id", "confidence", "read", "history", "stamp")
"""Columns of a table that only an import, or a program, reads."""
