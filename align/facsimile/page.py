"""A page as an OCR engine read it: blocks of lines of words, each with its place on the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from align.errors import InvariantError
from align.facsimile.box import Box
from align.facsimile.invariants import check_points, check_resolution, check_text, check_whole
from align.facsimile.page_word import Alternative, Glyph, PageWord

__all__ = ["Alternative", "Glyph", "Page", "PageBlock", "PageLine", "PageWord", "Picture", "Points"]

TURNS = (0, 90, 180, 270)
"""Degrees by which a picture may be turned."""

Points = tuple[tuple[int, int], ...]
"""A baseline or an outline: points (x, y) in pixels of the upright page."""


@dataclass(frozen=True)
class Picture:
    """Where the picture of a page is kept.

    Attributes:
        file: The name of the file, as seen from the folder of the document; or its address on the web, from
            which nothing is fetched.
        frame: Which page of a PDF or a TIFF of several pages, from 0.
        region: The part of the picture that is the page, in pixels of the picture as it is stored (of a PDF:
            as it is rendered at the resolution of the page); ``None`` for the whole.
        turn: By how many degrees the part is turned clockwise to be upright: 0, 90, 180 or 270.

    Raises:
        InvariantError: The name is no string, there is no page of that number, or the turn is another.
    """

    file: str
    frame: int = 0
    region: Box | None = None
    turn: int = 0

    def __post_init__(self) -> None:
        check_text("the name of a picture", self.file)
        check_whole("the page of a picture", self.frame, least=0)
        if self.turn not in TURNS:
            raise InvariantError(f"a turn needs one of {TURNS}, got {self.turn!r}")


@dataclass(frozen=True)
class PageLine:
    """A line of words, at least one.

    Attributes:
        words: In the order of reading.
        box: Its place; ``None`` where none is given.
        baseline: The line on which its letters stand.
        outline: A polygon around it.
        id: Its identifier in the file that it was read from.

    Raises:
        InvariantError: It has no word, or a point is not in whole pixels.
    """

    words: tuple[PageWord, ...]
    box: Box | None = None
    baseline: Points = ()
    outline: Points = ()
    id: str = ""

    def __post_init__(self) -> None:
        check_text("a line", self.id)
        check_points(self.baseline)
        check_points(self.outline)
        if not self.words:
            raise InvariantError("a line needs a word")

    @property
    def text(self) -> str:
        """Its words, a space between two."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class PageBlock:
    """A paragraph, a heading, a marginal note: lines that are read together, at least one.

    Attributes:
        lines: In the order of reading.
        box: Its place; ``None`` where none is given.
        kind: What the engine calls it, such as ``heading`` or ``marginalia``; empty for running text.
        outline: A polygon around it.
        id: Its identifier in the file that it was read from.

    Raises:
        InvariantError: It has no line, or a point is not in whole pixels.
    """

    lines: tuple[PageLine, ...]
    box: Box | None = None
    kind: str = ""
    outline: Points = ()
    id: str = ""

    def __post_init__(self) -> None:
        check_text("a block", self.kind, self.id)
        check_points(self.outline)
        if not self.lines:
            raise InvariantError("a block needs a line")


@dataclass(frozen=True)
class Page:
    """A page.

    Attributes:
        width: Of the upright page, in pixels; all boxes are in these pixels.
        height: Likewise.
        blocks: In the order of reading; none on a blank page.
        picture: Its picture; ``None`` where none is known.
        dpi: Pixels an inch; ``None`` where unknown.
        id: Its identifier in the file that it was read from.

    Raises:
        InvariantError: The page has no area in whole pixels, or its resolution is no number above 0.
    """

    width: int
    height: int
    blocks: tuple[PageBlock, ...] = ()
    picture: Picture | None = None
    dpi: float | None = None
    id: str = ""

    def __post_init__(self) -> None:
        check_text("a page", self.id)
        check_resolution(self.dpi)
        check_whole("a page", self.width, self.height)
        if self.width <= 0 or self.height <= 0:
            raise InvariantError(f"a page needs a width and a height, got {self.width} x {self.height}")

    @property
    def lines(self) -> Iterator[PageLine]:
        """The lines of all blocks, in the order of reading."""
        return (line for block in self.blocks for line in block.lines)

    @property
    def text(self) -> str:
        """Its lines; a blank line between two blocks."""
        return "\n\n".join("\n".join(line.text for line in block.lines) for block in self.blocks)
