"""A workbook to review in: ids protected, a status to choose, doubts in colour."""

from __future__ import annotations

import io
from typing import Any

from align.errors import OutputError
from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import provenance
from align.export.row import STATUSES, ExportRow
from align.export.row_digest import FIELDS
from align.export.tsv import COLUMNS, cells
from align.export.xml import XmlSanitizer
from align.text.document import SIDES, Side

WIDTHS = (10, 60, 60, 12, 30, 10, 40, 40, 12)
"""Of the columns, in characters."""

MAX_CELL = 32_767
"""Characters that a cell of a workbook holds."""

COLOURS = {"ocr": "#B03A00", "layout": "#8A6D00", "check": "#6A1B9A"}
"""Family of a flag's kind -> colour of the doubtful text."""

Formats = dict[str, Any]
"""Name -> xlsxwriter's format."""


def xlsx(export_set: ExportSet) -> ExportedFiles:
    """Sheets ``rows`` and ``provenance``. Nothing is a formula or a link, however a cell begins."""
    import xlsxwriter

    sanitize, stream = XmlSanitizer(), io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options | {"strings_to_numbers": False})
    _rows_sheet(book, export_set, sanitize)
    _provenance_sheet(book, export_set, sanitize)
    book.close()
    return ExportedFiles({"": stream.getvalue()}, sanitize.messages())


def _rows_sheet(book: Any, export_set: ExportSet, sanitize: XmlSanitizer) -> None:  # noqa: ANN401  # xlsxwriter has no types
    sheet, formats = book.add_worksheet("rows"), _formats(book)
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, formats["head"])
    for number, row in enumerate(export_set.rows, start=1):
        _write_row(sheet, number, row, formats, sanitize)
    sheet.freeze_panes(1, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
    status, last = COLUMNS.index("status"), max(len(export_set.rows), 1)
    sheet.data_validation(1, status, last, status, {"validate": "list", "source": list(STATUSES)})


def _provenance_sheet(book: Any, export_set: ExportSet, sanitize: XmlSanitizer) -> None:  # noqa: ANN401
    sheet = book.add_worksheet("provenance")
    sheet.set_column(0, 1, 40)
    for number, (name, value) in enumerate(provenance(export_set.review.bitext).items()):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, sanitize(value, name))


def _formats(book: Any) -> Formats:  # noqa: ANN401
    cell = {"text_wrap": True, "valign": "top"}
    return {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "editable": book.add_format(cell | {"locked": False}),
        "locked": book.add_format(cell | {"font_color": "#666666"}),
        **{kind: book.add_format({"font_color": colour, "underline": 1}) for kind, colour in COLOURS.items()},
    }


def _write_row(sheet: Any, number: int, row: ExportRow, formats: Formats, sanitize: XmlSanitizer) -> None:  # noqa: ANN401
    for column, (name, cell) in enumerate(cells(row).items()):
        text = sanitize(cell, row.id)
        if len(text) > MAX_CELL:
            raise OutputError(
                f"row {row.id}: its {name} has {len(text):,} characters, a cell of a workbook holds "
                f"{MAX_CELL:,}; export to docx, tmx or jsonl"
            )
        cell_format = formats["editable" if name in FIELDS else "locked"]
        pieces = [
            piece for side in SIDES if side == name for piece in _coloured(row, side, formats, sanitize)
        ]
        if len(pieces) > 2:  # a rich cell has two stretches at least, and a format
            sheet.write_rich_string(number, column, *pieces, cell_format)
        else:
            sheet.write_string(number, column, text, cell_format)


def _coloured(row: ExportRow, side: Side, formats: Formats, sanitize: XmlSanitizer) -> list[Any]:
    """Text in pieces, a format before each doubtful one, as xlsxwriter takes them; none without doubts."""
    found: list[Any] = []
    for text, flag in row.pieces(side):
        clean = sanitize(text, row.id)
        if clean:
            found += [formats[flag.kind.partition(".")[0]], clean] if flag else [clean]
    return found if any(flag for _, flag in row.pieces(side)) else []
