"""The review in one file, as others are exported."""

from __future__ import annotations

from align.export.exported import Exported
from align.export.html import page
from align.export.row import Work


def html(work: Work) -> Exported:
    """The page of the whole review as it stands."""
    return Exported.of(page(work.review))
