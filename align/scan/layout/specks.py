"""The specks that a bad photocopy strews over a page."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from align.scan.layout.ink import darkness, grey_of

DARK = 0.6
"""A pixel is dark where its light is below this part of the paper's."""
ALONE = 0.02
"""The part of the page that is lone dark pixels, from which it is strewn: .11, on others .004 at most."""
SMOOTH = 1.0
"""Radius of the smoothing that makes specks grey and leaves strokes dark, in pixels."""
PAPER, INK = 0.55, 0.95
"""The part of the light of what is around it that a smoothed pixel lacks: where it is paper, and where ink.
Specks stand close in dark spots, but the paper between them is lighter than a stroke."""
CELL = 0.16
"""Inches of the squares in which the light of paper and specks is measured."""
STRIP = 16
"""Rows of such squares that are looked at together."""
STROKE = 3, 0.1
"""Pixels around a pixel of a stroke, and the part of them that is ink at least."""
LINE = 0.25, 0.07
"""Inches around a pixel of a letter, along the line and across it."""
LETTERS = 0.036
"""The part of them that is ink at least: two letters; specks that look like strokes stand alone."""
NEAR = 9
"""Side of the square around a stroke in which ink belongs to it, in pixels."""


def without_specks(picture: Image.Image, dpi: float) -> Image.Image:
    """The letters on a picture alone, smoothed, where it is strewn with specks; else the picture as it is.

    Args:
        picture: As it is stored; its lines run along a side.
        dpi: Its pixels an inch.
    """
    grey = picture.convert("L")
    if _alone(np.asarray(grey) < _threshold(grey)) <= ALONE:
        return picture
    ink = _ink(grey, dpi)
    around = _letters(ink, dpi).filter(ImageFilter.MaxFilter(NEAR))
    return ImageChops.invert(ImageChops.multiply(ink, around))


def _threshold(grey: Image.Image) -> int:
    """The light below which a pixel is dark."""
    return round(float(np.percentile(np.asarray(grey)[::4, ::4], 75)) * DARK)


def _alone(dark: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> float:
    """The part of a page that is dark pixels with at most one dark one beside them."""
    if min(dark.shape) < 3:
        return 0.0
    sides = (dark[:-2, 1:-1], dark[2:, 1:-1], dark[1:-1, :-2], dark[1:-1, 2:])
    beside = np.sum(sides, axis=0, dtype=np.uint8)
    return float((dark[1:-1, 1:-1] & (beside <= 1)).mean())


def _ink(grey: Image.Image, dpi: float) -> Image.Image:
    """How sure it is that a pixel is ink, 0-255: specks are as light as the spot they stand in."""
    smooth, cell = grey_of(grey.filter(ImageFilter.GaussianBlur(SMOOTH))), max(round(CELL * dpi), 1)
    ink = np.empty_like(smooth)
    for top in range(0, len(ink), STRIP * cell):  # a page of 600 dpi at once takes half a gigabyte
        start, stop = max(top - cell, 0), top + STRIP * cell
        shares = darkness(smooth[start : stop + cell], cell)[top - start :][: STRIP * cell]
        ink[top:stop] = np.clip((shares - PAPER) / (INK - PAPER), 0, 1) * 255
    return Image.fromarray(ink)


def _letters(ink: Image.Image, dpi: float) -> Image.Image:
    """255 where a stroke of a letter is that has others beside it, left and right or above and below."""
    dark = _from(ink, 0.5)
    around, least = STROKE
    strokes = ImageChops.multiply(dark, _from(dark.filter(ImageFilter.BoxBlur(around)), least))
    along, across = (round(inches * dpi) for inches in LINE)
    level = strokes.filter(ImageFilter.BoxBlur((along, across)))
    upright = strokes.filter(ImageFilter.BoxBlur((across, along)))
    return ImageChops.multiply(strokes, _from(ImageChops.lighter(level, upright), LETTERS))


def _from(shares: Image.Image, least: float) -> Image.Image:
    """255 where a picture has at least this part of 255, elsewhere 0."""
    return shares.point([255 if value >= least * 255 else 0 for value in range(256)])
