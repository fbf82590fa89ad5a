"""TSV and JSON Lines -> rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from align.errors import ReadError
from align.export.tsv import unescape_formula
from align.importing.imported_row import (
    ImportedRow,
    ImportedTable,
    NumberedCells,
    checked_columns,
    table_rows,
)


def text_of(path: Path) -> str:
    """A UTF-8 file. Raises :class:`ReadError` that names the first byte that is not."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{path}: expected UTF-8, byte {error.start} is not; save the table as UTF-8 text"
        ) from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error


def read_tsv(path: Path) -> ImportedTable:
    """A table with tabs; provenance in lines that begin with ``#``. Raises :class:`ReadError`."""
    lines = text_of(path).splitlines(keepends=True)
    total = len(lines)
    about = _provenance_lines(lines)
    table = _tsv_cells(path, lines, skipped=total - len(lines))
    if not table:
        raise ReadError(f"{path}: expected a table, the file holds no rows; was the export complete?")
    names = checked_columns(table[0][1], f"{path}, line {table[0][0]}")
    return ImportedTable(
        str(path), tuple(table_rows(path, table[1:], names, "line", unescape_formula)), about
    )


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


def read_jsonl(path: Path) -> ImportedTable:
    """A JSON object a line; the provenance is the one without an id. Raises :class:`ReadError`."""
    rows, about = [], dict[str, str]()
    for number, line in enumerate(text_of(path).splitlines(), start=1):
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
