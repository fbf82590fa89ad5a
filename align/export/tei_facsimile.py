"""The pages of TEI: a surface for each page, zones for its blocks and lines, and for words that are named.

A zone has an identifier that tells its place: ``f1p2l7w3`` is word 3 of line 7 on page 2 of the first file.
Its corners are pixels of the upright page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any
from urllib.parse import quote

from align.export.tei_element import TEI, add
from align.export.xml import XML_ID
from align.facsimile.box import Box, box_around
from align.facsimile.facsimile import Facsimile, PlacedLine, PlacedWord
from align.facsimile.page import Page, PageBlock, Picture, Points
from align.facsimile.xml_text import legal
from align.text.span import Span

IN_ADDRESS = "/:?&=%#,;@+~"
"""Signs that stay as they are in an address on the web."""


@dataclass(eq=False)
class TeiPages:
    """The pages of a file. ``named`` grows with each word that is named: only these have zones.

    Attributes:
        facsimile: The pages as they were read.
        number: Of the file in its bitext, from 1.
        named: Offsets of the words that are named.
        last: The number of the page that began last, from 0.
    """

    facsimile: Facsimile
    number: int
    named: set[int] = field(default_factory=set)
    last: int = -1

    def lines(self, spans: Sequence[Span]) -> str:
        """Pointers to the lines that hold a sentence, in the order of the text; empty where none does."""
        found = (word.line for span in spans for word in self.facsimile.words_between(span.start, span.stop))
        return " ".join(dict.fromkeys(f"#{self._line_id(line)}" for line in found))

    def words(self, spans: Sequence[Span]) -> str:
        """Pointers to the words that hold a correction."""
        found = [word for span in spans for word in self.facsimile.words_between(span.start, span.stop)]
        self.named.update(word.start for word in found)
        return " ".join(dict.fromkeys(f"#{self._word_id(word)}" for word in found))

    def beginnings(self, offsets: Sequence[int]) -> list[tuple[int, int]]:
        """Where pages begin in a text that have not begun before it: number of the character, of the page.

        Args:
            offsets: Of each character of the text in the file.
        """
        if not len(offsets) or self._page(int(max(offsets))) <= self.last:
            return []
        found = []
        for at, offset in enumerate(offsets):
            page = self._page(int(offset))
            found += [(at, one) for one in range(self.last + 1, page + 1)]
            self.last = max(self.last, page)
        return found

    def begin(self, parent: Any, page: int) -> Any:  # noqa: ANN401
        """Add the beginning of a page, ``pb``."""
        return add(parent, "pb", n=str(page + 1), facs=f"#{self._page_id(page)}")

    def write(self, root: Any, at: int) -> None:  # noqa: ANN401  # lxml's own
        """Put the ``facsimile`` among the children of the root."""
        element = root.makeelement(f"{{{TEI}}}facsimile")
        root.insert(at, element)
        by_page = groupby(self.facsimile.lines, key=lambda line: line.page)
        lines = {page: list(group) for page, group in by_page}
        for number, page in enumerate(self.facsimile.pages):
            self._surface(element, number, page, lines.get(number, ()))

    def _page(self, offset: int) -> int:
        """The number of the page that holds a character, from 0; 0 before the first line."""
        return self._pages[max(bisect_right(self._starts, offset) - 1, 0)] if self._pages else 0

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.facsimile.lines]

    @cached_property
    def _pages(self) -> list[int]:
        return [line.page for line in self.facsimile.lines]

    @cached_property
    def _words(self) -> Mapping[int, list[tuple[int, PlacedWord]]]:
        """Where a line begins -> its named words with their numbers on it."""
        found: dict[int, list[tuple[int, PlacedWord]]] = {}
        for start, group in groupby(self.facsimile.words, key=lambda word: word.line.start):
            found[start] = [(number, one) for number, one in enumerate(group, 1) if one.start in self.named]
        return found

    def _page_id(self, page: int) -> str:
        return f"f{self.number}p{page + 1}"

    def _line_id(self, line: PlacedLine) -> str:
        return f"{self._page_id(line.page)}l{line.number + 1}"

    def _word_id(self, word: PlacedWord) -> str:
        before = self.facsimile.text[word.line.start : word.start].count(" ")
        return f"{self._line_id(word.line)}w{before + 1}"

    def _surface(self, parent: Any, number: int, page: Page, lines: Sequence[PlacedLine]) -> None:  # noqa: ANN401
        surface = add(parent, "surface", **_corners(Box(0, 0, page.width, page.height)))
        surface.set(XML_ID, self._page_id(number))
        if page.picture is not None:
            _graphic(surface, page.picture)
        for which, group in groupby(lines, key=lambda line: line.block):
            self._block(surface, which, page.blocks[which], list(group))

    def _block(self, surface: Any, which: int, block: PageBlock, lines: Sequence[PlacedLine]) -> None:  # noqa: ANN401
        box = block.box or box_around(line.line.box for line in lines)
        ident = f"{self._page_id(lines[0].page)}b{which + 1}"
        zone = _zone(surface, "block", ident, box, block.outline)
        if block.kind:
            zone.set("subtype", "".join(one if one.isalnum() else "-" for one in block.kind))
        for line in lines:
            inner = _zone(zone, "line", self._line_id(line), line.line.box, line.line.outline)
            for number, word in self._words.get(line.start, ()):
                _zone(inner, "word", f"{self._line_id(line)}w{number}", word.box, ())


def _graphic(surface: Any, picture: Picture) -> None:  # noqa: ANN401
    notes = list(_part(picture))
    if notes:
        add(surface, "desc", "; ".join(notes))
    frame = f"#page={picture.frame + 1}" if picture.frame else ""
    safe = IN_ADDRESS if "://" in picture.file else "/"
    add(surface, "graphic", url=quote(legal(picture.file), safe=safe) + frame)


def _part(picture: Picture) -> Iterator[str]:
    if picture.region is not None:
        edges = (picture.region.left, picture.region.top, picture.region.right, picture.region.bottom)
        yield f"the part {' '.join(map(str, edges))} of the picture (left, top, right, bottom)"
    if picture.turn:
        yield f"turned clockwise by {picture.turn} degrees"


def _zone(parent: Any, kind: str, ident: str, box: Box | None, outline: Points) -> Any:  # noqa: ANN401
    given = {} if box is None else _corners(box)
    if len(outline) > 2:
        given["points"] = " ".join(f"{x},{y}" for x, y in outline)
    zone = add(parent, "zone", type=kind, **given)
    zone.set(XML_ID, ident)
    return zone


def _corners(box: Box) -> dict[str, str]:
    values = {"ulx": box.left, "uly": box.top, "lrx": box.right, "lry": box.bottom}
    return {name: str(value) for name, value in values.items()}
