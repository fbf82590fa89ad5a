"""Rows as a table with tabs, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from align.export.cells import COLUMNS, cells
from align.export.exported import ExportedFiles
from align.export.provenance import provenance
from align.export.row import ExportSet

FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a cell begins that a spreadsheet might run, or that was made safe already."""


def tsv(work: ExportSet) -> ExportedFiles:
    """UTF-8 with a byte-order mark, as spreadsheets want it; provenance in lines that begin with ``#``."""
    stream = io.StringIO()
    stream.write("\ufeff")
    for name, value in provenance(work.review.bitext).items():
        stream.write(f"# {name}: {value}\n")
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in work.rows:
        writer.writerow([safe(cell) for cell in cells(row).values()])
    return ExportedFiles.of(stream.getvalue())


def safe(cell: str) -> str:
    """A cell no spreadsheet takes for a formula: an apostrophe before it, which :func:`plain` takes off."""
    return "'" + cell if cell.startswith(FORMULA) else cell


def plain(cell: str) -> str:
    """What :func:`safe` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell
