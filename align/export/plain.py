"""The original's whole file with a reviewer's readings in it, and the apparatus of what was changed."""

from __future__ import annotations

import csv
import io

from align.export.exported import ExportedFiles
from align.export.row import ExportSet
from align.export.tsv import safe
from align.text.document import Side

COLUMNS = ("start", "stop", "old", "new", "how", "by")


def text(work: ExportSet) -> ExportedFiles:
    """All else of the file is as it was, byte for byte; where there is no original, the translation's.

    The apparatus has a row for each reading: place (code points of the raw file), what was read, what it
    became, whether it was accepted or typed, by whom.
    """
    side: Side = "source" if work.review.bitext.source is not None else "target"
    document = next(one.document for one in work.review.bitext.texts if one.side == side)
    corrected = work.review.corrected(side)
    table = _apparatus(work, side)
    return ExportedFiles({"": corrected.encode(document.encoding), ".apparatus.tsv": table.encode()})


def _apparatus(work: ExportSet, side: Side) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    sheet = work.review.state.side_views[side]
    for place, verdict in sorted(work.review.state.verdicts.items(), key=lambda entry: entry[0]):
        if place.side == side and verdict.text is not None:
            first, last = min(place.spans), max(place.spans)
            cells = (sheet.quote(place.spans), verdict.text, verdict.how, work.by.get(place, ""))
            writer.writerow((first.start, last.stop, *map(safe, cells)))
    return stream.getvalue()
