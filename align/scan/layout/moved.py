"""A page whose places are given in other pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from align.facsimile.box import Box
from align.facsimile.page import Glyph, Page, PageBlock, PageLine, PageWord, Points


@dataclass(frozen=True)
class PlaceMap:
    """How boxes and points become those of another picture; ``outline`` of a box that has none."""

    box: Callable[[Box], Box | None]
    points: Callable[[Points], Points]
    outline: Callable[[Box], Points] = lambda _box: ()

    def page(self, page: Page, size: tuple[int, int]) -> Page:
        """The page with all its places there."""
        return replace(
            page, width=size[0], height=size[1], blocks=tuple(self._block(one) for one in page.blocks)
        )

    def _block(self, block: PageBlock) -> PageBlock:
        lines = tuple(self._line(line) for line in block.lines)
        return replace(block, lines=lines, box=self._box(block.box), outline=self._outline(block))

    def _line(self, line: PageLine) -> PageLine:
        words = tuple(self._word(word) for word in line.words)
        baseline, outline = self.points(line.baseline), self._outline(line)
        return replace(line, words=words, box=self._box(line.box), baseline=baseline, outline=outline)

    def _word(self, word: PageWord) -> PageWord:
        return replace(word, box=self._box(word.box), glyphs=tuple(self._glyph(one) for one in word.glyphs))

    def _glyph(self, glyph: Glyph) -> Glyph:
        return replace(glyph, box=self._box(glyph.box))

    def _box(self, box: Box | None) -> Box | None:
        return self.box(box) if box else None

    def _outline(self, part: PageBlock | PageLine) -> Points:
        return self.points(part.outline) if part.outline or part.box is None else self.outline(part.box)


def moved(page: Page, part: Box, size: tuple[int, int]) -> Page:
    """A page that was read from a part of a picture, its places on the whole picture.

    Args:
        page: In pixels of the part.
        part: Where the part stands.
        size: Width and height of the whole picture.
    """
    left, top = part.left, part.top
    return PlaceMap(
        lambda box: Box(box.left + left, box.top + top, box.right + left, box.bottom + top).within(*size),
        lambda points: tuple((x + left, y + top) for x, y in points),
    ).page(page, size)
