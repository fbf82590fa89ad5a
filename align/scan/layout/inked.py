"""The part of a picture that is written on."""

from __future__ import annotations

import numpy as np
from PIL import Image

from align.facsimile.box import Box
from align.scan.layout.ink import grey_of, sampled, written

ROOM = 0.15
"""Inches of paper around it."""


def inked_box(picture: Image.Image, dpi: float) -> Box | None:
    """The box around all that is written, with some paper around it; ``None`` where nothing is."""
    sample = sampled(picture, dpi)
    down, across = np.nonzero(written(grey_of(sample)))
    if not len(down):
        return None
    factor, room = picture.width / sample.width, ROOM * dpi
    left, top = float(across.min()) * factor - room, float(down.min()) * factor - room
    right, bottom = float(across.max() + 1) * factor + room, float(down.max() + 1) * factor + room
    return Box(round(left), round(top), round(right), round(bottom)).within(*picture.size)
