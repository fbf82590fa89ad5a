"""The apparatus of a corrected text: a table with a row for each change."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from align.text.span import Span

PLACE_COLUMNS = ("start", "stop", "old", "new")


def apparatus_table(columns: Sequence[str], changes: Iterable[tuple[Sequence[Span], Sequence[str]]]) -> str:
    """Tab-separated values under a heading.

    Args:
        columns: Names of what stands behind the place, the old and the new text.
        changes: The raw places of each change, and the texts of its cells from ``old`` on.

    Returns:
        The table; ``start`` and ``stop`` are code points of the raw file, from the first character that
        was changed to behind the last.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
    writer.writerow((*PLACE_COLUMNS, *columns))
    for spans, cells in changes:
        writer.writerow((min(spans).start, max(spans).stop, *cells))
    return stream.getvalue()
