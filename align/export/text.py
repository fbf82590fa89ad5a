"""The original's whole file with a reviewer's corrections, and the apparatus of what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.export.apparatus import apparatus_table
from align.export.export_set import ExportedFiles, ExportSet
from align.export.formats import APPARATUS
from align.export.row import Decider
from align.export.tsv import escape_formula
from align.text.document import Side
from align.text.span import Span


def text(export_set: ExportSet) -> ExportedFiles:
    """The file, every other byte unchanged; where there is no original, the translation's.

    The apparatus has a row for each correction: place (code points of the raw file), observed text, new
    text, whether it was accepted or typed, by whom.
    """
    review = export_set.review
    side: Side = "source" if review.bitext.source is not None else "target"
    document = next(one.document for one in review.bitext.texts if one.side == side)
    table = apparatus_table(("how", "by"), _changes(export_set, side))
    corrected = review.corrected(side).encode(document.encoding)
    return ExportedFiles({"": corrected, APPARATUS: table.encode()})


def _changes(export_set: ExportSet, side: Side) -> Iterator[tuple[Sequence[Span], Sequence[str]]]:
    """The raw places and the cells of each correction on one side, in the order of the file."""
    state = export_set.review.state
    for place, verdict in sorted(state.verdicts.items(), key=lambda entry: entry[0]):
        if place.side == side and verdict.text is not None:
            decider = export_set.decided_by.get(place, Decider())
            cells = (state.side_views[side].quote(place.spans), verdict.text, verdict.how, decider.by)
            yield place.spans, tuple(map(escape_formula, cells))
