"""A page as an OCR engine read it: blocks of lines of words, each with its place on the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from align.errors import InvariantError
from align.facsimile.box import Box

Points = tuple[tuple[int, int], ...]
"""A baseline or an outline: points (x, y) in pixels of the upright page."""


@dataclass(frozen=True)
class Picture:
    """Where the picture of a page is kept.

    Attributes:
        file: The name of the file, as seen from the folder of the document.
        frame: Which page of a PDF or a TIFF of several pages, from 0.
        region: The part of the picture that is the page, in pixels of the picture as it is stored (of a PDF:
            as it is rendered at the resolution of the page); ``None`` for the whole.
        turn: By how many degrees the part is turned clockwise to be upright: 0, 90, 180 or 270.
    """

    file: str
    frame: int = 0
    region: Box | None = None
    turn: int = 0


@dataclass(frozen=True)
class Alternative:
    """Another reading of a word or a character.

    Attributes:
        text: Without white space.
        confidence: Of whoever read it so, 0-1; ``None`` where none is given.
        source: Who read it so, for people, such as ``tesseract --psm 8``; empty for the engine itself.
    """

    text: str
    confidence: float | None = None
    source: str = ""


@dataclass(frozen=True)
class Glyph:
    """A character, or several that the engine read as one shape.

    Attributes:
        text: What was read.
        box: Its place, where the engine gives one.
        confidence: Of the engine, 0-1.
        alternatives: What else it may be, the likeliest first; ``text`` may be among them.
    """

    text: str
    box: Box | None = None
    confidence: float | None = None
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True)
class PageWord:
    """A word as it was read, without white space.

    Attributes:
        text: What was read.
        box: Its place; ``None`` where only that of its line is known.
        confidence: Of the engine, 0-1; ``None`` where it gives none.
        glyphs: Its characters, where the engine gives them; their texts joined are ``text``.
        alternatives: Other readings of the whole word.
        id: Its identifier in the file that it was read from.

    Raises:
        InvariantError: The text is empty or has white space, or the glyphs are not those of the text.
    """

    text: str
    box: Box | None = None
    confidence: float | None = None
    glyphs: tuple[Glyph, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    id: str = ""

    def __post_init__(self) -> None:
        if self.text.split() != [self.text]:
            raise InvariantError(f"a word needs text without white space, got {self.text!r}")
        if self.glyphs and "".join(glyph.text for glyph in self.glyphs) != self.text:
            raise InvariantError(f"the glyphs of {self.text!r} are {[one.text for one in self.glyphs]}")


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
        InvariantError: It has no word.
    """

    words: tuple[PageWord, ...]
    box: Box | None = None
    baseline: Points = ()
    outline: Points = ()
    id: str = ""

    def __post_init__(self) -> None:
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
        InvariantError: It has no line.
    """

    lines: tuple[PageLine, ...]
    box: Box | None = None
    kind: str = ""
    outline: Points = ()
    id: str = ""

    def __post_init__(self) -> None:
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
        InvariantError: The page has no area.
    """

    width: int
    height: int
    blocks: tuple[PageBlock, ...] = ()
    picture: Picture | None = None
    dpi: float | None = None
    id: str = ""

    def __post_init__(self) -> None:
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
