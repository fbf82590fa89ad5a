"""A page on a picture: found, turned, made level, and each place of it found again."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from align.facsimile.box import Box
from align.facsimile.page import Glyph, Page, PageBlock, PageLine, PageWord, Picture
from align.scan.layout.ink import darkness, light_of_paper
from align.scan.layout.moved import moved
from align.scan.layout.placement import Placement
from align.scan.layout.prepare import likely_dpi, prepare, stored_box
from align.scan.layout.skew import find_skew
from align.scan.pictures import turned

DPI = 100
TURNS = st.sampled_from([0, 90, 180, 270])


def sheet(width: int = 826, height: int = 1169) -> Image.Image:
    """A white page."""
    return Image.new("L", (width, height), 250)


def lines(picture: Image.Image, left: int, right: int, rows: range = range(150, 900, 28)) -> Image.Image:
    """Draw lines of letters: small strokes on a line."""
    pen = ImageDraw.Draw(picture)
    for row in rows:
        for at in range(left, right, 9):
            pen.rectangle((at, row, at + 3 + at % 3, row + 11), fill=20)
    return picture


def askew(picture: Image.Image, degrees: float) -> Image.Image:
    """Turned clockwise by so many degrees."""
    return picture.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=250)


@given(st.integers(200, 900), st.integers(200, 900), st.floats(-5, 5), st.floats(0.5, 3), st.data())
@settings(deadline=None)
def test_each_place_of_the_engines_picture_is_found_on_the_page(
    width: int, height: int, skew: float, scale: float, data: st.DataObject
) -> None:
    """A dot on the page is drawn by the placement where the placement finds it again, to two pixels."""
    x, y = data.draw(st.integers(20, width - 20)), data.draw(st.integers(20, height - 20))
    page = Image.new("L", (width, height), 255)
    ImageDraw.Draw(page).rectangle((x - 3, y - 3, x + 2, y + 2), fill=0)  # its middle is the corner x, y
    placement = Placement(width, height, skew, scale)
    drawn = placement.render(page)
    assert drawn.size == placement.size
    weights = 255.0 - np.asarray(drawn, dtype=np.float64)
    down, across = np.indices(weights.shape)
    middle = ((across + 0.5) * weights).sum() / weights.sum(), ((down + 0.5) * weights).sum() / weights.sum()
    assert math.dist(placement.point(*middle), (x, y)) <= 2
    box = placement.box(
        Box(*(int(edge) for edge in (middle[0] - 2, middle[1] - 2, middle[0] + 3, middle[1] + 3)))
    )
    assert box is not None
    assert box.left - 2 <= x <= box.right + 2
    assert box.top - 2 <= y <= box.bottom + 2


@given(st.integers(50, 300), st.integers(50, 300), TURNS, st.data())
@settings(deadline=None)
def test_a_part_of_the_upright_picture_is_found_on_the_stored_one(
    width: int, height: int, turn: int, data: st.DataObject
) -> None:
    """Cut out of the stored picture and turned, it is what was cut out of the upright one."""
    generator = np.random.default_rng(1)
    stored = Image.fromarray(generator.integers(0, 255, (height, width), dtype=np.uint8))
    upright = turned(stored, turn)
    left = data.draw(st.integers(0, upright.width - 2))
    top = data.draw(st.integers(0, upright.height - 2))
    box = Box(left, top, data.draw(st.integers(left + 1, upright.width)), upright.height)
    found = stored_box(box, turn, stored.size)
    cut = turned(stored.crop((found.left, found.top, found.right, found.bottom)), turn)
    assert cut.tobytes() == upright.crop((box.left, box.top, box.right, box.bottom)).tobytes()


@pytest.mark.parametrize("degrees", [-3.0, -1.2, 0.0, 0.4, 2.5])
def test_the_skew_of_lines_is_found(degrees: float) -> None:
    """To a fifth of a degree."""
    found = find_skew(darkness(np.asarray(askew(lines(sheet(), 100, 700), degrees))))
    assert found == pytest.approx(degrees, abs=0.2)


def test_a_page_without_ink_has_no_skew() -> None:
    """And is blank."""
    assert find_skew(darkness(np.asarray(sheet()))) is None
    (part,) = prepare(sheet(), DPI)
    assert part.blank
    assert (part.region, part.turn, part.picture.size) == (None, 0, (826, 1169))


def test_a_page_askew_is_level_in_the_engines_picture() -> None:
    """And a line read there is a line askew on the page, with its corners as its outline."""
    (part,) = prepare(askew(lines(sheet(), 100, 700), 2.0), DPI)
    assert find_skew(darkness(np.asarray(part.picture))) == pytest.approx(0, abs=0.2)
    line = PageLine((PageWord("слово", Box(110, 400, 160, 420), 0.9),), Box(100, 400, 700, 420))
    page = part.placed(Page(*part.picture.size, (PageBlock((line,)),)))
    assert (page.width, page.height) == (826, 1169)
    placed = next(iter(page.lines))
    (left, top), (right, right_top), *_ = placed.outline
    assert math.degrees(math.atan2(right_top - top, right - left)) == pytest.approx(2.0, abs=0.2)
    assert placed.box is not None
    assert placed.box.height > 20 + 15


@pytest.mark.parametrize("middle", ["dark", "shadow", "none"])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_two_pages_on_a_picture_are_two_parts(middle: str, turn: int) -> None:
    """Cut in the gap, however the picture lies; each is a part of the stored picture."""
    spread = lines(lines(sheet(1600, 1100), 120, 700), 900, 1480)
    if middle != "none":
        strip = Image.new("L", (30, 1100), 15 if middle == "dark" else 190)
        spread.paste(strip, (785, 0))
    stored = turned(spread, (360 - turn) % 360)
    parts = prepare(stored, DPI, turn)
    assert [part.turn for part in parts] == [turn, turn]
    regions = [part.region for part in parts]
    assert regions[0] is not None
    assert regions[1] is not None
    upright = [
        stored_box(Box(0, 0, 700, 1100), turn, stored.size),
        stored_box(Box(900, 0, 1600, 1100), turn, stored.size),
    ]
    for region, inner in zip(regions, upright, strict=True):
        assert region is not None
        assert region.joined(inner) == region
    assert regions[0].width * regions[0].height + regions[1].width * regions[1].height == 1600 * 1100
    for part in parts:
        assert np.asarray(part.picture)[:, :40].min() > 150  # the gutter is no ink
        assert np.asarray(part.picture)[:, -40:].min() > 150


def test_one_page_across_is_one_part() -> None:
    """Long lines over the whole width have no gutter; nor has an upright page with two columns."""
    assert len(prepare(lines(sheet(1600, 1100), 120, 1480), DPI)) == 1
    assert len(prepare(lines(lines(sheet(), 80, 380), 450, 740), DPI)) == 1


def test_a_black_border_is_made_paper() -> None:
    """Also one that is wider at one end; what is written stays."""
    page = lines(sheet(), 150, 700)
    pen = ImageDraw.Draw(page)
    pen.polygon([(0, 0), (80, 0), (20, 1169), (0, 1169)], fill=10)
    pen.rectangle((0, 1120, 826, 1169), fill=10)
    (part,) = prepare(page, DPI)
    pixels = np.asarray(part.picture)
    assert pixels[:, :15].min() > 200
    assert pixels[-30:].min() > 200
    assert pixels[500:900, 150:700].min() < 60


@pytest.mark.parametrize("colour", [(200, 30, 40), (40, 50, 190)])
def test_a_coloured_stamp_is_paper_for_the_engine(colour: tuple[int, int, int]) -> None:
    """The black letters under it stay; a page typed in colour stays as it is."""
    page = lines(sheet(), 100, 700).convert("RGB")
    before = np.asarray(page.convert("L"))
    ImageDraw.Draw(page).ellipse((250, 300, 550, 600), outline=colour, width=8)
    (part,) = prepare(page, DPI)
    assert "colour" in part.notes
    black = before < 60
    ring = (np.asarray(page.convert("L")) < 170) & ~black
    assert np.median(np.asarray(part.picture)[ring]) > 200
    blue = Image.merge("RGB", [lines(sheet(), 100, 700)] * 2 + [sheet()])
    assert "colour" not in prepare(blue, DPI)[0].notes


def test_a_page_read_from_a_part_is_placed_on_the_whole() -> None:
    """All boxes, baselines and outlines; texts and confidences stay."""
    word = PageWord(
        "да", Box(5, 5, 25, 15), 0.8, (Glyph("д", Box(5, 5, 14, 15)), Glyph("а", Box(15, 5, 25, 15)))
    )
    line = PageLine((word,), Box(5, 5, 25, 15), ((5, 14), (25, 14)))
    page = Page(100, 50, (PageBlock((line,), Box(5, 5, 25, 15)),), Picture("a.png"))
    there = moved(page, Box(200, 300, 300, 350), (800, 900))
    assert (there.width, there.height, there.text) == (800, 900, "да")
    found = next(iter(there.lines))
    assert found.baseline == ((205, 314), (225, 314))
    assert found.words[0].box == Box(205, 305, 225, 315)
    assert [glyph.box for glyph in found.words[0].glyphs] == [
        Box(205, 305, 214, 315),
        Box(215, 305, 225, 315),
    ]


def test_the_resolution_of_a_picture_that_states_none_is_that_of_a_usual_page() -> None:
    """A4 at 300 dpi has 2,480 pixels across."""
    assert likely_dpi((2480, 3508)) == pytest.approx(300, abs=1)
    assert likely_dpi((3508, 2480)) == pytest.approx(300, abs=1)
    assert likely_dpi((100, 90)) == 72


@given(st.integers(1, 9), st.integers(1, 9), st.data())
def test_the_light_of_paper_is_what_a_quarter_of_the_pixels_exceeds(
    width: int, height: int, data: st.DataObject
) -> None:
    pixels = data.draw(st.lists(st.integers(0, 255), min_size=width * height, max_size=width * height))
    grey = np.array(pixels, dtype=np.uint8).reshape(height, width)
    assert light_of_paper(Image.fromarray(grey)) == pytest.approx(np.percentile(grey, 75))


def test_a_page_that_lies_level_keeps_its_places() -> None:
    part = prepare(lines(sheet(), 100, 700), DPI)[0]
    word = PageWord("а", Box(100, 150, 104, 162), glyphs=(Glyph("а", Box(100, 150, 104, 162)),))
    line = PageLine((word,), word.box, ((100, 162), (104, 162)))
    page = Page(*part.picture.size, (PageBlock((line,), word.box),))
    assert part.placed(page).blocks == page.blocks
    assert part.placed(page).dpi == DPI
