"""TSV, JSON Lines, workbooks and documents -> rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from align.errors import ReadError
from align.export.tsv import plain
from align.importing.imported_row import ImportedRow, Sheet, columns, row
from align.text.readers.zip_guard import check_archive, reading

FORMULA = "f"
"""openpyxl's type of a cell that holds a formula."""


def read_rows(path: Path | str) -> Sheet:
    """The rows of an exported file, by its ending. Raises :class:`ReadError` that names the place."""
    path = Path(path)
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise ReadError(
            f"{path}: expected a file that ends in {', '.join(READERS)}; save it in one of these formats"
        )
    return read(path)


def holds_decisions(path: Path) -> bool:
    """Whether a file of JSON Lines holds decisions (a desk's, a journal's) instead of rows."""
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


def _tsv(path: Path) -> Sheet:
    lines = _text(path).splitlines(keepends=True)
    about: dict[str, str] = {}
    while lines and (lines[0].startswith(("#", '"#')) or not lines[0].strip()):
        name, _, value = lines.pop(0).strip().strip('"').removeprefix("#").partition(":")
        about[name.strip()] = value.strip()
    reader = csv.reader(io.StringIO("".join(lines), newline=""), delimiter="\t")
    try:
        table = [(reader.line_num + len(about), cells) for cells in reader]
    except csv.Error as error:
        raise ReadError(
            f"{path}, line {reader.line_num + len(about)}: no table with tabs: {error}"
        ) from error
    if not table:
        raise ReadError(f"{path}: expected a table, the file holds no rows; was the export complete?")
    names = columns(table[0][1], f"{path}, line {table[0][0]}")
    return Sheet(str(path), tuple(_of_table(path, table[1:], names, "line", plain)), about)


def _of_table(
    path: Path,
    table: list[tuple[int, list[str]]],
    names: list[str],
    word: str,
    clean: Callable[[str], str] = str,
) -> Iterator[ImportedRow]:
    for number, cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) < len(names) and any(
            name in names[len(cells) :] for name in ("id", "source", "target")
        ):
            raise ReadError(
                f"{path}, {word} {number}: expected {len(names)} cells, found {len(cells)}; was the file cut?"
            )
        yield row(dict(zip(names, map(clean, cells), strict=False)), f"{word} {number}")


def _jsonl(path: Path) -> Sheet:
    rows, about = [], dict[str, str]()
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise ReadError(f"{path}, line {number}: expected JSON, {error}; was the file cut?") from error
        if not isinstance(values, dict):
            raise ReadError(f"{path}, line {number}: expected an object, found {type(values).__name__}")
        texts = {name: value for name, value in values.items() if isinstance(value, str)}
        if "schema" in values and "id" not in values:
            about = texts
        else:
            rows.append(row(texts, f"line {number}"))
    if not rows:
        raise ReadError(f"{path}: expected rows, one JSON object a line, found none")
    return Sheet(str(path), tuple(rows), about)


def _xlsx(path: Path) -> Sheet:
    check_archive(path)
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    with reading(path, "workbook", InvalidFileException):
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
        sheet = book["rows"] if "rows" in book.sheetnames else book.worksheets[0]
        table = [
            (number, [_cell(path, cell) for cell in cells])
            for number, cells in enumerate(sheet.iter_rows(), start=1)
        ]
    if not table:
        raise ReadError(f"{path}: expected a table, the sheet {sheet.title} is empty")
    names = columns(table[0][1], f"{path}, row {table[0][0]}")
    about: dict[str, str] = {}
    if "provenance" in book.sheetnames:
        pairs = [[str(cell.value or "") for cell in cells[:2]] for cells in book["provenance"].iter_rows()]
        about = {pair[0]: pair[1] for pair in pairs if len(pair) == 2}
    return Sheet(str(path), tuple(_of_table(path, table[1:], names, "row")), about)


def _cell(path: Path, cell: Any) -> str:  # noqa: ANN401  # openpyxl's cell
    if cell.data_type == FORMULA:
        raise ReadError(
            f"{path}, cell {cell.coordinate}: holds a formula, {str(cell.value)[:40]!r}; paste its text"
        )
    return "" if cell.value is None else str(cell.value)


def _docx(path: Path) -> Sheet:
    check_archive(path)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    with reading(path, "document", PackageNotFoundError):
        document = Document(io.BytesIO(path.read_bytes()))
        tables = document.tables[:1]
        table = [[cell.text for cell in line.cells] for first in tables for line in first.rows]
        paragraphs = [paragraph.text for paragraph in document.paragraphs]
    if not table:
        raise ReadError(f"{path}: expected a table of rows, the document has none; is it align's export?")
    names = columns(table[0], f"{path}, row 1 of the table")
    about = dict[str, str]()
    for paragraph in paragraphs:
        name, colon, value = paragraph.partition(": ")
        if colon:
            about.setdefault(name, value)
    rows = tuple(_of_table(path, list(enumerate(table[1:], start=2)), names, "row"))
    return Sheet(str(path), tuple(map(_unhidden, rows)), about)


def _unhidden(found: ImportedRow) -> ImportedRow:
    """The stamp that stands hidden behind a row's id."""
    name, _, stamp = found.id.partition(" ")
    return ImportedRow(name, found.values, found.where, found.stamp or stamp.strip())


READERS: Mapping[str, Callable[[Path], Sheet]] = MappingProxyType(
    {".tsv": _tsv, ".jsonl": _jsonl, ".xlsx": _xlsx, ".docx": _docx}
)
"""Ending of a name -> what reads it."""
