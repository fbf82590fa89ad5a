"""What an engine calls a word -> words without white space."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.facsimile.box import Box, box_around
from align.facsimile.page import Alternative, Glyph, PageWord
from align.facsimile.reading_tally import ReadingTally


def words_of(
    text: str,
    tally: ReadingTally,
    box: Box | None = None,
    confidence: float | None = None,
    glyphs: Sequence[Glyph] = (),
    alternatives: Sequence[Alternative] = (),
    identifier: str = "",
) -> tuple[PageWord, ...]:
    """The words of a text that an engine gives as one: several where white space stands in it.

    A word that is cut from several has the place of its glyphs; where they are unknown, no place of its own.
    Glyphs that do not make up the text are left out, and so is what is blank.

    Args:
        text: What was read.
        tally: Counts what is blank.
        box: The place of the whole text.
        confidence: Of the whole text.
        glyphs: Of the whole text, in order; some may be white space.
        alternatives: Other readings of the whole text.
        identifier: Of the element that held the text.
    """
    pieces = text.split()
    if not pieces:
        tally["blank"] += 1
        return ()
    marked = _without_space(glyphs) if "".join(one.text for one in glyphs).split() else ()
    if len(pieces) > 1:
        return tuple(_cut(pieces, confidence, marked, identifier))
    fitting = marked if "".join(one.text for one in marked) == pieces[0] else ()
    others = tuple(one for one in alternatives if one.text.split() == [one.text])
    return (PageWord(pieces[0], box, confidence, fitting, others, identifier),)


def _without_space(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    texts = (("".join(glyph.text.split()), glyph) for glyph in glyphs)
    return tuple(glyph if text == glyph.text else replace(glyph, text=text) for text, glyph in texts if text)


def _cut(
    pieces: Sequence[str], confidence: float | None, glyphs: Sequence[Glyph], identifier: str
) -> Iterator[PageWord]:
    """Each piece with its share of the glyphs; the first keeps the identifier."""
    left = list(glyphs)
    for piece in pieces:
        taken: list[Glyph] = []
        while left and len("".join(one.text for one in taken)) < len(piece):
            taken.append(left.pop(0))
        fits = "".join(one.text for one in taken) == piece
        own = tuple(taken) if fits else ()
        left = left if fits else []
        yield PageWord(piece, box_around(one.box for one in own), confidence, own, id=identifier)
        identifier = ""
