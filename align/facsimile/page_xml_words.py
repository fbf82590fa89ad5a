"""Words and glyphs of PAGE XML, with their readings by rank."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from align.facsimile.box import Box
from align.facsimile.decided import corrector, other_readings
from align.facsimile.identifiers import Identifiers
from align.facsimile.page import Alternative, Glyph, PageWord
from align.facsimile.page_xml_place import Place, add_coords, custom
from align.facsimile.xml_text import add, legal, number


def add_word(line: Any, word: PageWord, around: Box, identifiers: Identifiers) -> None:  # noqa: ANN401  # lxml's own
    """Add a word to a line.

    Args:
        line: The element ``TextLine``.
        word: The word.
        around: The box of its line.
        identifiers: Gives the word and its glyphs theirs.
    """
    place = Place(word.box, (), around)
    element = add(line, "Word", id=identifiers.of(word.id, "word"), **custom(place.own))
    add_coords(element, place)
    for glyph in word.glyphs:
        _glyph(element, glyph, word.box or around, identifiers)
    made = corrector(word)
    first = Alternative(word.text, word.confidence, "" if made is None else made.source)
    _readings(element, first, other_readings(word))


def _glyph(word: Any, glyph: Glyph, around: Box, identifiers: Identifiers) -> None:  # noqa: ANN401
    place = Place(glyph.box, (), around)
    element = add(word, "Glyph", id=identifiers.of("", "glyph"), **custom(place.own))
    add_coords(element, place)
    _readings(element, Alternative(glyph.text, glyph.confidence), glyph.alternatives)


def _readings(element: Any, first: Alternative, others: Iterable[Alternative]) -> None:  # noqa: ANN401
    """What was read, or what it was corrected to, has rank 0; without other readings there is no rank."""
    ranked = [first, *others]
    for rank, one in enumerate(ranked):
        attributes = {"index": str(rank)} if len(ranked) > 1 else {}
        if one.confidence is not None:
            attributes["conf"] = number(one.confidence)
        if one.source:
            attributes["comments"] = legal(one.source)
        add_equivalent(element, one.text, **attributes)


def add_equivalent(element: Any, text: str, **attributes: str) -> None:  # noqa: ANN401
    """Add a ``TextEquiv``."""
    add(add(element, "TextEquiv", **attributes), "Unicode").text = legal(text)
