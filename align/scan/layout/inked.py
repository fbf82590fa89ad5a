"""The part of a picture that is written on."""

from __future__ import annotations

import numpy as np
from PIL import Image

from align.facsimile.box import Box
from align.scan.layout.ink import darkness, grey_of, sampled, written

ROOM = 0.15
"""Inches of paper around it."""


def inked_box(picture: Image.Image, dpi: float) -> Box | None:
    """The box around all that is written, with some paper around it; ``None`` where nothing is."""
    sample = sampled(picture, dpi)
    down, across = np.nonzero(written(darkness(grey_of(sample))))
    if not len(down):
        return None
    factor, room = picture.width / sample.width, ROOM * dpi
    left, top = float(across.min()) * factor - room, float(down.min()) * factor - room
    right, bottom = float(across.max() + 1) * factor + room, float(down.max() + 1) * factor + room
    return Box(round(left), round(top), round(right), round(bottom)).within(*picture.size)


def inked_window(picture: Image.Image, dpi: float, side: float) -> Box | None:
    """The square in which most is written; ``None`` where nothing is.

    Args:
        picture: In grey or colour.
        dpi: Its pixels an inch.
        side: Of the square, in inches; the whole picture where it is smaller.
    """
    sample = sampled(picture, dpi)
    ink = written(darkness(grey_of(sample)))
    if not ink.any():
        return None
    factor = picture.width / sample.width
    wide, high = (min(round(side * dpi / factor), length) for length in sample.size)
    sums = np.pad(ink.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    inside = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    top, left = np.unravel_index(int(np.argmax(inside)), inside.shape)
    edges = (left * factor, top * factor, (left + wide) * factor, (top + high) * factor)
    return Box(*(round(float(edge)) for edge in edges)).within(*picture.size)
