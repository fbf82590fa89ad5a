"""A page on a picture, ready for the engine."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PIL import Image

from align.facsimile.box import Box
from align.facsimile.page import Glyph, Page, PageBlock, PageLine, PageWord, Points
from align.scan.layout.placement import Placement


@dataclass(frozen=True)
class PagePart:
    """A page on a picture, ready for the engine.

    Attributes:
        region: The part of the stored picture that is the page; ``None`` for the whole.
        turn: By how many degrees that part is turned clockwise to be upright.
        picture: For the engine, in grey.
        dpi: Pixels an inch of ``picture``.
        placement: Where its pixels stand on the upright page.
        notes: What was done or could not be decided: a name of
            :data:`~align.scan.layout.notes.WORDS` each.
        blank: Whether there is no ink on it; then it is not to be read.
    """

    region: Box | None
    turn: int
    picture: Image.Image
    dpi: float
    placement: Placement
    notes: tuple[str, ...] = ()
    blank: bool = False

    def placed(self, page: Page) -> Page:
        """A page that was read from :attr:`picture`, with all places on the upright page."""
        blocks = tuple(self._block(block) for block in page.blocks)
        size = self.placement.width, self.placement.height
        return replace(page, width=size[0], height=size[1], blocks=blocks, dpi=self.dpi / self.placement.scale)

    def _block(self, block: PageBlock) -> PageBlock:
        lines = tuple(self._line(line) for line in block.lines)
        return replace(block, lines=lines, box=self._box(block.box), outline=self._outline(block))

    def _line(self, line: PageLine) -> PageLine:
        words = tuple(self._word(word) for word in line.words)
        baseline = self.placement.points(line.baseline)
        return replace(line, words=words, box=self._box(line.box), baseline=baseline, outline=self._outline(line))

    def _word(self, word: PageWord) -> PageWord:
        return replace(word, box=self._box(word.box), glyphs=tuple(self._glyph(one) for one in word.glyphs))

    def _glyph(self, glyph: Glyph) -> Glyph:
        return replace(glyph, box=self._box(glyph.box))

    def _box(self, box: Box | None) -> Box | None:
        return self.placement.box(box) if box else None

    def _outline(self, part: PageBlock | PageLine) -> Points:
        """The engine's outline; of a page askew the corners of its box, which its level box is wider than."""
        if part.outline or part.box is None or not self.placement.skew:
            return self.placement.points(part.outline)
        return tuple((round(x), round(y)) for x, y in self.placement.corners(part.box))
