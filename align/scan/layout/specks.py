"""The specks that a bad photocopy strews over a page."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageChops, ImageFilter

DARK = 0.6
"""A pixel is dark where its light is below this part of the paper's."""
ALONE = 0.02
"""The part of the page that is lone dark pixels, from which it is strewn: .11, on others .004 at most."""
STROKE = 3
"""Pixels of a stroke of a letter, each way: a speck is smaller."""
NEAR = 5
"""Side of the square around a stroke in which dark pixels belong to it."""


def without_specks(picture: Image.Image) -> Image.Image:
    """The picture in grey without its specks, where it is strewn with them; else the picture as it is."""
    grey = picture.convert("L")
    dark = _threshold(grey)
    if _alone(np.asarray(grey) < dark) <= ALONE:
        return picture
    inside = grey.filter(ImageFilter.MaxFilter(STROKE))  # dark where the whole square around is dark
    strokes = inside.point([255 if light < dark else 0 for light in range(256)])
    around = strokes.filter(ImageFilter.MaxFilter(NEAR))
    return ImageChops.invert(ImageChops.multiply(ImageChops.invert(grey), around))


def _threshold(grey: Image.Image) -> int:
    """The light below which a pixel is dark."""
    return round(float(np.percentile(np.asarray(grey)[::4, ::4], 75)) * DARK)


def _alone(dark: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> float:
    """The part of a page that is dark pixels with at most one dark one beside them."""
    if min(dark.shape) < STROKE:
        return 0.0
    sides = (dark[:-2, 1:-1], dark[2:, 1:-1], dark[1:-1, :-2], dark[1:-1, 2:])
    beside = np.sum(sides, axis=0, dtype=np.uint8)
    return float((dark[1:-1, 1:-1] & (beside <= 1)).mean())
