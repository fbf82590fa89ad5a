"""Rows as a table with tabs, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import history, provenance
from align.export.row import ExportRow
from align.export.row_digest import FIELDS, row_digest

COLUMNS = ("id", *FIELDS, "confidence", "read", "history", "stamp")
"""The columns of tables: this one and the workbook's."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a cell begins that a spreadsheet may run as a formula, or that is escaped already."""


def tsv(export_set: ExportSet) -> ExportedFiles:
    """UTF-8 with a byte-order mark, as spreadsheets expect it; provenance in lines that begin with ``#``."""
    stream = io.StringIO()
    stream.write("\ufeff")
    for name, value in provenance(export_set.review.bitext).items():
        stream.write(f"# {name}: {value}\n")
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([*map(escape_formula, cells(row).values())] for row in export_set.rows)
    return ExportedFiles.of(stream.getvalue())


def cells(row: ExportRow) -> Mapping[str, str]:
    """A row's text for each of :data:`COLUMNS`."""
    texts = (row.id, row.source, row.target, row.status, row.note)
    more = (row.confidence_text, row.cells["source"].read, "; ".join(history(row)), row_digest(row))
    return dict(zip(COLUMNS, (*texts, *more), strict=True))


def escape_formula(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe is put before it where needed."""
    return "'" + cell if cell.startswith(FORMULA_STARTS) else cell


def unescape_formula(cell: str) -> str:
    """The inverse of :func:`escape_formula`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell
