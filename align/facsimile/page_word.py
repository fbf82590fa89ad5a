"""A word of a page as an OCR engine read it, its characters, and what else they may be."""

from __future__ import annotations

from dataclasses import dataclass

from align.errors import InvariantError
from align.facsimile.box import Box
from align.facsimile.invariants import check_confidence, check_filled, check_text


@dataclass(frozen=True)
class Alternative:
    """Another reading of a word or a character.

    Attributes:
        text: Without white space.
        confidence: Of whoever read it so, 0-1; ``None`` where none is given.
        source: Who read it so, for people, such as ``tesseract --psm 8``; empty for the engine itself.

    Raises:
        InvariantError: The text is empty, or the confidence is no number from 0 to 1.
    """

    text: str
    confidence: float | None = None
    source: str = ""

    def __post_init__(self) -> None:
        check_filled("another reading", self.text)
        check_text("the source of a reading", self.source)
        check_confidence(self.confidence)


@dataclass(frozen=True)
class Glyph:
    """A character, or several that the engine read as one shape.

    Attributes:
        text: What was read.
        box: Its place, where the engine gives one.
        confidence: Of the engine, 0-1.
        alternatives: What else it may be, the likeliest first; ``text`` may be among them.

    Raises:
        InvariantError: The text is empty, or the confidence is no number from 0 to 1.
    """

    text: str
    box: Box | None = None
    confidence: float | None = None
    alternatives: tuple[Alternative, ...] = ()

    def __post_init__(self) -> None:
        check_filled("a glyph", self.text)
        check_confidence(self.confidence)


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
        InvariantError: The text is empty or has white space, the glyphs are not those of the text, or the
            confidence is no number from 0 to 1.
    """

    text: str
    box: Box | None = None
    confidence: float | None = None
    glyphs: tuple[Glyph, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    id: str = ""

    def __post_init__(self) -> None:
        check_text("a word", self.text, self.id)
        check_confidence(self.confidence)
        if self.text.split() != [self.text]:
            raise InvariantError(f"a word needs text without white space, got {self.text!r}")
        if self.glyphs and "".join(glyph.text for glyph in self.glyphs) != self.text:
            raise InvariantError(f"the glyphs of {self.text!r} are {[one.text for one in self.glyphs]}")
