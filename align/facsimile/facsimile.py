"""The pages of a document, and where on them each character of its text stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from align.facsimile.box import Box
from align.facsimile.box_shares import share
from align.facsimile.invariants import check_text
from align.facsimile.page import Page, PageLine, PageWord

PAGE_END = "\n\f\n"
"""What stands in the text between two pages."""


@dataclass(frozen=True)
class PlacedLine:
    """A line and where it stands.

    Attributes:
        page: The number of its page, from 0.
        block: The number of its block on the page, from 0.
        number: Its own number on the page, from 0.
        line: The line.
        start: The first of its code points in the text.
        stop: Behind the last.
    """

    page: int
    block: int
    number: int
    line: PageLine
    start: int
    stop: int


@dataclass(frozen=True)
class PlacedWord:
    """A word and where it stands: its line, and its code points in the text."""

    line: PlacedLine
    word: PageWord
    start: int
    stop: int

    @property
    def box(self) -> Box | None:
        """The place of the word; where the engine gives none, the part of its line that its letters take."""
        if self.word.box is not None or self.line.line.box is None:
            return self.word.box
        begin = self.line.start
        return share(self.line.line.box, self.start - begin, self.stop - begin, self.line.stop - begin)


@dataclass(frozen=True)
class Facsimile:
    r"""The pages of a document.

    Its text is made of the words alone: a space between two words, a line break between two lines, a blank
    line between two blocks, a form feed between two pages. So every character that is no white space stands
    in exactly one word, and each word on one line of one page.

    Attributes:
        pages: In order.
        engine: What read them, for people, such as ``tesseract 5.3.0``; empty where unknown.

    Raises:
        InvariantError: The engine is no string.

    Example:
        >>> from align.facsimile.page import PageBlock
        >>> line = PageLine((PageWord("Баш"), PageWord("ответ")), Box(0, 0, 90, 10))
        >>> facsimile = Facsimile((Page(100, 100, (PageBlock((line,)),)),))
        >>> facsimile.text
        'Баш ответ\n'
        >>> [word.box for word in facsimile.words_between(4, 6)]
        [Box(left=40, top=0, right=90, bottom=10)]
    """

    pages: tuple[Page, ...]
    engine: str = ""

    def __post_init__(self) -> None:
        check_text("the engine of a facsimile", self.engine)

    @cached_property
    def text(self) -> str:
        """The text of all pages; it ends with a line break."""
        return PAGE_END.join(page.text for page in self.pages) + "\n"

    @cached_property
    def lines(self) -> tuple[PlacedLine, ...]:
        """All lines, in the order of the text."""
        return tuple(self._placed_lines())

    @cached_property
    def words(self) -> tuple[PlacedWord, ...]:
        """All words, in the order of the text."""
        return tuple(word for line in self.lines for word in _placed_words(line))

    def words_between(self, start: int, stop: int) -> tuple[PlacedWord, ...]:
        """The words that share a character with ``start:stop``; those of an empty stretch are none.

        Args:
            start: In code points of :attr:`text`.
            stop: Likewise; exclusive.
        """
        if start >= stop:
            return ()
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, stop - 1)
        return tuple(word for word in self.words[first:last] if word.start < stop and start < word.stop)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(word.start for word in self.words)

    def _placed_lines(self) -> Iterator[PlacedLine]:
        at = 0
        for number, page in enumerate(self.pages):
            count = 0
            for which, block in enumerate(page.blocks):
                at += 1 if which else 0  # the blank line
                for line in block.lines:
                    length = len(line.text)
                    yield PlacedLine(number, which, count, line, at, at + length)
                    at, count = at + length + 1, count + 1
            at += len(PAGE_END) - (1 if page.blocks else 0)


def _placed_words(line: PlacedLine) -> Iterator[PlacedWord]:
    at = line.start
    for word in line.line.words:
        yield PlacedWord(line, word, at, at + len(word.text))
        at += len(word.text) + 1
