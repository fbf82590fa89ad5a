"""Words on pages that are turned, two on a picture, or askew: the review shows them where they stand."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("PIL.Image")  # comes with the extra "scan"

from PIL import Image, ImageDraw

from align.facsimile.box import Box
from align.facsimile.page import Page, PageBlock, PageLine, PageWord, Picture
from align.review.pictures import PagePictures
from align.scan.layout.read_picture import Source, read_picture
from align.scan.pictures import turned

DPI = 100
PAPER, INK = 235, 20
OFF = 2
"""Pixels by which a box may be off."""


@dataclass(frozen=True)
class RectangleEngine:
    """Reads dark rectangles as words; it is sure of them where the longest line is the first one."""

    turn: int

    def orientation(self, _picture: Image.Image, _dpi: float) -> tuple[int, float]:
        """The turn, surely."""
        return self.turn, 10.0

    def read(self, picture: Image.Image, _dpi: float, _segmentation: int) -> Page:
        """The page."""
        dark = np.asarray(picture.convert("L")) < (PAPER + INK) / 2
        lines = [line_of(dark, top, bottom) for top, bottom in runs(np.any(dark, axis=1))]
        first = lines[0].words[0].box if lines else None
        sure = 0.9 if first is not None and first.width > 300 else 0.1
        words = [tuple(PageWord(word.text, word.box, sure) for word in line.words) for line in lines]
        block = PageBlock(tuple(PageLine(w, line.box) for w, line in zip(words, lines, strict=True)))
        return Page(*picture.size, (block,) if lines else ())

    def read_again(self, page: Page, _picture: Image.Image) -> Page:
        """Nothing further."""
        return page


def line_of(dark: np.ndarray, top: int, bottom: int) -> PageLine:
    """The rectangles between two rows."""
    words = []
    for left, right in runs(np.any(dark[top:bottom], axis=0)):
        down = np.flatnonzero(dark[top:bottom, left:right].any(axis=1))
        words.append(PageWord("слово", Box(left, top + int(down[0]), right, top + int(down[-1]) + 1)))
    return PageLine(tuple(words), Box(0, top, dark.shape[1], bottom))


def runs(flags: np.ndarray) -> list[tuple[int, int]]:
    """Stretches that are true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return [(int(start), int(stop)) for start, stop in zip(edges[::2], edges[1::2], strict=True)]


def drawn(width: int, lefts: tuple[int, ...]) -> tuple[Image.Image, list[Box]]:
    """Paper with a page of words at each of ``lefts``, the first line one long word; and their boxes."""
    picture = Image.new("L", (width, 1000), PAPER)
    pen, boxes = ImageDraw.Draw(picture), []
    for left in lefts:
        boxes.append(Box(left, 100, left + 420, 114))
        for line in range(1, 20):
            starts = (left, left + 120 + 3 * line, left + 320)
            boxes += [Box(at, 100 + 40 * line, at + 90 + line, 114 + 40 * line) for at in starts]
    for box in boxes:
        pen.rectangle((box.left, box.top, box.right - 1, box.bottom - 1), fill=INK)
    return picture, boxes


def shown(pictures: PagePictures, page: Page, box: Box, folder: Path) -> np.ndarray:
    """What the review shows of a part of a page, by its grey."""
    part = pictures.part(page, box, 1.0, [folder])
    assert (part.width, part.height) == (box.width, box.height)
    return np.asarray(Image.open(io.BytesIO(part.data)).convert("L"), dtype=np.int16)


def ink_box(pictures: PagePictures, page: Page, word: Box, folder: Path) -> Box:
    """Where the ink around a word stands on the page, by the picture that the review shows."""
    room = Box(max(word.left - 8, 0), max(word.top - 8, 0), word.right + 8, word.bottom + 8)
    around = room.within(page.width, page.height)
    assert around is not None
    down, across = np.nonzero(shown(pictures, page, around, folder) < (PAPER + INK) / 2)
    left, top = around.left + int(across.min()), around.top + int(down.min())
    return Box(left, top, around.left + int(across.max()) + 1, around.top + int(down.max()) + 1)


def off(one: Box, other: Box) -> int:
    """By how many pixels the edges of two boxes differ at most."""
    return max(
        abs(one.left - other.left),
        abs(one.top - other.top),
        abs(one.right - other.right),
        abs(one.bottom - other.bottom),
    )


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(("width", "lefts"), [(700, (120,)), (1400, (120, 840))])
def test_a_word_is_shown_where_it_stands(
    turn: int, width: int, lefts: tuple[int, ...], tmp_path: Path
) -> None:
    """On a page that is turned, and on each of two pages on one picture."""
    upright, boxes = drawn(width, lefts)
    stored = turned(upright, (360 - turn) % 360)
    stored.save(tmp_path / "scan.png")
    read = read_picture(stored, Source(Picture("scan.png"), DPI), RectangleEngine(turn))
    assert [page.picture and page.picture.turn for page in read.pages] == [turn] * len(lefts)
    words = [(page, word.box) for page in read.pages for line in page.lines for word in line.words]
    assert len(words) == len(boxes)
    pictures = PagePictures()
    for page, box in words:
        assert box is not None
        assert off(ink_box(pictures, page, box, tmp_path), box) <= OFF
    assert [box and box.width for _, box in words] == [box.width for box in boxes]


def test_a_word_askew_is_inside_its_box(tmp_path: Path) -> None:
    """The box of a word on a page askew is the smallest upright one around it."""
    upright, boxes = drawn(700, (120,))
    stored = upright.rotate(-2, Image.Resampling.BICUBIC, fillcolor=PAPER)
    stored.save(tmp_path / "scan.png")
    (page,) = read_picture(stored, Source(Picture("scan.png"), DPI), RectangleEngine(0)).pages
    words = [word.box for line in page.lines for word in line.words]
    assert len(words) == len(boxes)
    pictures = PagePictures()
    for box in words:
        assert box is not None
        assert off(ink_box(pictures, page, box, tmp_path), box) <= OFF
