"""Rows as JSON Lines: the provenance first, then a row a line."""

from __future__ import annotations

import json

from align.export.exported import Exported
from align.export.provenance import history, provenance
from align.export.row import Row, Work
from align.export.stamp import stamp


def jsonl(work: Work) -> Exported:
    """Lines that end in a newline, UTF-8, text as it is."""
    lines = [provenance(work.review.bitext), *map(_row, work.rows)]
    return Exported.of("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))


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
        "stamp": stamp(row),
    }
