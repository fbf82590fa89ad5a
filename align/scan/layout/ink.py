"""Ink on paper: how dark each pixel is against the paper around it."""

from __future__ import annotations

import numpy as np
from PIL import Image

Grey = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
Shares = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Mask = np.ndarray[tuple[int, int], np.dtype[np.bool_]]

SAMPLE_DPI = 100
"""Pixels an inch at which the layout of a page is found."""

BLACK = 32.0
"""Light, 0-255, below which there is no paper on which ink could stand."""

DARK = 0.3
"""Part of the paper's light that ink takes away at least."""


def grey_of(picture: Image.Image) -> Grey:
    """A picture in shades of grey, 0 is black."""
    return np.asarray(picture.convert("L"), dtype=np.uint8)


def sampled(picture: Image.Image, dpi: float) -> Image.Image:
    """A picture in grey at :data:`SAMPLE_DPI`, for finding its layout; never enlarged."""
    factor = max(dpi / SAMPLE_DPI, 1.0)
    size = max(round(picture.width / factor), 1), max(round(picture.height / factor), 1)
    return picture.convert("L").resize(size, Image.Resampling.BOX)


def darkness(grey: Grey, cell: int = 24) -> Shares:
    """The part of the paper's light that each pixel lacks, 0-1; shadows of the paper count as paper.

    Args:
        grey: Shape (height, width).
        cell: Side of the squares in which the light of the paper is measured, in pixels.
    """
    paper = Image.fromarray(_paper(grey, cell)).resize(grey.shape[::-1], Image.Resampling.BILINEAR)
    light = np.asarray(paper, dtype=np.float32)
    shares = np.clip(1.0 - grey.astype(np.float32) / np.maximum(light, BLACK), 0.0, 1.0)
    return np.where(light < BLACK, np.float32(0.0), shares)


def light_of_paper(picture: Image.Image) -> float:
    """The light that a quarter of the pixels of a grey picture exceeds: paper takes more than that."""
    sums = np.cumsum(picture.histogram())
    at = 0.75 * (sums[-1] - 1)
    below, above = np.searchsorted(sums, (np.floor(at), np.ceil(at)), side="right")
    return float(below + (at - np.floor(at)) * (above - below))


def _paper(grey: Grey, cell: int) -> Shares:
    """The light of the paper in each square: what nine tenths of its pixels do not exceed."""
    down, across = -(-grey.shape[0] // cell), -(-grey.shape[1] // cell)
    padded = np.pad(grey, ((0, down * cell - grey.shape[0]), (0, across * cell - grey.shape[1])), mode="edge")
    squares = padded.reshape(down, cell, across, cell).swapaxes(1, 2).reshape(down, across, -1)
    return np.percentile(squares, 90, axis=2).astype(np.float32)


CELL = 10
"""Side of the squares in which ink is dense or not, in pixels of the sample."""
HALF = 0.5
DENSE = 0.06
"""The part of a square that letters cover at least; specks cover less."""


def written(shares: Shares) -> Mask:
    """Ink that is no speck: its surroundings are half as dark as the darkest, and there is enough of it.

    Args:
        shares: How dark a page is at :data:`SAMPLE_DPI`, as :func:`darkness` finds it, shape (height, width).
    """
    smooth = np.asarray(Image.fromarray(shares).resize(_third(shares), Image.Resampling.BOX))
    dark = np.asarray(Image.fromarray(smooth).resize(shares.shape[::-1], Image.Resampling.BILINEAR))
    ink = (shares > DARK) & (dark > max(DARK / 2, HALF * float(np.percentile(smooth, 99.5))))
    height, width = ink.shape
    down, across = -(-height // CELL), -(-width // CELL)
    padded = np.pad(ink, ((0, down * CELL - height), (0, across * CELL - width)))
    dense = padded.reshape(down, CELL, across, CELL).mean(axis=(1, 3)) > DENSE
    wide = np.pad(dense, 1).astype(np.uint8)
    around = sum(wide[y : y + down, x : x + across] for y in range(3) for x in range(3))
    kept = np.kron(dense & (around >= 3), np.ones((CELL, CELL), dtype=bool))[:height, :width]
    return ink & kept


def _third(shares: Shares) -> tuple[int, int]:
    """A third of the width and the height."""
    return max(shares.shape[1] // 3, 1), max(shares.shape[0] // 3, 1)
