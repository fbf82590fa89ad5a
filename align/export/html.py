"""A review in one file: a page that a colleague opens in a browser, without Python and without a network.

The page holds the rows, and the script and styles of the notebook's review. Its Content-Security-Policy loads
nothing and runs only the script and styles that it names by hash. The browser keeps decisions under the
files' sha256; they are downloaded as lines of a journal, which :func:`align.review.read_decisions` reads.
"""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from typing import Any

from align.export.desk_pictures import DeskPictures, desk_pictures
from align.export.export_set import ExportedFiles, ExportSet
from align.review.doubts import Doubt
from align.review.error_list import error_kinds
from align.review.explain import length_ratio
from align.review.lists import lists
from align.review.page import asset, heading
from align.review.place import Place, Spans
from align.review.row import Row, sentence_id
from align.review.segments import Segment, segments
from align.review.session import Review
from align.review.view import View, segment_json
from align.review.word_forms import form_families
from align.text.document import SIDES, Side
from align.wordlist import word_of

MAX_LINKED_ROWS = 1000
"""The page of a review with more rows has no links between words of the two sides."""

BEGIN = 'open(document.getElementById("desk"), JSON.parse(document.getElementById("data").textContent));'


def html(export_set: ExportSet) -> ExportedFiles:
    """The page of the whole review, whichever rows were collected."""
    pictures = desk_pictures(export_set.review) if export_set.images else DeskPictures()
    return ExportedFiles.of(page(export_set.review, pictures), pictures.messages)


def page(review: Review, pictures: DeskPictures | None = None) -> str:
    """The page of a review as it stands, with some pictures of its scan."""
    script = asset("review.js") + "\n" + BEGIN + "\n"
    styles = asset("review.css") + PAGE
    data = json.dumps(contents(review, pictures), ensure_ascii=False).replace("<", "\\u003c")
    images = "img-src data:; " if pictures and pictures.size else ""
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(styles)}'; {images}"
        "base-uri 'none'; form-action 'none'"
    )
    title = escape(heading(review.bitext)["title"])
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{styles}</style>\n</head>\n<body>\n"
        '<main><div id="desk"></div></main>\n'
        f'<script type="application/json" id="data">{data}</script>\n'
        f'<script type="module">{script}</script>\n</body>\n</html>\n'
    )


PAGE = """
body { margin: 0; padding: 12px; color-scheme: light dark; background: light-dark(#eef0f3, #0e1013); }
@page {
  size: A4 landscape;
  margin: 12mm 10mm 14mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
}
@media print { body { padding: 0; background: none; } }
"""


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def contents(review: Review, pictures: DeskPictures | None = None) -> dict[str, Any]:
    """The page's data: rows cut word by word with their raw places, doubts, the excluded text, pictures."""
    pictures = pictures or DeskPictures()
    view = View(review.rescored, length_ratio(review.state))
    linked = len(review.rows) <= MAX_LINKED_ROWS
    forms = form_families(review.state)
    readings = [reading.to_line() for reading in review.kept_readings]
    return {
        **_heading(review, pictures),
        **({"forms": forms} if forms else {}),
        "name": review.bitext.documents[0].name,
        "documents": dict(review.documents),
        **({"readings": readings} if readings else {}),
        "rows": [_row(review, view, row, linked=linked) for row in review.rows],
        "lists": _lists(review),
        "decided": sorted(review.history.seen),
        **({"scan": pictures.lines} if pictures.size else {}),
    }


def _heading(review: Review, pictures: DeskPictures) -> dict[str, Any]:
    """The heading; a side without pictures here is shown as one that was not read from pages."""
    found = heading(review.bitext)
    for side, about in found["sides"].items():
        if not pictures.lines.get(side):
            about.pop("pages", None)
    return found


def _row(review: Review, view: View, row: Row, *, linked: bool) -> dict[str, Any]:
    state = review.state
    here = review.doubts.of_row(state, row)
    shown = view.row(state, row) | {
        "cells": {side: _cell(review, side, row, here) for side in SIDES},
        "where": view.detail(state, row, {})["where"],
    }
    known = {doubt.id: doubt for doubt in here}
    for doubt in shown.get("doubts", ()):
        flagged = known.get(doubt["id"])
        if flagged is not None:
            place = flagged.place
            context = state.side_views[place.side].context(place.spans)
            doubt |= {"place": _place(review, place), "around": context, "kinds": error_kinds(flagged.flag)}
            doubt["listed"] = word_of(flagged.flag)
    found = review.linked_words(row) if linked else []
    return shown | ({"links": found} if found else {})


def _cell(review: Review, side: Side, row: Row, doubts: list[Doubt]) -> list[dict[str, Any]]:
    return [
        {
            "id": sentence_id(side, spans),
            "spans": _bounds(spans),
            "pieces": [
                _piece(review, side, piece)
                for piece in segments(review.state, side, spans, doubts, words=True)
            ],
        }
        for spans in row.side(side)
    ]


def _piece(review: Review, side: Side, piece: Segment) -> dict[str, Any]:
    raw = review.state.side_views[side].quote(piece.spans)
    return segment_json(piece, named=True) | {"spans": _bounds(piece.spans), "raw": raw}


def _bounds(spans: Spans) -> list[list[int]]:
    return [[span.start, span.stop] for span in spans]


def _place(review: Review, place: Place) -> dict[str, Any]:
    return {
        "side": place.side,
        "spans": _bounds(place.spans),
        "old": review.state.quote(place),
    }


def _lists(review: Review) -> dict[str, Any]:
    found = lists(review)
    excluded = {text.side: text.excluded for text in review.bitext.texts}
    for piece in found["aside"]:
        place = Place(piece["side"], (excluded[piece["side"]][piece["number"]].span,))
        piece["place"] = _place(review, place)
    return found
