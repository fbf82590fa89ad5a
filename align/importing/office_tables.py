"""Workbooks and Word documents -> rows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from align.errors import ReadError
from align.importing.imported_row import NUMBER, ImportedTable, checked_columns, table_rows
from align.importing.word_table import WordLine, id_and_stamp, number_before_id, table_lines
from align.text.readers.zip_guard import check_archive, damage_reported

FORMULA = "f"
"""openpyxl's type of a cell that holds a formula."""


def read_xlsx(path: Path) -> ImportedTable:
    """The sheet ``rows`` of a workbook, or its first; provenance in the sheet of this name.

    Raises :class:`ReadError`.
    """
    check_archive(path)
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    with damage_reported(path, "workbook", InvalidFileException):
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
        sheet = book["rows"] if "rows" in book.sheetnames else book.worksheets[0]
        table = [
            (number, [_cell(path, cell) for cell in cells])
            for number, cells in enumerate(sheet.iter_rows(), start=1)
        ]
    if not table:
        raise ReadError(f"{path}: expected a table, the sheet {sheet.title} is empty")
    names = checked_columns(table[0][1], f"{path}, row {table[0][0]}")
    return ImportedTable(str(path), tuple(table_rows(path, table[1:], names, "row")), _provenance_sheet(book))


def _provenance_sheet(book: Any) -> dict[str, str]:  # noqa: ANN401  # openpyxl's workbook
    """Name -> value of the sheet ``provenance``; empty where there is none."""
    if "provenance" not in book.sheetnames:
        return {}
    pairs = [[str(cell.value or "") for cell in cells[:2]] for cells in book["provenance"].iter_rows()]
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def _cell(path: Path, cell: Any) -> str:  # noqa: ANN401  # openpyxl's cell
    if cell.data_type == FORMULA:
        raise ReadError(
            f"{path}, cell {cell.coordinate}: holds a formula, {str(cell.value)[:40]!r}; paste its text"
        )
    return "" if cell.value is None else str(cell.value)


def read_docx(path: Path) -> ImportedTable:
    """The first table of a Word document; provenance in its paragraphs.

    What an editor changed with changes tracked counts as changed, decided or not. Comments that the export
    did not write are added to the row's note. Raises :class:`ReadError`.
    """
    check_archive(path)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    with damage_reported(path, "document", PackageNotFoundError):
        document = Document(io.BytesIO(path.read_bytes()))
        lines = table_lines(document)
        paragraphs = [paragraph.text for paragraph in document.paragraphs]
    if not lines:
        raise ReadError(f"{path}: expected a table of rows, the document has none; is it align's export?")
    first, *others = lines[0].cells or ("",)
    numbered = first.strip().lower() == NUMBER  # behind each number, id and stamp stand as hidden text
    names = checked_columns(
        [*((NUMBER, "id") if numbered else (first,)), "stamp", *others], f"{path}, row 1 of the table"
    )
    table = [(number, _word_cells(line, names)) for number, line in enumerate(lines[1:], start=2)]
    rows = tuple(table_rows(path, table, names, "row"))
    return ImportedTable(str(path), rows, _provenance_paragraphs(paragraphs))


def _word_cells(line: WordLine, names: Sequence[str]) -> list[str]:
    """The cells by :func:`read_docx`'s columns; an editor's comments stand behind the note."""
    first, *others = line.cells or ("",)
    number = (number_before_id(first),) if NUMBER in names else ()
    cells = [*number, *id_and_stamp(first), *others]
    at = names.index("note") if "note" in names else len(cells)
    if line.comments and at < len(cells):
        cells[at] = "; ".join(filter(None, (cells[at].strip(), *line.comments)))
    return cells


def _provenance_paragraphs(paragraphs: Sequence[str]) -> dict[str, str]:
    """Name -> value of the paragraphs ``name: value``, the first of each name."""
    about = dict[str, str]()
    for paragraph in paragraphs:
        name, colon, value = paragraph.partition(": ")
        if colon:
            about.setdefault(name, value)
    return about
