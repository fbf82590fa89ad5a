"""A workbook to review in: a status to choose, doubts in colour and in words, fit to be printed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from align.errors import OutputError
from align.export.direction import right_to_left
from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import SCHEMA, provenance
from align.export.row import STATUSES, ExportRow
from align.export.row_height import MAX_HEIGHT
from align.export.sheet_columns import SheetColumn, SheetRow, height, sheet_columns, sheet_row
from align.export.sheet_formats import Formats, formats
from align.export.sheet_page import set_page
from align.export.xml import XmlSanitizer
from align.review.page import heading
from align.text.document import SIDES, Side

MAX_CELL = 32_767
"""Characters that a cell of a workbook holds."""

STATUS_HELP = (
    "confirmed: the two texts belong together and read well\n"
    "rejected: they do not belong together\n"
    "open: nobody has looked yet"
)


def xlsx(export_set: ExportSet) -> ExportedFiles:
    """Sheet ``rows``, and a hidden ``provenance``. Nothing is a formula or a link, however a cell begins."""
    import xlsxwriter

    sanitize, stream = XmlSanitizer(), io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options | {"strings_to_numbers": False})
    hidden = _RowsSheet(book, export_set, sanitize).write()
    _provenance_sheet(book, export_set, sanitize)
    book.set_properties({"comments": SCHEMA})
    book.close()
    return ExportedFiles({"": stream.getvalue()}, (*sanitize.messages(), *hidden))


@dataclass(frozen=True, eq=False)
class _RowsSheet:
    """The sheet of rows while it is written; ``book`` is xlsxwriter's."""

    book: Any
    export_set: ExportSet
    sanitize: XmlSanitizer

    def write(self) -> tuple[str, ...]:
        """Write all rows; gives a message that names those too high for a workbook."""
        sheet, made = self.book.add_worksheet("rows"), formats(self.book)
        rows = self.export_set.rows
        texts = [self._sheet_row(number, row) for number, row in enumerate(rows, start=1)]
        columns = sheet_columns(texts, self.export_set.locales)
        self._head(sheet, columns, made)
        for number, (row, cells) in enumerate(zip(rows, texts, strict=True), start=1):
            sheet.set_row(number, min(height(cells, columns), MAX_HEIGHT))
            for at, column in enumerate(columns):
                self._cell(sheet, (number, at), row, cells[column.name], (column, made))
        self._guard(sheet, columns)
        cut = [cells["number"] for cells in texts if height(cells, columns) > MAX_HEIGHT]
        return (f"too long to be seen whole in a workbook, row {', '.join(cut[:8])}",) if cut else ()

    def _sheet_row(self, number: int, row: ExportRow) -> SheetRow:
        found = {name: self.sanitize(text, row.id) for name, text in sheet_row(row, number).items()}
        for name, text in found.items():
            if len(text) > MAX_CELL:
                raise OutputError(
                    f"row {row.id}: its {name} has {len(text):,} characters, a cell of a workbook holds "
                    f"{MAX_CELL:,}; export to docx, tmx or jsonl"
                )
        return found

    def _head(self, sheet: Any, columns: Sequence[SheetColumn], made: Formats) -> None:  # noqa: ANN401
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width, None, {"hidden": not column.shown})
            sheet.write_string(0, at, column.heading, made["head"])

    def _guard(self, sheet: Any, columns: Sequence[SheetColumn]) -> None:  # noqa: ANN401
        """What stays in sight, what can be typed over, and how the sheet is printed."""
        last, shown = max(len(self.export_set.rows), 1), sum(column.shown for column in columns) - 1
        status = next(at for at, column in enumerate(columns) if column.name == "status")
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last, shown)
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
        choice = {"validate": "list", "source": list(STATUSES)}
        help_text = {"input_title": "Status", "input_message": STATUS_HELP}
        sheet.data_validation(1, status, last, status, choice | help_text)
        about = self.export_set.review.bitext
        title = self.sanitize(heading(about)["title"], "title")
        set_page(sheet, title, provenance(about)["tool"], (last, shown))

    def _cell(
        self,
        sheet: Any,  # noqa: ANN401
        place: tuple[int, int],
        row: ExportRow,
        text: str,
        look: tuple[SheetColumn, Formats],
    ) -> None:
        column, made = look
        cell_format = made[self._format_name(column)]
        side = next((side for side in SIDES if side == column.name), None)
        pieces = [] if side is None else self._coloured(row, side, made)
        if len(pieces) > 2:  # a rich cell has two stretches at least, and a format
            sheet.write_rich_string(*place, *pieces, cell_format)
        else:
            sheet.write_string(*place, text, cell_format)

    def _format_name(self, column: SheetColumn) -> str:
        if not column.shown:
            return "hidden"
        if not column.editable:
            return "locked"
        languages = dict(zip(SIDES, self.export_set.locales, strict=True))
        tag = next((tag for side, tag in languages.items() if side == column.name), None)
        return "editable-rtl" if tag is not None and right_to_left(tag) else "editable"

    def _coloured(self, row: ExportRow, side: Side, made: Formats) -> list[Any]:
        """Text in pieces, a format before each doubtful one, for xlsxwriter; none without doubts."""
        found: list[Any] = []
        pieces = list(row.pieces(side))
        for piece in pieces:
            clean = self.sanitize(piece.text, row.id)
            if clean:
                look = [made[piece.doubt.flag.kind.partition(".")[0]]] if piece.doubt else []
                found += [*look, clean]
        return found if any(piece.doubt for piece in pieces) else []


def _provenance_sheet(book: Any, export_set: ExportSet, sanitize: XmlSanitizer) -> None:  # noqa: ANN401
    sheet = book.add_worksheet("provenance")
    sheet.set_column(0, 1, 40)
    for number, (name, value) in enumerate(provenance(export_set.review.bitext).items()):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, sanitize(value, name))
    sheet.hide()
