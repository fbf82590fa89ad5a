"""Rows as a file holds them that comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from align.errors import ReadError
from align.export.provenance import SCHEMA
from align.export.row_digest import FIELDS


@dataclass(frozen=True)
class ImportedRow:
    """A row of a file: ``values`` by column, ``where`` it stands in words (``line 7``)."""

    id: str
    values: Mapping[str, str]
    where: str
    stamp: str = ""


@dataclass(frozen=True)
class Sheet:
    """What a file holds: its rows, and what it says of itself (may be nothing)."""

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


COLUMNS = ("id", *FIELDS, "stamp")
"""What is read of a table; other columns are for people."""


def row(cells: Mapping[str, str], where: str) -> ImportedRow:
    """A row of a table by its columns' names."""
    values = {name: cells[name] for name in FIELDS if name in cells}
    return ImportedRow(cells.get("id", "").strip(), values, where, cells.get("stamp", "").strip())


def columns(names: list[str], where: str) -> list[str]:
    """The heading of a table. Raises :class:`ReadError` where it has no ids or nothing to bring back."""
    found = [name.strip().lower() for name in names]
    if "id" not in found or not set(found) & set(FIELDS):
        raise ReadError(
            f"{where}: expected a heading with the columns id, source, target, status, note, found "
            f"{', '.join(filter(None, found[:6])) or 'nothing'}; is it an export of align's?"
        )
    doubled = next((name for name in COLUMNS if found.count(name) > 1), None)
    if doubled is not None:
        raise ReadError(f"{where}: the column {doubled} stands twice; which one holds?")
    return found
