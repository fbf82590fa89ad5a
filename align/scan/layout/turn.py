"""Which way up a page is: by the shapes of its letters, else by the direction that reads best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from PIL import Image

from align.scan.layout.inked import inked_window

TURNS = (0, 90, 180, 270)
SURE = 5.0
"""Confidence of Tesseract's orientation from which it holds; wrong ones were below 4, full pages above 7."""
BETTER = 1.25
"""How many times better than the second another direction must read to be taken."""
SAMPLE_SIDE = 3.5
"""Inches of a side of the part of a page that is read in each direction."""
LEAST = 5.0
"""Letters that a direction must read at least."""
TRANSPOSED: Mapping[int, Image.Transpose] = MappingProxyType(
    {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
)
"""Degrees clockwise -> Pillow's name, which counts the other way."""


class Probe(Protocol):
    """The questions about a picture that an OCR engine decides."""

    def orientation(self, picture: Image.Image, dpi: float) -> tuple[int, float] | None:
        """By how many degrees it is turned clockwise to be upright, and the confidence; ``None`` unknown."""
        ...

    def legibility(self, picture: Image.Image, dpi: float) -> float:
        """How much of it reads as words, as one block: :func:`align.scan.layout.legibility.legibility`."""
        ...


@dataclass(frozen=True)
class Turn:
    """``degrees``: clockwise, to be upright. ``sure``: whether it was found."""

    degrees: int
    sure: bool


def turned(picture: Image.Image, degrees: int) -> Image.Image:
    """The picture turned clockwise by 0, 90, 180 or 270 degrees."""
    return picture.transpose(TRANSPOSED[degrees]) if degrees else picture


def find_turn(picture: Image.Image, dpi: float, probe: Probe, noted: int = 0) -> Turn:
    """Which way up a page is.

    Args:
        picture: As it is stored.
        dpi: Its pixels an inch.
        probe: The OCR engine.
        noted: The turn that the camera noted, taken where neither way decides.
    """
    found = probe.orientation(picture, dpi)
    if found is not None and found[1] >= SURE:
        return Turn(found[0], sure=True)
    box = inked_window(picture, dpi, SAMPLE_SIDE)
    if box is None:
        return Turn(noted, sure=True)
    part = picture.crop((box.left, box.top, box.right, box.bottom))
    scores = {degrees: probe.legibility(turned(part, degrees), dpi) for degrees in TURNS}
    best, second = sorted(TURNS, key=lambda degrees: scores[degrees], reverse=True)[:2]
    if scores[best] > max(scores[second] * BETTER, LEAST):
        return Turn(best, sure=True)
    return Turn(noted, sure=False)
