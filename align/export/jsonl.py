"""Rows as JSON Lines: the provenance first, then a row a line."""

from __future__ import annotations

import json

from align.export.exported import ExportedFiles
from align.export.provenance import history, provenance
from align.export.row import ExportSet, Row
from align.export.row_digest import row_digest


def jsonl(work: ExportSet) -> ExportedFiles:
    """Lines that end in a newline, UTF-8, text as it is."""
    lines = [provenance(work.review.bitext), *map(_row, work.rows)]
    return ExportedFiles.of("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))


def _row(row: Row) -> dict[str, object]:
    return {
        "id": row.id,
        "source": row.source,
        "target": row.target,
        "status": row.status,
        "note": row.note,
        "confidence": row.confidence and round(row.confidence, 4),
        "read": row.cells["source"].read,
        "history": history(row),
        "stamp": row_digest(row),
    }
