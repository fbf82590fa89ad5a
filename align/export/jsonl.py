"""Rows as JSON Lines: the provenance on the first line, then a row a line."""

from __future__ import annotations

import json

from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import history, provenance
from align.export.row import ExportRow
from align.export.row_digest import row_digest


def jsonl(export_set: ExportSet) -> ExportedFiles:
    """UTF-8, characters not escaped, each line ended by a newline."""
    lines = [provenance(export_set.review.bitext), *map(_row, export_set.rows)]
    return ExportedFiles.of("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))


def _row(row: ExportRow) -> dict[str, object]:
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
