"""Which way up a page is: by the shapes of its letters, else by the direction that reads best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PIL import Image

from align.facsimile.page import Page
from align.scan.layout.inked import inked_window
from align.scan.layout.legibility import legibility, sureness
from align.scan.pictures import turned

ONE_BLOCK = 6
"""Tesseract's page segmentation mode for a single block of text."""
TURNS = (0, 90, 180, 270)
SURE = 5.0
"""Confidence of Tesseract's orientation from which it holds; wrong ones were below 4, full pages above 7."""
READ = 0.38
"""Mean confidence of a page that was read the right way up: the worst typescript .45, the wrong way .26."""
LONG = 4
"""Letters of a word that is wider than high."""
BETTER = 1.25
"""How many times better than the second another direction must read to be taken."""
SAMPLE_SIDE = 3.5
"""Inches of a side of the part of a page that is read in each direction."""
LEAST = 5.0
"""Letters that a direction must read at least."""


class PictureEngine(Protocol):
    """What an OCR engine does with a picture."""

    def orientation(self, picture: Image.Image, dpi: float) -> tuple[int, float] | None:
        """By how many degrees it is turned clockwise to be upright, and the confidence; ``None`` unknown."""
        ...

    def read(self, picture: Image.Image, dpi: float, segmentation: int) -> Page:
        """The page in pixels of the picture, by one of Tesseract's page segmentation modes."""
        ...

    def read_again(self, page: Page, picture: Image.Image) -> Page:
        """The page with further readings of its doubtful words.

        Raises:
            EngineError: The engine broke off.
        """
        ...


@dataclass(frozen=True)
class Turn:
    """``degrees``: clockwise, to be upright. ``sure``: whether it was found."""

    degrees: int
    sure: bool


def find_turn(picture: Image.Image, dpi: float, engine: PictureEngine, noted: int = 0) -> Turn:
    """Which way up a page is.

    Args:
        picture: As it is stored.
        dpi: Its pixels an inch.
        engine: The OCR engine.
        noted: The turn that the camera noted, taken where neither way decides.
    """
    found = engine.orientation(picture, dpi)
    if found is not None and found[1] >= SURE:
        return Turn(found[0], sure=True)
    box = inked_window(picture, dpi, SAMPLE_SIDE)
    if box is None:
        return Turn(noted, sure=True)
    part = picture.crop((box.left, box.top, box.right, box.bottom))
    scores = {degrees: legibility(engine.read(turned(part, degrees), dpi, ONE_BLOCK)) for degrees in TURNS}
    best, second = sorted(TURNS, key=lambda degrees: scores[degrees], reverse=True)[:2]
    if scores[best] > max(scores[second] * BETTER, LEAST):
        return Turn(best, sure=True)
    return Turn(noted, sure=False)


def reads_upright(page: Page) -> bool:
    """Whether the lines of a page were read as words, and from left to right; a page without words is.

    Tesseract reads lines that run up or down as well: their words are higher than wide.
    """
    words = [word for line in page.lines for word in line.words]
    long = [word.box for word in words if word.box is not None and len(word.text) >= LONG]
    high = sum(box.height > box.width for box in long)
    return sureness(page.blocks) >= READ and high * 2 <= len(long)
