"""The dark border that a scanner or a camera leaves around a page."""

from __future__ import annotations

import numpy as np
from PIL import Image

from align.scan.layout.ink import Grey, Mask

CELL = 8
"""Side of the squares that are dark or light, in pixels of the sample."""
DARK_SHARE = 0.55
"""A square is border where its mean light is below this part of the paper's."""
WIDEST = 0.2
"""The part of the page that a border takes at most on a side; what is wider is a picture."""


def border_mask(grey: Grey) -> Mask:
    """Which pixels belong to a dark border: dark squares in an unbroken row from an edge.

    Args:
        grey: Shape (height, width), at the resolution of the sample.
    """
    size = -(-grey.shape[1] // CELL), -(-grey.shape[0] // CELL)
    small = np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BOX), dtype=np.float32)
    dark = small < np.percentile(small, 90) * DARK_SHARE
    found = np.zeros_like(dark)
    for side in range(4):
        view, into = np.rot90(dark, side), np.rot90(found, side)
        into |= _from_top(view)
    mask = Image.fromarray((_grown(found) * 255).astype(np.uint8))
    return np.asarray(mask.resize(grey.shape[::-1], Image.Resampling.NEAREST)) > 0


def _from_top(dark: Mask) -> Mask:
    """Dark squares with nothing but dark ones above them.

    Where that goes on too far, as in the corner of a border or in a picture, it ends as the others do.
    """
    run = np.cumprod(dark, axis=0, dtype=np.uint8).astype(bool)
    lengths = run.sum(axis=0)
    usual = lengths[lengths <= dark.shape[0] * WIDEST]
    run[int(usual.max(initial=0)) :] = False
    return run


def _grown(found: Mask) -> Mask:
    """With the squares beside them, which are partly border."""
    wide = np.pad(found, 1)
    grown = wide[1:-1, 1:-1] | wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]
    return grown if found.any() else found


def without_border(page: Image.Image, grey: Grey) -> Image.Image:
    """The page with its dark border as light as its paper.

    Args:
        page: In grey.
        grey: The same page at the resolution of the sample, shape (height, width).
    """
    found = border_mask(grey)
    if not found.any():
        return page
    mask = Image.fromarray((found * 255).astype(np.uint8)).resize(page.size, Image.Resampling.NEAREST)
    whitened = page.copy()
    whitened.paste(round(float(np.percentile(grey[~found], 75))), mask=mask)
    return whitened
