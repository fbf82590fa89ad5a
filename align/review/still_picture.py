"""A still picture of a review: what a notebook shows of it while no kernel runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from align.review.doubts import doubts_are
from align.review.page import heading
from align.review.row import Row
from align.review.segments import Segment, segments
from align.review.workspace import Workspace
from align.text.document import SIDES, Side

MAX_ROWS = 11
"""Rows shown, the one where the reviewer stopped among them."""
ROWS_BEFORE = 2
"""Of these, rows shown before that one, where enough rows follow it."""

STYLE = """
.al-still { font-size: 14px; line-height: 1.45; max-width: 72em; }
.al-still table { border-collapse: collapse; width: 100%; table-layout: fixed; }
.al-still.al-still td { border-top: 1px solid #8886; padding: 5px 8px; }
.al-still.al-still td { text-align: start; vertical-align: top; }
.al-still td:first-child { width: 3em; }
.al-still .al-here td { border-top: 2px solid #0072b2; border-bottom: 2px solid #0072b2; }
.al-still mark { background: none; color: inherit; text-decoration: underline wavy #b34700; }
.jp-OutputArea-child:has(.al-still) ~ .jp-OutputArea-child:has(.jupyter-widgets):not(:has(.al-desk)) {
  display: none;
}
"""
"""The last rule hides the line "Error displaying widget" that JupyterLab writes where no kernel runs."""


def still_picture(workspace: Workspace, place: Mapping[str, Any], key: str) -> str:
    """The picture as HTML without scripts.

    Args:
        workspace: The review as it stands.
        place: Where the reviewer is, as the screen keeps it: ``row``, ``needs``, ``open``.
        key: A name for the picture: the live review hides the element with this ``data-review``.

    Returns:
        One element. It holds the rows around the one where the reviewer stopped.
    """
    title = escape(heading(workspace.bitext)["title"])
    at = workspace.state.row_number(str(place.get("row"))) or 0
    first = max(min(at - ROWS_BEFORE, len(workspace.rows) - MAX_ROWS), 0)
    shown = workspace.rows[first : first + MAX_ROWS]
    rows = "".join(_row(workspace, row, first + n, here=first + n == at) for n, row in enumerate(shown))
    return (
        f'<div class="al-still" data-review="{escape(key)}"><style>{STYLE}</style>'
        f"<p><strong>{_safe(workspace)}</strong></p>"
        f"<p>{title}{_counts(workspace, place)}. This is a picture of the review as it was left.</p>"
        f"<table>{rows}</table></div>"
    )


def _safe(workspace: Workspace) -> str:
    if workspace.journal is None:
        return "To review: Run → Run All Cells. The decisions of this review are in no file."
    name = escape(workspace.journal.path.name)
    if workspace.pending:
        return f"Some decisions could not be written to {name}: they are lost when the kernel stops."
    count = len(workspace.history.done)
    kept = f"{count} in {name}" if count else "none was made yet"
    return f"Your decisions are safe ({kept}): Run → Run All Cells to go on."


def _counts(workspace: Workspace, place: Mapping[str, Any]) -> str:
    if "needs" not in place:
        return f": {len(workspace.rows)} rows"
    needs, open_ = int(place["needs"]), int(place.get("open", 0))
    return f": {needs} of {len(workspace.rows)} rows need review, {doubts_are(open_)} unanswered"


def _row(workspace: Workspace, row: Row, number: int, *, here: bool) -> str:
    cells = "".join(
        f'<td dir="auto" lang="{escape(language)}">{"".join(_text(workspace, side, row))}</td>'
        for side, language in zip(SIDES, workspace.languages, strict=True)
    )
    opening = '<tr class="al-here">' if here else "<tr>"
    return f"{opening}<td>{number + 1}</td>{cells}</tr>"


def _text(workspace: Workspace, side: Side, row: Row) -> Iterator[str]:
    doubts = workspace.doubts.of_row(workspace.state, row)
    waiting = {doubt.id for doubt in doubts if doubt.open}
    for n, spans in enumerate(row.side(side)):
        yield " " if n else ""
        for segment in segments(workspace.state, side, spans, doubts):
            yield _piece(segment, waiting)


def _piece(segment: Segment, waiting: set[str]) -> str:
    text = escape(segment.text)
    return f"<mark>{text}</mark>" if segment.doubt in waiting else text
