"""Lines that a stamp broke, specks of a copy, notes that the engine did not see."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from align.facsimile.box import Box
from align.facsimile.page import Page, PageBlock, PageLine, PageWord, Picture
from align.scan.layout.beside import unread_ink, with_margins
from align.scan.layout.broken import is_broken, rejoined
from align.scan.layout.lone_specks import without_lone_specks
from align.scan.layout.prepare import prepare
from align.scan.layout.read_picture import Source, read_picture
from align.scan.layout.reading import parted, read_part
from align.scan.layout.specks import without_specks

DPI = 100


def line(text: str, left: int, top: int, sure: float = 0.9) -> PageLine:
    """A line of words of twelve pixels a letter."""
    words, at = [], left
    for text_of_word in text.split():
        words.append(PageWord(text_of_word, Box(at, top, at + 12 * len(text_of_word), top + 20), sure))
        at += 12 * (len(text_of_word) + 1)
    return PageLine(tuple(words), Box(left, top, at - 12, top + 20))


def block(*lines: PageLine) -> PageBlock:
    """A block of lines."""
    return PageBlock(lines)


FULL = "эта строка идёт от края до края листа бумаги"


def broken() -> tuple[PageBlock, ...]:
    """A column of eight lines; a stamp parts the fourth and the fifth."""
    above = block(*(line(FULL, 100, 100 + 40 * n) for n in range(3)))
    left = block(line("начало четвёртой", 100, 220), line("начало пятой", 100, 260))
    right = block(line("конец четвёртой", 420, 222), line("конец пятой", 420, 261))
    below = block(*(line(FULL, 100, 300 + 40 * n) for n in range(3)))
    return above, left, right, below


def texts(blocks: list[PageBlock]) -> list[str]:
    """Of all lines."""
    return [one.text for made in blocks for one in made.lines]


def test_lines_that_a_stamp_broke_are_put_together() -> None:
    """Each is read to its end before the next; no word is lost."""
    assert is_broken(Page(900, 700, broken()))
    assert texts(rejoined(broken())) == [
        *[FULL] * 3,
        "начало четвёртой конец четвёртой",
        "начало пятой конец пятой",
        *[FULL] * 3,
    ]


def test_columns_stay_apart() -> None:
    """Also where lines of both stand at one height, under a title over both."""
    left = block(*(line("узкий столбец газеты", 100, 200 + 40 * n) for n in range(8)))
    right = block(*(line("второй столбец рядом", 420, 200 + 40 * n) for n in range(8)))
    blocks = [block(line(FULL, 100, 100)), left, right]
    assert rejoined(blocks) == blocks
    assert not rejoined([])


class SomeEngine:
    """Reads a page as a stamp broke it, and one block as it is to be."""

    def __init__(self, *found: Page) -> None:
        self.found = list(found)
        self.sizes: list[tuple[int, int]] = []

    def orientation(self, _picture: Image.Image, _dpi: float) -> None:
        """Unknown."""

    def read(self, picture: Image.Image, _dpi: float, _segmentation: int) -> Page:
        """One reading after the other."""
        self.sizes.append(picture.size)
        return self.found.pop(0)

    def read_again(self, page: Page, _picture: Image.Image) -> Page:
        """Nothing further."""
        return page


@pytest.mark.parametrize(("sure", "taken"), [(0.8, "block"), (0.62, "broken")])
def test_a_page_with_broken_lines_is_read_as_one_block(sure: float, taken: str) -> None:
    """Where that reads nearly as many words."""
    page = drawn(*broken())
    (part,) = prepare(page, DPI)
    whole = Page(900, 700, (block(*(line(FULL, 100, 100 + 40 * n, sure) for n in range(8))),))
    read = read_part(part, SomeEngine(Page(900, 700, broken()), whole))
    assert len(read.blocks) == (1 if taken == "block" else 4)


def drawn(*blocks: PageBlock) -> Image.Image:
    """A page with ink where the words stand."""
    picture = Image.new("L", (900, 700), 235)
    pen = ImageDraw.Draw(picture)
    for box in (word.box for made in blocks for one in made.lines for word in one.words):
        if box is not None:
            for left in range(box.left, box.right - 4, 9):
                pen.line((left, box.top + 4, left + 4, box.bottom - 2), fill=20, width=4)
    return picture


@pytest.mark.parametrize(("sure", "found"), [(0.9, True), (0.3, False)])
def test_a_note_beside_the_text_is_read_by_itself(sure: float, found: bool) -> None:  # noqa: FBT001
    """It is kept where the engine is sure of it: handwriting is none."""
    body = block(*(line("строка текста идёт до самого края листа", 300, 100 + 40 * n) for n in range(10)))
    note = block(line("Прошу", 60, 200), line("доложить", 60, 230))
    (part,) = prepare(drawn(body, note), DPI)
    page = Page(900, 700, (PageBlock(body.lines, Box(300, 100, 780, 480)),))
    engine = SomeEngine(Page(130, 90, (block(line("Прошу", 12, 12, sure)),)))
    read = with_margins(page, part, engine, unread_ink(page, part)[1])
    assert len(engine.sizes) == 1
    assert (len(read.blocks) == 2) is found
    if found:
        (word,) = read.blocks[1].lines[0].words
        assert word.box is not None
        assert abs(word.box.left - 60) < 12
        assert abs(word.box.top - 200) < 12


def test_a_page_without_a_note_is_read_once() -> None:
    """A narrow margin of paper costs nothing."""
    body = block(*(line("строка текста идёт до самого края листа", 300, 100 + 40 * n) for n in range(10)))
    (part,) = prepare(drawn(body), DPI)
    page = Page(900, 700, (PageBlock(body.lines, Box(300, 100, 780, 480)),))
    engine = SomeEngine()
    assert with_margins(page, part, engine, unread_ink(page, part)[1]) == page


def test_specks_of_a_copy_are_left_out() -> None:
    """Where a page is strewn with them; letters stay, and a clean page stays as it is."""
    clean = drawn(*broken())
    assert without_specks(clean, DPI) is clean
    generator = np.random.default_rng(1)
    pixels = np.asarray(clean).copy()
    pixels[generator.random(pixels.shape) < 0.08] = 0
    strewn = Image.fromarray(pixels)
    left = np.asarray(without_specks(strewn, DPI)) < 200
    ink = np.asarray(clean) < 128
    assert left[600:].mean() < 0.01  # nothing is written there
    assert left[ink].mean() > 0.5


def test_dark_spots_of_specks_are_no_letters() -> None:
    """Where specks stand close, paper is between them; a few lines are found among such spots."""
    clean = drawn(*broken())
    generator = np.random.default_rng(2)
    pixels = np.asarray(clean).copy()
    share = np.full(pixels.shape, 0.12)
    share[620:, 100:160] = share[640:, 400:440] = 0.5
    pixels[generator.random(pixels.shape) < share] = 0
    left = np.asarray(without_specks(Image.fromarray(pixels), DPI)) < 200
    assert left[615:].mean() < 0.001
    assert left[np.asarray(clean) < 128].mean() > 0.5


def test_specks_at_the_ends_of_lines_are_no_signs() -> None:
    """A dash, a dot behind a space and a sign as large as letters stay."""

    def sign(text: str, left: int, width: int, height: int) -> PageWord:
        return PageWord(text, Box(left, 110, left + width, 110 + height), 0.7)

    words = line("строка текста", 100, 100).words
    specks = PageLine((sign("‚", 90, 2, 2), *words, sign("|", 300, 2, 3), sign("`", 310, 3, 2)))
    signs = PageLine((sign("-", 90, 10, 3), *words, sign("|", 300, 3, 22), sign(".", 310, 4, 4)))
    lines = without_lone_specks(Page(900, 700, (block(specks, signs),))).blocks[0].lines
    assert [one.text for one in lines] == ["строка текста", signs.text]


def test_marks_far_from_the_lines_of_a_page_are_another_block() -> None:
    lines = [line("строка текста", 100, top) for top in (100, 140, 180, 500)]
    page = Page(900, 700, (block(*lines),))
    assert [len(one.lines) for one in parted(page).blocks] == [3, 1]
    assert parted(Page(900, 700, (block(*lines[:3]),))).blocks == (block(*lines[:3]),)


def test_the_parts_of_a_block_are_of_its_kind() -> None:
    lines = tuple(line("строка текста", 100, top) for top in (100, 140, 180, 500))
    whole = PageBlock(lines, kind="heading", outline=((90, 90), (400, 90), (400, 530)), id="b1")
    parts = parted(Page(900, 700, (whole,))).blocks
    assert [(one.kind, one.outline, one.id) for one in parts] == [("heading", (), "b1"), ("heading", (), "")]


class CountingEngine(SomeEngine):
    """Reads the same on every picture, and counts what it is to read again."""

    def __init__(self, found: Page) -> None:
        super().__init__()
        self.page = found
        self.again: list[Page] = []

    def read(self, picture: Image.Image, _dpi: float, _segmentation: int) -> Page:
        """The page."""
        self.sizes.append(picture.size)
        return self.page

    def read_again(self, page: Page, _picture: Image.Image) -> Page:
        """Nothing further."""
        self.again.append(page)
        return page


@pytest.mark.parametrize(("sure", "times"), [(0.9, 1), (0.2, 0)])
def test_doubtful_words_are_read_again_once(sure: float, times: int) -> None:
    """On a page strewn with specks, where it has text; and not where nothing on it is text."""
    pixels = np.asarray(drawn(*broken())).copy()
    pixels[np.random.default_rng(1).random(pixels.shape) < 0.12] = 0
    lines = [line("строка а б в г д", 100, 100 + 40 * n, sure) for n in range(8)]
    engine = CountingEngine(Page(900, 700, (block(*lines),)))
    read_picture(Image.fromarray(pixels), Source(Picture("p.png"), DPI), engine, 6)
    assert len(engine.again) == times


def strewn(picture: Image.Image) -> Image.Image:
    """The picture of a worn copy."""
    pixels = np.asarray(picture).copy()
    pixels[np.random.default_rng(1).random(pixels.shape) < 0.12] = 0
    return Image.fromarray(pixels)


def test_a_strewn_page_of_numbers_is_read() -> None:
    lines = [line("1951 12345 678", 100, 100 + 40 * n) for n in range(8)]
    engine = CountingEngine(Page(900, 700, (block(*lines),)))
    (page,) = read_picture(strewn(drawn(*broken())), Source(Picture("p.png"), DPI), engine, 6).pages
    assert len(list(page.lines)) == 8


class HalfBlindEngine(CountingEngine):
    """Reads nothing on a wide page whose specks were taken away."""

    def read(self, picture: Image.Image, dpi: float, segmentation: int) -> Page:
        """The page."""
        read = super().read(picture, dpi, segmentation)
        cleaned = without_specks(picture, DPI) is picture
        return Page(*picture.size, () if picture.width > 900 and cleaned else read.blocks)


def test_a_page_of_a_strewn_spread_that_was_cleaned_away_is_read_as_it_is() -> None:
    page = drawn(*broken())
    spread = Image.new("L", (1900, 700), 235)
    for left in (0, 1000):
        spread.paste(page, (left, 0))
    lines = [line("строка текста на листе", 100, 100 + 40 * n) for n in range(8)]
    engine = HalfBlindEngine(Page(900, 700, (block(*lines),)))
    read = read_picture(strewn(spread), Source(Picture("p.png"), DPI), engine, 11)
    assert [len(list(one.lines)) for one in read.pages] == [8, 8]
    regions = [one.picture.region for one in read.pages if one.picture]
    assert [(one.left, one.right) for one in regions if one] == [(0, 862), (862, 1900)]
    assert not {"unread", "blank"} & set(read.notes)


@pytest.mark.parametrize("sign", ["•", "·", "*"])
def test_the_bullets_of_a_list_are_no_specks(sign: str) -> None:
    """Two lines begin with the same one, at one distance; a single one may be a speck."""

    def item(left: int, top: int) -> PageLine:
        bullet = PageWord(sign, Box(left, top + 8, left + 4, top + 12), 0.7)
        return PageLine((bullet, *line("строка текста", 100, top).words))

    def left(*lines: PageLine) -> list[str]:
        return [one.text for one in without_lone_specks(Page(900, 700, (block(*lines),))).lines]

    assert left(item(80, 100), line("её конец", 100, 140), item(82, 180)) == [
        *(f"{sign} строка текста", "её конец", f"{sign} строка текста")
    ]
    assert left(item(80, 100), line("её конец", 100, 140)) == ["строка текста", "её конец"]
    assert left(item(20, 100), item(80, 140)) == ["строка текста"] * 2
