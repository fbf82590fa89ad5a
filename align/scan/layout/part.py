"""A page on a picture, ready for the engine."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PIL import Image

from align.facsimile.box import Box
from align.facsimile.page import Page, Points
from align.scan.layout.moved import PlaceMap
from align.scan.layout.page_sample import PageSample
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
        sample: The same at the resolution at which layout is found.
        blank: Whether there is no ink on it; or so faint that it is the back of a sheet seen through.
    """

    region: Box | None
    turn: int
    picture: Image.Image
    dpi: float
    placement: Placement
    sample: PageSample
    notes: tuple[str, ...] = ()
    blank: bool = False

    def placed(self, page: Page) -> Page:
        """A page that was read from :attr:`picture`, with all places on the upright page."""
        placement = self.placement
        size, dpi = (placement.width, placement.height), self.dpi / placement.scale
        if placement.is_identity and size == (page.width, page.height):
            return replace(page, dpi=dpi)
        place = PlaceMap(placement.box, placement.points, self._corners)
        return replace(place.page(page, size), dpi=dpi)

    def _corners(self, box: Box) -> Points:
        """Those of a level box on a page askew: a narrower outline than the upright box around them."""
        if not self.placement.skew:
            return ()
        return tuple((round(x), round(y)) for x, y in self.placement.corners(box))
