"""What the screen needs to show whole pages: the words of a page, and where the words of a row stand.

    {do: "page-layer", side, page}         -> {is: "page-layer", side, page, width, height, words}
    {do: "places", row}                    -> {is: "places", row, source: [piece …], target: [piece …]}
    {do: "places", side, page, word}       -> the same for the row that holds a word of a page, with what was
                                              asked; row is null and ``why`` in words where none holds it
    word   [text, line, box]               line: its number on the page; box: null where no place is known
    piece  {t, d?, at?: [[page, word] …]}  t: text as shown; d: id of the doubt; word: its number on the page

Pages, lines and words are numbered from 0. The pieces of a cell joined are its text, so no offset crosses.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from align.errors import InputError
from align.facsimile.facsimile import Facsimile, PlacedWord
from align.facsimile.page import Page
from align.review.doubts import Doubt
from align.review.message import Message, row_number_of, side_of
from align.review.place import Place
from align.review.row import Row
from align.review.segments import Segment, segments
from align.review.view import segment_json
from align.review.workspace import Workspace
from align.text.document import SIDES, Side
from align.text.span import Span

Reply = dict[str, Any]


class NumberedWords:
    """The words of a facsimile, each known by its page and its number on the page."""

    def __init__(self, facsimile: Facsimile) -> None:
        self.facsimile = facsimile

    @cached_property
    def _first(self) -> list[int]:
        """The number of the first word of each page among all words, and how many there are."""
        pages = [word.line.page for word in self.facsimile.words]
        return [bisect_left(pages, page) for page in range(len(self.facsimile.pages) + 1)]

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        """Where a word begins in the text -> its number among all words."""
        return {word.start: number for number, word in enumerate(self.facsimile.words)}

    def of_page(self, page: int) -> Sequence[PlacedWord]:
        """The words of a page, in the order of the text."""
        return self.facsimile.words[self._first[page] : self._first[page + 1]]

    def between(self, spans: Sequence[Span]) -> list[list[int]]:
        """Page and number of the words that share a character with some places."""
        words = (word for span in spans for word in self.facsimile.words_between(span.start, span.stop))
        return [[page, self._numbers[start] - self._first[page]] for start, page in _each_once(words)]


def _each_once(words: Iterable[PlacedWord]) -> Iterable[tuple[int, int]]:
    """Where some words begin, and their pages."""
    return {word.start: word.line.page for word in words}.items()


class PageLayers:
    """Answers ``page-layer`` and ``places``."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    @cached_property
    def _pages(self) -> Mapping[Side, NumberedWords]:
        found = ((text.side, text.document.facsimile) for text in self.workspace.bitext.texts)
        return {side: NumberedWords(facsimile) for side, facsimile in found if facsimile is not None}

    def layer(self, message: Message) -> Iterator[Reply]:
        """The words of a page."""
        side, number, words = self._page_of(message)
        page = words.facsimile.pages[number]
        yield {
            "is": "page-layer",
            "side": side,
            "page": number,
            "width": page.width,
            "height": page.height,
            "words": [_word_json(page, word) for word in words.of_page(number)],
        }

    def places(self, message: Message) -> Iterator[Reply]:
        """The places of a row, named by its id or by a word of a page."""
        if "page" in message:
            yield self._places_of_word(message)
        else:
            yield self._places_of_row(self.workspace.rows[row_number_of(self.workspace, message)])

    def _places_of_word(self, message: Message) -> Reply:
        side, page, words = self._page_of(message)
        number, here = message.get("word"), words.of_page(page)
        if not isinstance(number, int) or not 0 <= number < len(here):
            raise InputError(f"page {page + 1} has {len(here)} words, none with the number {number!r}")
        found = here[number]
        place = Place(side, (Span(found.start, found.stop),))
        row = self.workspace.state.row_number_at(place)
        requested = {"side": side, "page": page, "word": number}
        if row is None:
            return {"is": "places", "row": None, "why": self._why_left_out(place), **requested}
        return self._places_of_row(self.workspace.rows[row]) | requested

    def _places_of_row(self, row: Row) -> Reply:
        doubts = self.workspace.doubts.of_row(self.workspace.state, row)
        cells: Reply = {side: list(self._pieces(side, row, doubts)) for side in SIDES}
        return {"is": "places", "row": row.id, **cells}

    def _pieces(self, side: Side, row: Row, doubts: Sequence[Doubt]) -> Iterator[Reply]:
        words = self._pages.get(side)
        for n, spans in enumerate(row.side(side)):
            if n:
                yield {"t": " "}
            for segment in segments(self.workspace.state, side, spans, doubts, words=True):
                yield _piece_json(segment, words)

    def _page_of(self, message: Message) -> tuple[Side, int, NumberedWords]:
        """Side, number and words of the page that a message names."""
        side, page = side_of(message), message.get("page")
        words = self._pages.get(side)
        count = len(words.facsimile.pages) if words else 0
        if words is None or not isinstance(page, int) or not 0 <= page < count:
            raise InputError(f"this side has {count} pages, none with the number {page!r} (from 0)")
        return side, page, words

    def _why_left_out(self, place: Place) -> str:
        texts = [text for text in self.workspace.bitext.texts if text.side == place.side]
        left_out = (one for text in texts for one in text.excluded)
        reasons = (one.reason for one in left_out if one.span.overlaps(place.spans[0]))
        return next(reasons, "no part of this text")


def _word_json(page: Page, word: PlacedWord) -> list[Any]:
    box = word.box and word.box.within(page.width, page.height)
    return [word.word.text, word.line.number, box and [box.left, box.top, box.right, box.bottom]]


def _piece_json(segment: Segment, words: NumberedWords | None) -> Reply:
    at = words.between(segment.spans) if words else []
    return segment_json(segment, named=False) | ({"at": at} if at else {})
