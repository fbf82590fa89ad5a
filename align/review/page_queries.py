"""The screen's questions about the pages of a scan: where rows stand on them, and pictures of their parts.

in    {do: "strips", rows: [id]} · {do: "picture", side, page, box, scale}
· {do: "page", side, page, width}
out   {is: "strips", rows: [{row, sides: {side: [line]}, doubts: {id: [span]}}]}
· {is: "picture", side, page, box, scale, width, height, media, data}
· {is: "page", side, page, requested, pages, size, width, height, media, data}

``requested`` is the width in the message. ``data`` holds the bytes of the picture: no JSON. Where there is no
picture, ``trouble`` says why instead.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from align.errors import AlignError, InputError
from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page
from align.review.message import Message, side_of
from align.review.page_lines import SentencePlaces, row_lines
from align.review.picture_folders import picture_folders
from align.review.pictures import SHARED, PagePictures
from align.review.place import flat
from align.review.row import Row
from align.review.segments import segments
from align.review.workspace import Workspace
from align.text.document import SIDE_NAMES, Document, Side

MAX_SCALE = 4.0
"""Pixels of a picture for one of its page."""

MAX_ROWS = 200
"""Rows that one message may ask for."""

Reply = dict[str, Any]


class PageQueries:
    """Answers ``strips``, ``picture`` and ``page``."""

    def __init__(self, workspace: Workspace, pictures: PagePictures = SHARED) -> None:
        self.workspace = workspace
        self._pictures = pictures
        self._documents: dict[Side, Document] = {
            text.side: text.document for text in workspace.bitext.texts if text.document.facsimile
        }
        self._places: tuple[object, dict[Side, SentencePlaces]] = (None, {})

    @property
    def sides(self) -> frozenset[Side]:
        """The sides that were read from pages."""
        return frozenset(self._documents)

    def strips(self, message: Message) -> Iterator[Reply]:
        """The lines on which some rows stand; a row that is not there any more is left out."""
        state = self.workspace.state
        wanted = message.get("rows")
        names = wanted if isinstance(wanted, list) else []
        numbers = (state.row_number(str(name)) for name in names[:MAX_ROWS])
        rows = (state.rows[number] for number in numbers if number is not None)
        yield {"is": "strips", "rows": [self.row(row) for row in rows]}

    def row(self, row: Row) -> Reply:
        """The lines on which a row stands, and the raw places of its doubts."""
        places = self._sentence_places()
        sides = {
            side: row_lines(self.facsimile(side), flat(row.side(side)), places[side])
            for side in self._documents
            if row.side(side)
        }
        return {"row": row.id, "sides": sides, "doubts": self._doubts(row)}

    def _doubts(self, row: Row) -> dict[str, list[list[int]]]:
        """The raw places of the doubts and corrections of a row, by the ids with which they are drawn."""
        state = self.workspace.state
        here = self.workspace.doubts.of_row(state, row)
        found: dict[str, list[list[int]]] = {}
        for side in self._documents:
            for spans in row.side(side):
                for segment in segments(state, side, spans, here):
                    if segment.doubt is not None or segment.verdict is not None:
                        name = segment.doubt or f"v{segment.id}"
                        found.setdefault(name, []).extend([span.start, span.stop] for span in segment.spans)
        return found

    def picture(self, message: Message) -> Iterator[Reply]:
        """A part of a page."""
        side, number, page = self._page(message)
        box, scale = _box(message, page), _scale(message)
        wanted = {"side": side, "page": number, "box": message["box"], "scale": message.get("scale", 1)}
        yield {"is": "picture", **wanted, **self._part(side, number, box, scale)}

    def page(self, message: Message) -> Iterator[Reply]:
        """A whole page, so wide."""
        side, number, page = self._page(message)
        width = message.get("width")
        if not isinstance(width, int) or width < 1:
            raise InputError(f"expected a width in pixels for a page, got {width!r}")
        count = len(self.facsimile(side).pages)
        about: Reply = {"requested": width, "pages": count, "size": [page.width, page.height]}
        whole = Box(0, 0, page.width, page.height)
        shown = self._part(side, number, whole, min(width / page.width, MAX_SCALE))
        yield {"is": "page", "side": side, "page": number, **about, **shown}

    def _part(self, side: Side, number: int, box: Box, scale: float) -> Reply:
        page = self.facsimile(side).pages[number]
        try:
            part = self._pictures.part(page, box, scale, self.folders(side))
        except AlignError as error:
            return {"trouble": f"Page {number + 1} of the {SIDE_NAMES[side]}: {error}"}
        return {"width": part.width, "height": part.height, "media": part.media, "data": part.data}

    def folders(self, side: Side) -> tuple[Path, ...]:
        """Where the pictures of a side are looked for, in order."""
        return picture_folders(self.workspace, self._documents[side])

    def _page(self, message: Message) -> tuple[Side, int, Page]:
        side, number = side_of(message), message.get("page")
        if side not in self._documents:
            raise InputError(f"the {SIDE_NAMES[side]} was not read from pages")
        pages = self.facsimile(side).pages
        if not isinstance(number, int) or not 0 <= number < len(pages):
            raise InputError(f"expected a page from 0 to {len(pages) - 1}, got {number!r}")
        return side, number, pages[number]

    def facsimile(self, side: Side) -> Facsimile:
        """The pages of a side. Raises :class:`InputError` where it has none."""
        facsimile = self._documents[side].facsimile
        if facsimile is None:
            raise InputError(f"the {SIDE_NAMES[side]} was not read from pages")
        return facsimile

    def _sentence_places(self) -> dict[Side, SentencePlaces]:
        """The sentences of each side, found again after rows changed."""
        rows = self.workspace.rows
        if self._places[0] is not rows:
            self._places = (rows, {side: SentencePlaces.of(side, rows) for side in self._documents})
        return self._places[1]


def _box(message: Message, page: Page) -> Box:
    sides = message.get("box")
    if not isinstance(sides, list) or len(sides) != 4 or not all(isinstance(one, int) for one in sides):
        raise InputError(f"expected a box [left, top, right, bottom] in pixels, got {sides!r}")
    left, top, right, bottom = sides
    inside = (
        Box(left, top, right, bottom).within(page.width, page.height)
        if left < right and top < bottom
        else None
    )
    if inside is None:
        raise InputError(f"expected a box on a page of {page.width} x {page.height} pixels, got {sides!r}")
    return inside


def _scale(message: Message) -> float:
    scale = message.get("scale", 1)
    if not isinstance(scale, int | float) or not math.isfinite(scale) or not 0 < scale <= MAX_SCALE:
        raise InputError(f"expected a scale above 0, at most {MAX_SCALE:g}, got {scale!r}")
    return float(scale)
