"""The picture of a page -> its pages, upright and level, each as a picture that an engine reads well."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from align.facsimile.box import Box
from align.scan.layout.border import without_border
from align.scan.layout.colour import without_colour
from align.scan.layout.gutter import find_gutter, is_wide
from align.scan.layout.ink import Grey, grey_of
from align.scan.layout.page_sample import PageSample
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
    """A picture in grey, turned upright; ``sample``: the same at the resolution at which layout is found."""

    turn: int
    picture: Image.Image
    dpi: float
    sample: PageSample
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
    level = turned(grey, turn)
    upright = _Upright(turn, level, dpi, PageSample.of(level, dpi), ("colour",) if coloured else ())
    return [_part(upright, picture.size, box) for box in _pages(upright, whole=whole)]


def likely_dpi(size: tuple[int, int]) -> float:
    """Pixels an inch of a picture whose file does not state it, as if its shorter side were that of A4."""
    return min(max(min(size) / A4_WIDTH, 72.0), 600.0)


def _pages(upright: _Upright, *, whole: bool) -> list[Box]:
    """Where on the upright picture its pages are."""
    width, height = upright.picture.size
    at = None if whole else _gutter(upright.sample.grey)
    if at is None:
        return [Box(0, 0, width, height)]
    cut = round(at * width / upright.sample.grey.shape[1])
    return [Box(0, 0, cut, height), Box(cut, 0, width, height)]


def _gutter(grey: Grey) -> int | None:
    """The column of the sample between two pages."""
    return find_gutter(grey_of(without_border(Image.fromarray(grey), grey))) if is_wide(grey) else None


def _part(upright: _Upright, stored: tuple[int, int], box: Box) -> PagePart:
    whole = (box.width, box.height) == upright.picture.size
    cut, sample = _cut(upright, None if whole else box)
    skew = find_skew(sample.shares) or 0.0
    placement = Placement(cut.width, cut.height, skew if abs(skew) >= LEAST_SKEW else 0.0)
    picture, dpi = placement.render(cut), upright.dpi * placement.scale
    return PagePart(
        None if whole else stored_box(box, upright.turn, stored),
        upright.turn,
        picture,
        dpi,
        placement,
        sample if picture is cut else PageSample.of(picture, dpi),
        (*upright.notes, *(() if whole else ("two-pages",))),
        bool(sample.ink.mean() < BLANK),
    )


def _cut(upright: _Upright, box: Box | None) -> tuple[Image.Image, PageSample]:
    """A page of an upright picture without its dark border; the only one where ``box`` is ``None``."""
    cut, sample = upright.picture, upright.sample
    if box is not None:
        cut = cut.crop((box.left, box.top, box.right, box.bottom))
        sample = PageSample.of(cut, upright.dpi)
    inner = without_border(cut, sample.grey)
    return inner, sample if inner is cut else PageSample.of(inner, upright.dpi)


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
