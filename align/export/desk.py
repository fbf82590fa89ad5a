"""The review in one file, as others are exported."""

from __future__ import annotations

from align.export.exported import ExportedFiles
from align.export.html import page
from align.export.row import ExportSet


def html(work: ExportSet) -> ExportedFiles:
    """The page of the whole review as it stands."""
    return ExportedFiles.of(page(work.review))
