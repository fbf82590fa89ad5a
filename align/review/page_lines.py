"""Where the sentences of a row stand on the pages of a scan: lines with their words. JSON values only.

    line   {page, box, text, words}        page from 0; box: what is cut out of the picture, with a margin
    word   {box, span, sentence?}          span: raw code points; sentence: the id of the one that holds it

Boxes are ``[left, top, right, bottom]`` in pixels of the upright page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self

from align.facsimile.box import Box, box_around
from align.facsimile.facsimile import Facsimile, PlacedLine, PlacedWord
from align.facsimile.page import Page
from align.review.place import Spans
from align.review.row import Row, sentence_id
from align.text.document import Side


@dataclass(frozen=True)
class SentencePlaces:
    """Which sentence of a side holds a raw character: ``starts`` ascending, with ``stops`` and ``ids``."""

    starts: tuple[int, ...]
    stops: tuple[int, ...]
    ids: tuple[str, ...]

    @classmethod
    def of(cls, side: Side, rows: Iterable[Row]) -> Self:
        """The places of the sentences of some rows."""
        sentences = (spans for row in rows for spans in row.side(side))
        found = sorted(
            (span.start, span.stop, sentence_id(side, spans)) for spans in sentences for span in spans
        )
        return cls(
            tuple(start for start, _, _ in found),
            tuple(stop for _, stop, _ in found),
            tuple(name for _, _, name in found),
        )

    def at(self, start: int, stop: int) -> str | None:
        """The id of the first sentence that shares a character with ``start:stop``."""
        number = max(bisect_right(self.starts, start) - 1, 0)
        for candidate in range(number, len(self.starts)):
            if self.starts[candidate] >= stop:
                return None
            if start < self.stops[candidate]:
                return self.ids[candidate]
        return None


def row_lines(facsimile: Facsimile, spans: Spans, places: SentencePlaces) -> list[dict[str, Any]]:
    """The lines on which some raw places stand, in the order of the text; each once.

    Args:
        facsimile: The pages.
        spans: Raw places, such as those of a row's sentences.
        places: The sentences of that side.

    Returns:
        The lines whose place is known.
    """
    lines = {
        (word.line.page, word.line.number): word.line
        for span in spans
        for word in facsimile.words_between(span.start, span.stop)
    }
    ordered = sorted(lines.values(), key=lambda line: line.start)
    shown = (_line(facsimile, line, places) for line in ordered)
    return [line for line in shown if line is not None]


def _line(facsimile: Facsimile, line: PlacedLine, places: SentencePlaces) -> dict[str, Any] | None:
    page = facsimile.pages[line.page]
    words = list(_words(page, facsimile.words_between(line.start, line.stop), places))
    around = box_around(Box(*word["box"]) for word in words)
    if around is None:
        return None
    return {
        "page": line.page,
        "box": _numbers(with_margin(around, page)),
        "letters": _letter_height(words),
        "text": line.line.text,
        "words": words,
    }


def _words(page: Page, words: Iterable[PlacedWord], places: SentencePlaces) -> Iterator[dict[str, Any]]:
    for word in words:
        box = word.box and word.box.within(page.width, page.height)
        if box:
            sentence = places.at(word.start, word.stop)
            found: dict[str, Any] = {"box": _numbers(box), "span": [word.start, word.stop]}
            yield found | ({"sentence": sentence} if sentence else {})


def _letter_height(words: list[dict[str, Any]]) -> int:
    """The usual height of a word: a line that runs askew is higher than its words."""
    heights = sorted(word["box"][3] - word["box"][1] for word in words)
    return int(heights[len(heights) // 2])


def with_margin(box: Box, page: Page) -> Box:
    """A box with a third of its height around it, as far as the page goes."""
    margin = max(box.height // 3, 2)
    wide = Box(box.left - 2 * margin, box.top - margin, box.right + 2 * margin, box.bottom + margin)
    return wide.within(page.width, page.height) or box


def _numbers(box: Box) -> list[int]:
    return [box.left, box.top, box.right, box.bottom]
