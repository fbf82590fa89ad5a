"""Rows as a file holds them that was exported, changed and comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from align.errors import ReadError
from align.export.provenance import SCHEMA
from align.export.row_digest import FIELDS

COLUMNS = ("id", *FIELDS, "stamp")
"""The columns of a table that are read; the others are for people."""

NUMBER = "no."
"""The column with the number that a reader sees beside a row, as :func:`checked_columns` writes it."""

HEADINGS = MappingProxyType({"original": "source", "translation": "target"})
"""Headings for people -> columns; behind a heading may stand the language: ``Original (ru)``."""

NumberedCells = tuple[int, list[str]]
"""A row's number in its file, counted from 1, and its cells."""


@dataclass(frozen=True)
class ImportedRow:
    """A row of a file.

    Attributes:
        id: The row's id, empty where the file has none.
        values: Text by column.
        where: Where it stands in the file, for people: ``line 7``, or ``No. 4`` by its column.
        stamp: The row's digest when it was exported, empty where the file has none.
    """

    id: str
    values: Mapping[str, str]
    where: str
    stamp: str = ""

    @classmethod
    def of(cls, cells: Mapping[str, str], where: str) -> ImportedRow:
        """A row of a table by the names of its columns."""
        values = {name: cells[name] for name in FIELDS if name in cells}
        return cls(cells.get("id", "").strip(), values, where, cells.get("stamp", "").strip())


@dataclass(frozen=True)
class ImportedTable:
    """The rows of a file, and ``about``: the provenance that the file carries (may be empty).

    Raises :class:`ReadError` for rows of another schema.
    """

    name: str
    rows: tuple[ImportedRow, ...]
    about: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        schema = self.about.get("schema", SCHEMA)
        if schema != SCHEMA:
            raise ReadError(
                f"{self.name}: expected rows of schema {SCHEMA}, found {schema}; it was written by another "
                "version of align: export again and carry the changes over"
            )


def checked_columns(names: Sequence[str], where: str) -> list[str]:
    """The names of a table's columns by its heading, in small letters.

    Raises :class:`ReadError` where it has no column of ids, none that can be changed, or one twice.
    """
    found = [_column(name) for name in names]
    if "id" not in found or not set(found) & set(FIELDS):
        raise ReadError(
            f"{where}: expected a heading with the columns id, source, target, status, note, found "
            f"{', '.join(filter(None, found[:6])) or 'nothing'}; is it an export of align's?"
        )
    doubled = next((name for name in COLUMNS if found.count(name) > 1), None)
    if doubled is not None:
        raise ReadError(f"{where}: the column {doubled} stands twice; which one holds?")
    return found


def _column(heading: str) -> str:
    name = heading.partition("(")[0].strip().lower()
    return HEADINGS.get(name, name)


def table_rows(
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
        named = dict(zip(names, map(clean, cells), strict=False))
        printed = named.get(NUMBER, "").strip()
        yield ImportedRow.of(named, f"No. {printed}" if printed else f"{unit} {number}")
