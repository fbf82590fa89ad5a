"""A row as the cells of a table."""

from __future__ import annotations

from collections.abc import Mapping

from align.export.provenance import history
from align.export.row import Row
from align.export.row_digest import FIELDS, row_digest

COLUMNS = ("id", *FIELDS, "confidence", "read", "history", "stamp")


def cells(row: Row) -> Mapping[str, str]:
    """The text of each of :data:`COLUMNS`."""
    texts = (row.id, row.source, row.target, row.status, row.note)
    more = (row.sureness, row.cells["source"].read, "; ".join(history(row)), row_digest(row))
    return dict(zip(COLUMNS, (*texts, *more), strict=True))
