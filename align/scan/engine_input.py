"""What an OCR engine is given: a picture, and where its pixels stand on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.facsimile.page import Page, Picture

if TYPE_CHECKING:
    from PIL.Image import Image


def unchanged(page: Page) -> Page:
    """A page whose boxes are in pixels of the upright page already."""
    return page


@dataclass(frozen=True)
class EngineInput:
    """A page for an OCR engine.

    Attributes:
        image: What the engine reads.
        picture: Which part of the stored picture the page is, and how it is turned.
        width: Of the upright page, in pixels.
        height: Likewise.
        dpi: Pixels an inch of ``image``; ``None`` where it is unknown.
        on_page: Makes of what the engine read the same with boxes on the upright page.
        notes: What was done or seen, for people.
    """

    image: Image
    picture: Picture
    width: int
    height: int
    dpi: float | None = None
    on_page: Callable[[Page], Page] = unchanged
    notes: tuple[str, ...] = ()
