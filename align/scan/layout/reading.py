"""A page read again where the engine left much of its ink unread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from align.facsimile.box import Box, box_around
from align.facsimile.page import Page, PageBlock, PageLine
from align.scan.layout.beside import unread_ink, with_margins
from align.scan.layout.broken import is_broken
from align.scan.layout.inked import inked_box
from align.scan.layout.legibility import legibility
from align.scan.layout.moved import moved
from align.scan.layout.part import PagePart
from align.scan.layout.turn import ONE_BLOCK, PictureEngine

AUTOMATIC = 3
"""Tesseract's page segmentation mode in which it finds blocks and columns by itself."""

UNREAD = 0.25
"""The part of the ink outside all words from which a page is read again."""

GAP = 2.5
"""Heights of a line from which paper between lines parts two blocks; typed lines have 1.2 between them."""

NEARLY = 0.85
"""How legible the reading as one block is, against the one with broken lines, at least to be taken."""


def read_part(part: PagePart, engine: PictureEngine, segmentation: int = AUTOMATIC) -> Page:
    """The page of a part, in pixels of its picture.

    A stamp or a picture across the text makes the engine take lines for a part of it, or break them; a page
    of a few lines has too few for its analysis. Then all of it is read as one block, and the better reading
    is taken.

    Args:
        part: A page on a picture.
        engine: The OCR engine.
        segmentation: Tesseract's page segmentation mode; a page is read again where it is automatic.
    """
    page = engine.read(part.picture, part.dpi, segmentation)
    if segmentation != AUTOMATIC or part.blank:
        return page
    ink, unread = unread_ink(page, part)
    broken = is_broken(page)
    if broken or unread.sum() > UNREAD * ink.sum():
        block = _one_block(page, part, engine)
        if legibility(block) > legibility(page) * (NEARLY if broken else 1.0):
            return block
    return with_margins(page, part, engine, unread)


def _one_block(page: Page, part: PagePart, engine: PictureEngine) -> Page:
    """What is written on a page, read as one block; the empty paper around it would be read as noise."""
    width, height = part.picture.size
    boxes = (block.box for block in page.blocks)
    box = box_around([inked_box(part.picture, part.dpi), *boxes]) or Box(0, 0, width, height)
    cut = part.picture.crop((box.left, box.top, box.right, box.bottom))
    return parted(moved(engine.read(cut, part.dpi, ONE_BLOCK), box, (width, height)))


def parted(page: Page) -> Page:
    """The page with a new block behind each large gap: marks far from the text are no part of it."""
    blocks: list[PageBlock] = []
    for block in page.blocks:
        groups: list[list[PageLine]] = [[]]
        for line, gap in zip(block.lines, _gaps(block.lines), strict=True):
            if gap > GAP:
                groups.append([])
            groups[-1].append(line)
        parts = (_part(block, lines) for lines in groups)
        blocks += [block] if len(groups) == 1 else parts
    return replace(page, blocks=tuple(blocks))


def _part(block: PageBlock, lines: Sequence[PageLine]) -> PageBlock:
    """Some lines of a block; the first part has its identifier, and none its outline."""
    box = box_around(line.box for line in lines)
    is_first = lines[0] is block.lines[0]
    return replace(block, lines=tuple(lines), box=box, outline=(), id=block.id if is_first else "")


def _gaps(lines: Sequence[PageLine]) -> list[float]:
    """The paper above each line, in heights of a line; 0 above the first, and where a line has no place."""
    boxes = [line.box for line in lines]
    usual = median([box.height for box in boxes if box] or [1])
    pairs = pairwise(boxes)
    between = [(after.top - before.bottom) / usual if before and after else 0 for before, after in pairs]
    return [0.0, *between]
