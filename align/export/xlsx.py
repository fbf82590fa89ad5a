"""A workbook to review in: ids protected, a status to choose, doubts in colour."""

from __future__ import annotations

import io
from typing import Any

from align.errors import OutputError
from align.export.cells import COLUMNS, cells
from align.export.exported import ExportedFiles
from align.export.provenance import provenance
from align.export.row import STATUSES, ExportSet, Row
from align.export.row_digest import FIELDS
from align.export.xml_sanitizer import XmlSanitizer
from align.text.document import SIDES, Side

WIDTHS = (10, 60, 60, 12, 30, 10, 40, 40, 12)
LONGEST = 32_767
"""Characters that a cell of a workbook holds."""

COLOURS = {"ocr": "#B03A00", "layout": "#8A6D00", "check": "#6A1B9A"}


def xlsx(work: ExportSet) -> ExportedFiles:
    """Sheets ``rows`` and ``provenance``. Nothing is a formula or a link, whatever a cell begins with."""
    import xlsxwriter

    legal, stream = XmlSanitizer(), io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options | {"strings_to_numbers": False})
    sheet = book.add_worksheet("rows")
    formats = _formats(book)
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, formats["head"])
    for number, row in enumerate(work.rows, start=1):
        _write(sheet, number, row, formats, legal)
    sheet.freeze_panes(1, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
    at = COLUMNS.index("status")
    sheet.data_validation(1, at, max(len(work.rows), 1), at, {"validate": "list", "source": list(STATUSES)})
    about = book.add_worksheet("provenance")
    about.set_column(0, 1, 40)
    for number, (name, value) in enumerate(provenance(work.review.bitext).items()):
        about.write_string(number, 0, name)
        about.write_string(number, 1, legal(value, name))
    book.close()
    return ExportedFiles({"": stream.getvalue()}, legal.report())


def _formats(book: Any) -> dict[str, Any]:  # noqa: ANN401  # xlsxwriter has no types
    cell = {"text_wrap": True, "valign": "top"}
    return {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "open": book.add_format(cell | {"locked": False}),
        "kept": book.add_format(cell | {"font_color": "#666666"}),
        **{kind: book.add_format({"font_color": colour, "underline": 1}) for kind, colour in COLOURS.items()},
    }


def _write(sheet: Any, number: int, row: Row, formats: dict[str, Any], legal: XmlSanitizer) -> None:  # noqa: ANN401
    for column, (name, cell) in enumerate(cells(row).items()):
        text = legal(cell, row.id)
        if len(text) > LONGEST:
            raise OutputError(
                f"row {row.id}: its {name} has {len(text):,} characters, a cell of a workbook holds "
                f"{LONGEST:,}; export to docx, tmx or jsonl"
            )
        form = formats["open" if name in FIELDS else "kept"]
        pieces = [piece for side in SIDES if side == name for piece in _coloured(row, side, formats, legal)]
        if len(pieces) > 2:  # a rich cell has two stretches at least, and a format
            sheet.write_rich_string(number, column, *pieces, form)
        else:
            sheet.write_string(number, column, text, form)


def _coloured(row: Row, side: Side, formats: dict[str, Any], legal: XmlSanitizer) -> list[Any]:
    """Text in pieces, a format before each that is doubted, as xlsxwriter wants them."""
    found: list[Any] = []
    for text, flag in row.marked(side):
        clean = legal(text, row.id)
        if clean:
            found += [formats[flag.kind.partition(".")[0]], clean] if flag else [clean]
    return found if any(flag for _, flag in row.marked(side)) else []
