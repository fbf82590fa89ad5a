"""Which way up a page is: by the shapes of its letters, else by the direction that reads best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

import numpy as np
from PIL import Image

from align.scan.layout.ink import DARK, darkness, grey_of, sampled

TURNS = (0, 90, 180, 270)
SURE = 5.0
"""Confidence of Tesseract's orientation from which it holds; wrong ones were below 4, of full pages above 7."""
BETTER = 1.25
"""How many times better than the second another direction must read to be taken."""
SAMPLE_SIDE = 12.0
"""Inches of the longer side of the part of a page that is read in each direction."""

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
        """How much of it reads as words: the letters of each word times its confidence, 0-1, added."""
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
    part = inked_part(picture, dpi)
    if part is None:
        return Turn(noted, sure=True)
    scores = {degrees: probe.legibility(turned(part, degrees), dpi) for degrees in TURNS}
    best, second = sorted(TURNS, key=lambda degrees: scores[degrees], reverse=True)[:2]
    if scores[best] > max(scores[second] * BETTER, 5.0):
        return Turn(best, sure=True)
    return Turn(noted, sure=False)


def inked_part(picture: Image.Image, dpi: float) -> Image.Image | None:
    """The part of a picture around its ink, of a side of at most :data:`SAMPLE_SIDE`."""
    sample = sampled(picture, dpi)
    ink = darkness(grey_of(sample)) > DARK
    down, across = np.nonzero(ink)
    if not len(down):
        return None
    factor, side = picture.width / sample.width, SAMPLE_SIDE * dpi
    left, right = (float(np.percentile(across, share)) * factor for share in (0.2, 99.8))
    top, bottom = (float(np.percentile(down, share)) * factor for share in (0.2, 99.8))
    room = 0.15 * dpi
    box = left - room, top - room, min(right + room, left + side), min(bottom + room, top + side)
    return picture.crop((max(round(box[0]), 0), max(round(box[1]), 0), *_within(box[2:], picture)))


def _within(corner: tuple[float, ...], picture: Image.Image) -> tuple[int, int]:
    return min(round(corner[0]), picture.width), min(round(corner[1]), picture.height)
