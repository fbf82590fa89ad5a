"""The pictures that the one-file desk holds: the lines of rows that need review, within a limit.

    {side: [{page, box, letters, text, words, url}]}       lines as in :mod:`align.review.page_lines`

``url`` is a data URL. The lines with words in doubt come first where the limit does not allow all. A line
without a picture is left out: the page shows nothing that it does not have.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from align.errors import AlignError
from align.facsimile.box import Box
from align.review.page_queries import PageQueries
from align.review.pictures import SHARED
from align.review.queue import needs_review
from align.review.row import Row
from align.review.session import Review
from align.text.document import SIDE_NAMES, Side

MAX_BYTES = 20_000_000
"""Of all pictures in a page, as they are written into it."""

LETTERS = 24
"""Pixels of a word's height in these pictures."""

Line = dict[str, Any]
LineKey = tuple[Side, int, int]
"""Side, page, and raw place of the first word."""


@dataclass
class DeskPictures:
    """The lines with pictures, and what is to be reported of them.

    Attributes:
        limit: Bytes that the pictures may take, as they are written into the page.
        lines: Of each side, in the order of the text.
        size: Of the pictures, in bytes.
        beyond: How many lines the limit left out.
        missing: Why pages have no picture, by side and page.
    """

    limit: int = MAX_BYTES
    lines: dict[Side, list[Line]] = field(default_factory=dict)
    size: int = 0
    beyond: int = 0
    missing: dict[tuple[Side, int], str] = field(default_factory=dict)

    @property
    def messages(self) -> tuple[str, ...]:
        """Lines for the user; none where nothing was read from pages."""
        count = sum(map(len, self.lines.values()))
        found = []
        if count or self.beyond:
            found.append(f"pictures: {_strips(count)}, {_megabytes(self.size)}")
        if self.beyond:
            beyond = f"{_strips(self.beyond)} left out beyond the limit of {_megabytes(self.limit)}"
            found.append(f"{beyond}; lines with words in doubt came first")
        if self.missing:
            (side, page), why = next(iter(self.missing.items()))
            others = (
                f" (and {len(self.missing) - 1} more pages)" if self.missing.keys() - {(side, page)} else ""
            )
            found.append(f"page {page + 1} of the {SIDE_NAMES[side]} has no picture here: {why}{others}")
        return tuple(found)


def desk_pictures(review: Review, limit: int = MAX_BYTES) -> DeskPictures:
    """The pictures of the lines on which rows stand that need review or have doubts.

    Args:
        review: The review as it stands.
        limit: Bytes that the pictures may take, as they are written into the page.
    """
    queries, made = PageQueries(review), DeskPictures(limit)
    if not queries.sides:
        return made
    kept: dict[LineKey, Line] = {}
    for key, line in _wanted(review, queries):
        url = _picture(queries, made, key[0], line)
        if url is None:
            continue
        if made.size + len(url) > limit:
            made.beyond += 1
            continue
        made.size += len(url)
        kept[key] = line | {"url": url}
    for side in sorted(queries.sides):
        made.lines[side] = [kept[key] for key in sorted(kept, key=lambda one: one[2]) if key[0] == side]
    return made


def _strips(count: int) -> str:
    return "1 strip" if count == 1 else f"{count} strips"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1_000_000 else f"{max(round(size / 1000), 1)} kB"


def _wanted(review: Review, queries: PageQueries) -> Iterator[tuple[LineKey, Line]]:
    """The lines in the order in which they are kept: those with words in doubt, then the rest; each once."""
    doubted: dict[LineKey, Line] = {}
    others: dict[LineKey, Line] = {}
    for row in review.rows:
        if _is_shown(review, row):
            about = queries.row(row)
            spans = [span for places in about["doubts"].values() for span in places]
            for side, lines in about["sides"].items():
                for line in lines:
                    found = doubted if _has_doubt(line, spans) else others
                    found[side, line["page"], line["words"][0]["span"][0]] = line
    yield from doubted.items()
    yield from ((key, line) for key, line in others.items() if key not in doubted)


def _is_shown(review: Review, row: Row) -> bool:
    shown, doubts = review.rescored(row)
    return bool(doubts) or needs_review(shown, doubts)


def _has_doubt(line: Line, spans: list[list[int]]) -> bool:
    words = [word["span"] for word in line["words"]]
    return any(start < word[1] and word[0] < stop for start, stop in spans for word in words)


def _picture(queries: PageQueries, made: DeskPictures, side: Side, line: Line) -> str | None:
    """The picture of a line as a data URL; ``None`` where there is none, with the reason kept once a page."""
    number = line["page"]
    if (side, number) in made.missing:
        return None
    page = queries.facsimile(side).pages[number]
    scale = min(LETTERS / max(line["letters"], 1), 1.0)
    try:
        part = SHARED.part(page, Box(*line["box"]), scale, queries.folders(side), compact=True)
    except AlignError as error:
        made.missing[side, number] = str(error)
        return None
    return f"data:{part.media};base64,{base64.b64encode(part.data).decode()}"
