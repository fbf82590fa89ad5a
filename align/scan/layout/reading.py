"""A page read again where the engine left much of its ink unread."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from align.facsimile.box import Box
from align.facsimile.page import Page
from align.scan.layout.ink import grey_of, sampled, written
from align.scan.layout.inked import inked_box
from align.scan.layout.legibility import legibility
from align.scan.layout.moved import moved
from align.scan.layout.part import PagePart

AUTOMATIC, ONE_BLOCK = 3, 6
"""Tesseract's page segmentation modes: found by itself; a single block of text."""

UNREAD = 0.25
"""The part of the ink outside all words from which a page is read again."""

Reader = Callable[[Image.Image, float, int], Page]
"""A picture, its pixels an inch and a page segmentation mode -> the page in pixels of the picture."""


def read_part(part: PagePart, reader: Reader) -> Page:
    """The page of a part, its places on the upright page.

    A stamp or a picture across the text makes the engine take lines for a part of it; a page of a few lines
    has too few for its analysis. Then all of it is read as one block, and the better reading is taken.

    Args:
        part: A page on a picture; of a blank one nothing is read.
        reader: The OCR engine.
    """
    if part.blank:
        return Page(part.placement.width, part.placement.height, dpi=part.dpi / part.placement.scale)
    page = reader(part.picture, part.dpi, AUTOMATIC)
    if unread_share(page, part) > UNREAD:
        page = max(page, _one_block(part, reader), key=legibility)
    return part.placed(page)


def _one_block(part: PagePart, reader: Reader) -> Page:
    """What is written on a page, read as one block; the empty paper around it would be read as noise."""
    width, height = part.picture.size
    box = inked_box(part.picture, part.dpi) or Box(0, 0, width, height)
    cut = part.picture.crop((box.left, box.top, box.right, box.bottom))
    return moved(reader(cut, part.dpi, ONE_BLOCK), box, (width, height))


def unread_share(page: Page, part: PagePart) -> float:
    """The part of the ink of a page that stands outside all its words, 0-1; 0 where there is no ink."""
    sample = sampled(part.picture, part.dpi)
    ink = written(grey_of(sample))
    unread, factor = ink.copy(), sample.width / part.picture.width
    for box in (word.box for line in page.lines for word in line.words):
        if box is not None:
            edges = np.round(np.array([box.left, box.top, box.right, box.bottom]) * factor).astype(int)
            unread[max(edges[1] - 1, 0) : edges[3] + 1, max(edges[0] - 1, 0) : edges[2] + 1] = False
    return float(unread.sum() / max(int(ink.sum()), 1))
