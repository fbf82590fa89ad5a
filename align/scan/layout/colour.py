"""Coloured ink: stamps and pencil in red or blue over black text."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageChops

from align.scan.layout.ink import Grey, Mask, light_of_paper

COLOURED = 60
"""Difference of the brightest and the darkest of red, green and blue, 0-255, from which ink has a colour."""
INKED = 60
"""How much darker than paper the darkest of them is."""
SPECKS = 0.0005
"""The part of the page that coloured ink takes at least."""
NEAR = 2
"""Pixels around coloured ink that have some of its colour."""
MINORITY = 0.5
"""The part of all ink above which the text itself is coloured."""


def without_colour(picture: Image.Image) -> tuple[Image.Image, bool]:
    """The picture in grey, without the red or blue ink on it where most of its ink is black.

    Returns:
        The picture, and whether coloured ink was left out.
    """
    if picture.mode == "L":
        return picture, False
    if picture.mode not in {"RGB", "RGBA", "P", "CMYK", "YCbCr"}:
        return picture.convert("L"), False
    red, green, blue = picture.convert("RGB").split()
    light = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    dark = ImageChops.darker(ImageChops.darker(red, green), blue)
    spread = np.asarray(ImageChops.subtract(light, dark))
    if int(spread.max()) <= COLOURED:  # a grey picture in three colours
        return picture.convert("L"), False
    brightest, darkest = np.asarray(light), np.asarray(dark)
    paper = light_of_paper(dark)
    inked = darkest < paper - INKED
    coloured = inked & (brightest.astype(np.int16) - darkest > COLOURED)
    share = coloured.sum() / max(int(inked.sum()), 1)
    if coloured.mean() < SPECKS or share > MINORITY:
        return picture.convert("L"), False
    return Image.fromarray(_lightened(light, coloured)), True


def _lightened(light: Image.Image, coloured: Mask) -> Grey:
    """The brightest of the three colours; where ink is coloured, made so much lighter that it is paper.

    Black under coloured ink stays dark: it is dark in all three.
    """
    brightest, paper = np.asarray(light), light_of_paper(light)
    stamp = max(float(np.median(brightest[coloured])), 1.0)
    around = _grown(coloured, NEAR)
    before = brightest[around]
    lighter = np.minimum(before.astype(np.float32) * max(paper / stamp, 1.0), paper)
    made = brightest.copy()
    made[around] = np.maximum(lighter, before).astype(np.uint8)
    return made


def _grown(mask: Mask, pixels: int) -> Mask:
    """With what is up to so many pixels away, across and down."""
    grown = mask.copy()
    for step in range(1, pixels + 1):
        grown[:, step:] |= mask[:, :-step]
        grown[:, :-step] |= mask[:, step:]
    wide = grown.copy()
    for step in range(1, pixels + 1):
        grown[step:] |= wide[:-step]
        grown[:-step] |= wide[step:]
    return grown
