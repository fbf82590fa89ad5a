"""The lines of a manifest: values by the name of their column, or what is wrong with a line."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from align.errors import ReadError
from align.one_line import one_line
from align.text.readers.decoding import decode, read_bytes

COLUMNS = ("id", "original", "translation")
OTHER_NAMES: Mapping[str, str] = {"source": "original", "target": "translation", "document": "id"}
"""Names of columns that are understood as well."""


@dataclass(frozen=True)
class ManifestRow:
    """A line of a manifest.

    Attributes:
        line: Its number, from 1.
        values: By the name of their column.
        problem: What is wrong with it; empty where nothing is.
    """

    line: int
    values: Mapping[str, str]
    problem: str = ""


def read_rows(path: Path) -> Iterator[ManifestRow]:
    """The lines of a manifest that hold something.

    Args:
        path: A file ``.tsv``, ``.csv`` or ``.jsonl``.

    Raises:
        ReadError: It cannot be read, is of another kind, or is no table with the columns that are needed.
    """
    readers: Mapping[str, Callable[[Path, StringIO], Iterator[ManifestRow]]] = {
        ".tsv": _tsv_rows,
        ".csv": _csv_rows,
        ".jsonl": _json_rows,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise ReadError(
            f"{path}: expected a manifest .tsv, .csv or .jsonl, a folder or a pattern such as 'letters/*.txt'"
        )
    return reader(path, StringIO(_text_of(path).removeprefix("\ufeff"), newline=None))


def _text_of(path: Path) -> str:
    """The text of a manifest, whatever a document with such a content would be."""
    return decode(read_bytes(path), path, "utf-8")


def _tsv_rows(path: Path, lines: StringIO) -> Iterator[ManifestRow]:
    cells = ((number, line.rstrip("\n").split("\t")) for number, line in enumerate(lines, 1))
    return _table_rows(path, cells)


def _csv_rows(path: Path, lines: StringIO) -> Iterator[ManifestRow]:
    reader = csv.reader(lines, strict=True)
    return _table_rows(path, ((reader.line_num, cells) for cells in reader))


def _table_rows(path: Path, lines: Iterator[tuple[int, list[str]]]) -> Iterator[ManifestRow]:
    names: list[str] = []
    try:
        for number, cells in lines:
            values = [cell.strip() for cell in cells]
            if not any(values) or _is_remark(values, names):
                continue
            if not names:
                names = _column_names(path, values)
                continue
            problem = "" if len(values) <= len(names) else f"{len(values)} values for {len(names)} columns"
            yield ManifestRow(number, dict(zip(names, values, strict=False)), problem)
    except csv.Error as error:
        raise ReadError(f"{path}: expected a table, found {error}; check its quotation marks") from error


def _is_remark(values: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a line is a remark: behind the names of the columns a line of several cells is a document."""
    return values[0].startswith("#") and (not names or len(values) == 1)


def _column_names(path: Path, values: list[str]) -> list[str]:
    names = [_column(value) for value in values]
    missing = [repr(name) for name in COLUMNS[:2] if name not in names]
    if missing:
        raise ReadError(f"{path}: expected a line of names with {' and '.join(missing)}, found {values}")
    return names


def _json_rows(_: Path, lines: StringIO) -> Iterator[ManifestRow]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _json_row(number, line)


def _json_row(number: int, line: str) -> ManifestRow:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return ManifestRow(number, {}, one_line(f"no JSON: {error}"))
    if not isinstance(value, dict):
        return ManifestRow(number, {}, f"expected an object, found {type(value).__name__}")
    named = {_column(str(name)): "" if cell is None else cell for name, cell in value.items()}
    wrong = [name for name in COLUMNS if not isinstance(named.get(name, ""), str)]
    problem = one_line(f"expected a string as {wrong[0]!r}, found {named[wrong[0]]!r}") if wrong else ""
    return ManifestRow(number, {name: str(named.get(name, "")).strip() for name in COLUMNS}, problem)


def _column(name: str) -> str:
    plain = name.strip().lower()
    return OTHER_NAMES.get(plain, plain)
