"""The glyphs of a word whose text was corrected: those that still fit, and others for the new letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from align.facsimile.box import box_around
from align.facsimile.box_shares import shares
from align.facsimile.page import Alternative, Glyph


def corrected_glyphs(glyphs: Sequence[Glyph], text: str) -> tuple[Glyph, ...]:
    """The glyphs of the new text.

    A glyph whose letters stay is kept. A letter that takes the place of one glyph has its box and no
    confidence, and what the engine read and took it for are its alternatives. Other letters share the place
    of the glyphs that are gone.

    Args:
        glyphs: Of the old text; none where the engine gave none.
        text: The new text.

    Example:
        >>> glyphs = Glyph("Б", None, 0.6), Glyph("а", None, 0.9)
        >>> [(one.text, one.confidence) for one in corrected_glyphs(glyphs, "Ва")]
        [('В', None), ('а', 0.9)]
    """
    if not glyphs:
        return ()
    old = "".join(one.text for one in glyphs)
    equal = SequenceMatcher(None, old, text, autojunk=False).get_matching_blocks()
    kept = dict(_kept(glyphs, [(one.a, one.b, one.size) for one in equal]))
    return tuple(_filled(glyphs, kept, text))


def _kept(glyphs: Sequence[Glyph], equal: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Numbers of the glyphs whose letters stay, each with where it stands in the new text."""
    at = 0
    for number, glyph in enumerate(glyphs):
        stop = at + len(glyph.text)
        for old, new, size in equal:
            if old <= at and stop <= old + size:
                yield number, new + at - old
        at = stop


def _filled(glyphs: Sequence[Glyph], kept: dict[int, int], text: str) -> Iterator[Glyph]:
    at, gone = 0, []
    for number, glyph in enumerate(glyphs):
        if number not in kept:
            gone.append(glyph)
            continue
        yield from _instead(gone, text[at : kept[number]])
        yield glyph
        at, gone = kept[number] + len(glyph.text), []
    yield from _instead(gone, text[at:])


def _instead(gone: Sequence[Glyph], letters: str) -> Iterator[Glyph]:
    """The glyphs of letters that take the place of others."""
    if len(gone) == len(letters):
        for old, letter in zip(gone, letters, strict=True):
            yield Glyph(letter, old.box, None, (Alternative(old.text, old.confidence), *old.alternatives))
        return
    boxes = shares(box_around(one.box for one in gone), [1] * len(letters))
    yield from (Glyph(letter, box) for letter, box in zip(letters, boxes, strict=True))
