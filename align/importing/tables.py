"""TSV, JSON Lines, workbooks and Word documents -> rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from align.errors import ReadError
from align.export.tsv import unescape_formula
from align.importing.imported_row import ImportedRow, ImportedTable, checked_columns
from align.text.readers.zip_guard import check_archive, damage_reported

FORMULA = "f"
"""openpyxl's type of a cell that holds a formula."""

NumberedCells = tuple[int, list[str]]
"""A row's number in its file, counted from 1, and its cells."""


def read_rows(path: Path | str) -> ImportedTable:
    """The rows of an exported file, in the format that its suffix names.

    Args:
        path: A file that ends in one of :data:`READERS`.

    Returns:
        Its rows, and the provenance that it carries.

    Raises:
        ReadError: The file cannot be read as such a table; the message names the place.
    """
    path = Path(path)
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise ReadError(
            f"{path}: expected a file that ends in {', '.join(READERS)}; save it in one of these formats"
        )
    return read(path)


def holds_decisions(path: Path) -> bool:
    """Whether a file of JSON Lines holds decisions (lines of a review's journal) instead of rows."""
    if path.suffix.lower() != ".jsonl":
        return False
    first = next((line for line in _text(path).splitlines() if line.strip()), "")
    try:
        values = json.loads(first)
    except (json.JSONDecodeError, RecursionError):
        return False
    return isinstance(values, dict) and "op" in values


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{path}: expected UTF-8, byte {error.start} is not; save the table as UTF-8 text"
        ) from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error


def _tsv(path: Path) -> ImportedTable:
    lines = _text(path).splitlines(keepends=True)
    about = _provenance_lines(lines)
    table = _tsv_cells(path, lines, skipped=len(about))
    if not table:
        raise ReadError(f"{path}: expected a table, the file holds no rows; was the export complete?")
    names = checked_columns(table[0][1], f"{path}, line {table[0][0]}")
    return ImportedTable(str(path), tuple(_rows(path, table[1:], names, "line", unescape_formula)), about)


def _provenance_lines(lines: list[str]) -> dict[str, str]:
    """Name -> value of the lines ``# name: value`` at the beginning, which are taken off the list."""
    about: dict[str, str] = {}
    while lines and (lines[0].startswith(("#", '"#')) or not lines[0].strip()):
        name, _, value = lines.pop(0).strip().strip('"').removeprefix("#").partition(":")
        about[name.strip()] = value.strip()
    return about


def _tsv_cells(path: Path, lines: Sequence[str], *, skipped: int) -> list[NumberedCells]:
    """The cells of each row; ``skipped``: lines of the file before these."""
    reader = csv.reader(io.StringIO("".join(lines), newline=""), delimiter="\t")
    try:
        return [(reader.line_num + skipped, cells) for cells in reader]
    except csv.Error as error:
        raise ReadError(f"{path}, line {reader.line_num + skipped}: no table with tabs: {error}") from error


def _rows(
    path: Path,
    table: Sequence[NumberedCells],
    names: Sequence[str],
    unit: str,
    clean: Callable[[str], str] = str,
) -> Iterator[ImportedRow]:
    """The rows below a heading, blank ones left out; ``unit``: what the numbers count, for people."""
    for number, cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        missing = names[len(cells) :]
        if any(name in missing for name in ("id", "source", "target")):
            raise ReadError(
                f"{path}, {unit} {number}: expected {len(names)} cells, found {len(cells)}; was the file cut?"
            )
        yield ImportedRow.of(dict(zip(names, map(clean, cells), strict=False)), f"{unit} {number}")


def _jsonl(path: Path) -> ImportedTable:
    rows, about = [], dict[str, str]()
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        values = _json_object(path, number, line)
        texts = {name: value for name, value in values.items() if isinstance(value, str)}
        if "schema" in values and "id" not in values:
            about = texts
        else:
            rows.append(ImportedRow.of(texts, f"line {number}"))
    if not rows:
        raise ReadError(f"{path}: expected rows, one JSON object a line, found none")
    return ImportedTable(str(path), tuple(rows), about)


def _json_object(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        values = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ReadError(f"{path}, line {number}: expected JSON, {error}; was the file cut?") from error
    if not isinstance(values, dict):
        raise ReadError(f"{path}, line {number}: expected an object, found {type(values).__name__}")
    return values


def _xlsx(path: Path) -> ImportedTable:
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
    return ImportedTable(str(path), tuple(_rows(path, table[1:], names, "row")), _provenance_sheet(book))


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


def _docx(path: Path) -> ImportedTable:
    check_archive(path)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    with damage_reported(path, "document", PackageNotFoundError):
        document = Document(io.BytesIO(path.read_bytes()))
        tables = document.tables[:1]
        table = [[cell.text for cell in line.cells] for first in tables for line in first.rows]
        paragraphs = [paragraph.text for paragraph in document.paragraphs]
    if not table:
        raise ReadError(f"{path}: expected a table of rows, the document has none; is it align's export?")
    names = checked_columns(table[0], f"{path}, row 1 of the table")
    rows = _rows(path, list(enumerate(table[1:], start=2)), names, "row")
    return ImportedTable(str(path), tuple(map(_with_hidden_stamp, rows)), _provenance_paragraphs(paragraphs))


def _provenance_paragraphs(paragraphs: Sequence[str]) -> dict[str, str]:
    """Name -> value of the paragraphs ``name: value``, the first of each name."""
    about = dict[str, str]()
    for paragraph in paragraphs:
        name, colon, value = paragraph.partition(": ")
        if colon:
            about.setdefault(name, value)
    return about


def _with_hidden_stamp(row: ImportedRow) -> ImportedRow:
    """The stamp is hidden text behind the row's id."""
    name, _, stamp = row.id.partition(" ")
    return ImportedRow(name, row.values, row.where, row.stamp or stamp.strip())


READERS: Mapping[str, Callable[[Path], ImportedTable]] = MappingProxyType(
    {".tsv": _tsv, ".jsonl": _jsonl, ".xlsx": _xlsx, ".docx": _docx}
)
"""Suffix of a file's name -> the function that reads such a file."""
