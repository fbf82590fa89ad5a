"""What is done with a picture before an OCR engine reads it, and with its answer after.

This is the one place where a picture becomes what the engine gets: turned upright, cut in two where it shows
two pages, deskewed, made black and white.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.facsimile.page import Page, Picture
from align.scan.frame import Frame
from align.scan.pictures import turned

if TYPE_CHECKING:
    from PIL.Image import Image

VERSION = 1
"""Counts up whenever other pictures are made; pages that were read from the former are read again."""


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


def engine_inputs(stored: Image, frame: Frame, picture: Picture) -> list[EngineInput]:
    """The pages of a picture, in the order of reading, as the engine is to read them.

    Args:
        stored: The picture as it is stored.
        frame: Its size, resolution and orientation.
        picture: Its file and frame.
    """
    upright = turned(stored, frame.turn)
    placed = replace(picture, turn=frame.turn)
    return [EngineInput(upright, placed, upright.width, upright.height, frame.dpi)]
