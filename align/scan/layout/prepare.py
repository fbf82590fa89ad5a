"""The picture of a page -> its pages, upright and level, each as a picture that an engine reads well."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from align.facsimile.box import Box
from align.scan.layout.border import without_border
from align.scan.layout.colour import without_colour
from align.scan.layout.gutter import find_gutter
from align.scan.layout.ink import grey_of, sampled, written
from align.scan.layout.part import PagePart
from align.scan.layout.placement import Placement
from align.scan.layout.skew import find_skew
from align.scan.pictures import turned

LEAST_SKEW = 0.3
"""Degrees below which a page stays as it is."""
A4_WIDTH = 8.27
"""Inches."""
BLANK = 0.0001
"""The part of a page that is ink, at the resolution of the sample, below which it is blank."""


@dataclass(frozen=True)
class _Upright:
    """A picture in grey, turned upright; ``sample``: the same without its border, for finding its layout."""

    turn: int
    picture: Image.Image
    dpi: float
    notes: tuple[str, ...]


def prepare(picture: Image.Image, dpi: float, turn: int = 0, *, whole: bool = False) -> list[PagePart]:
    """The pages on a picture, in the order of reading.

    Args:
        picture: As it is stored, in grey or colour.
        dpi: Its pixels an inch; see :func:`likely_dpi` where the file does not state it.
        turn: By how many degrees it is turned clockwise to be upright.
        whole: Whether it is one page, also where a gap parts it.

    Returns:
        One part, or two where two pages are side by side.
    """
    grey, coloured = without_colour(picture)
    upright = _Upright(turn, turned(grey, turn), dpi, ("colour",) if coloured else ())
    return [_part(upright, picture.size, box) for box in _pages(upright, whole=whole)]


def likely_dpi(size: tuple[int, int]) -> float:
    """Pixels an inch of a picture whose file does not state it, as if its shorter side were that of A4."""
    return min(max(min(size) / A4_WIDTH, 72.0), 600.0)


def _pages(upright: _Upright, *, whole: bool) -> list[Box]:
    """Where on the upright picture its pages are."""
    width, height = upright.picture.size
    sample = sampled(upright.picture, upright.dpi)
    at = None if whole else find_gutter(grey_of(without_border(sample, grey_of(sample))))
    if at is None:
        return [Box(0, 0, width, height)]
    cut = round(at * width / sample.width)
    return [Box(0, 0, cut, height), Box(cut, 0, width, height)]


def _part(upright: _Upright, stored: tuple[int, int], box: Box) -> PagePart:
    whole = (box.width, box.height) == upright.picture.size
    cut = upright.picture.crop((box.left, box.top, box.right, box.bottom))
    sample = grey_of(sampled(cut, upright.dpi))
    cut = without_border(cut, sample)
    sample = grey_of(sampled(cut, upright.dpi))
    skew = find_skew(sample) or 0.0
    placement = Placement(cut.width, cut.height, skew if abs(skew) >= LEAST_SKEW else 0.0)
    return PagePart(
        None if whole else stored_box(box, upright.turn, stored),
        upright.turn,
        placement.render(cut),
        upright.dpi * placement.scale,
        placement,
        (*upright.notes, *(() if whole else ("two-pages",))),
        bool(written(sample).mean() < BLANK),
    )


def stored_box(box: Box, turn: int, stored: tuple[int, int]) -> Box:
    """A box of the upright picture as a box of the picture as it is stored.

    Args:
        box: In pixels of the upright picture.
        turn: By how many degrees the stored picture is turned clockwise to be upright.
        stored: Width and height of the stored picture.

    Example:
        >>> stored_box(Box(0, 0, 10, 20), 90, (300, 100))
        Box(left=0, top=90, right=20, bottom=100)
    """
    width, height = stored
    if turn == 90:
        return Box(box.top, height - box.right, box.bottom, height - box.left)
    if turn == 180:
        return Box(width - box.right, height - box.bottom, width - box.left, height - box.top)
    if turn == 270:
        return Box(width - box.bottom, box.left, width - box.top, box.right)
    return box
