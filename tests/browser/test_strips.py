"""The lines of the scan under the row in focus, in the one-file desk."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hand import LetterEncoder
from PIL import Image
from scanned import colour_of, letter_bitext

from align.export.desk_pictures import desk_pictures
from align.export.html import page as desk_page
from align.review import Review

from .keyboard import SHIFT, press

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Position

OpenScan = Callable[..., "Page"]
DOUBTED = ".al-strip-doubt"


def write_desk(folder: Path, *, both: bool = False) -> str:
    """The one-file desk of a short scanned letter; its address."""
    review = Review(letter_bitext(folder, both=both), encoder=LetterEncoder())
    path = folder / "desk.html"
    path.write_text(desk_page(review, desk_pictures(review)), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def scan(page: Page, tmp_path: Path) -> OpenScan:
    """Opens the desk of the short letter."""

    def opened(*, both: bool = False) -> Page:
        page.goto(write_desk(tmp_path, both=both))
        page.wait_for_selector(".al-desk[data-ready]")
        return page

    return opened


def place_of_colour(page: Page, selector: str, number: int) -> tuple[float, float, float, float]:
    """Where the rectangle of a word is seen, in pixels of the window."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    shot = Image.open(io.BytesIO(page.locator(selector).screenshot())).convert("RGB")
    wanted, seen = colour_of(number), []
    for y in range(shot.height):
        for x in range(shot.width):
            pixel = shot.getpixel((x, y))
            assert isinstance(pixel, tuple)
            if all(abs(a - b) < 14 for a, b in zip(pixel, wanted, strict=True)):
                seen.append((x, y))
    left, top = min(x for x, _ in seen), min(y for _, y in seen)
    right, bottom = max(x for x, _ in seen) + 1, max(y for _, y in seen) + 1
    return box["x"] + left, box["y"] + top, box["x"] + right, box["y"] + bottom


@pytest.mark.parametrize("larger", [0, 2])
def test_the_frame_stands_where_the_word_is_drawn(scan: OpenScan, larger: int) -> None:
    """To two pixels, whatever the size of the lines."""
    page = scan()
    for _ in range(larger):
        page.keyboard.press("z")
    frame = page.locator(DOUBTED).bounding_box()
    assert frame is not None
    shown = place_of_colour(page, ".al-strip-lines", 1)
    framed = (frame["x"], frame["y"], frame["x"] + frame["width"], frame["y"] + frame["height"])
    assert all(abs(a - b) <= 2 for a, b in zip(shown, framed, strict=True)), (shown, framed)


def test_the_lines_follow_the_row_and_the_doubt(scan: OpenScan) -> None:
    """Under the row in focus; of a word that goes on on the next page both parts are framed."""
    page = scan()
    assert page.locator(".al-row .al-strip").count() == 1
    assert page.locator(".al-strip img").first.get_attribute("alt") == "Scan, page 1: aaa bbb. ccc ddd"
    page.keyboard.press("n")
    page.locator(".al-current .al-strip").wait_for()
    assert page.locator(".al-strip-line").count() == 4
    assert page.locator(DOUBTED).count() == 2
    assert page.locator(".al-strip-page").inner_text() == "Scan, page 1–2"
    assert [is_seen(page, DOUBTED, number) for number in (0, 1)] == [True, True]


def is_seen(page: Page, selector: str, number: int = 0) -> bool:
    """Whether an element is inside the part of its lines that is scrolled into sight."""
    return bool(
        page.locator(selector)
        .nth(number)
        .evaluate(
            """(one) => { const inner = one.getBoundingClientRect();
            const outer = one.closest(".al-strip-lines").getBoundingClientRect();
            return inner.left >= outer.left - 1 && inner.right <= outer.right + 1
                && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1; }"""
        )
    )


def test_the_word_in_doubt_is_in_sight_in_a_line_wider_than_the_window(scan: OpenScan) -> None:
    """Large letters, a narrow window: the lines are scrolled to the word."""
    page = scan()
    page.set_viewport_size({"width": 500, "height": 800})
    for _ in range(3):
        page.keyboard.press("z")
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.locator(".al-current .al-strip").wait_for()
    assert page.locator(".al-strip-lines").evaluate("(one) => one.scrollWidth > one.clientWidth + 100")
    assert is_seen(page, DOUBTED)


def test_pointing_at_a_word_of_the_scan_marks_it_in_the_text(scan: OpenScan) -> None:
    """And the reverse; a click goes to the doubt or the row of the word."""
    page = scan()
    line = page.locator(".al-strip-line").first
    line.hover(position=at_word(page, 0))
    assert page.locator(".al-pointed").all_inner_texts() == ["aaa"]
    page.locator(".al-current .al-target").hover()
    assert page.locator(".al-pointed").count() == 0
    page.locator(".al-current .al-word", has_text="aaa").hover()
    framed, drawn = (
        page.locator(".al-strip-pointed").bounding_box(),
        place_of_colour(page, ".al-strip-lines", 0),
    )
    assert framed is not None
    assert abs(framed["x"] - drawn[0]) <= 2
    line.click(position=at_word(page, 3))
    page.locator(".al-row[data-id='s9'].al-current").wait_for()
    assert page.locator(".al-chosen").count() == 1
    page.locator(".al-strip-line").first.click(position=at_word(page, 1))
    page.locator(".al-row[data-id='s0'].al-current").wait_for()
    assert page.locator(".al-chosen").all_inner_texts() == ["bbb."]


def at_word(page: Page, number: int) -> Position:
    """Where in the first line a word stands, in pixels of the line."""
    box = page.locator(".al-strip-line").first.bounding_box()
    assert box is not None
    left, _, right, _ = place_of_colour(page, ".al-strip-lines", number)
    return {"x": (left + right) / 2 - box["x"], "y": box["height"] / 2}


def test_the_caret_in_a_typed_text_is_followed(scan: OpenScan) -> None:
    """The word of the scan at the caret is framed while its cell is typed."""
    page = scan()
    page.keyboard.press("e")
    page.keyboard.press("Home")
    frame = page.locator(".al-strip-pointed").bounding_box()
    assert frame is not None
    assert abs(frame["x"] - place_of_colour(page, ".al-strip-lines", 0)[0]) <= 2


@pytest.mark.parametrize(
    ("hide", "larger", "smaller"),
    [
        (("q", "KeyQ", 0), ("z", "KeyZ", 0), ("Z", "KeyZ", SHIFT)),
        (("й", "KeyQ", 0), ("я", "KeyZ", 0), ("Я", "KeyZ", SHIFT)),
    ],
    ids=["us", "ru"],
)
def test_keys_size_and_hide_the_lines_for_good(
    scan: OpenScan, hide: tuple[str, str, int], larger: tuple[str, str, int], smaller: tuple[str, str, int]
) -> None:
    """On a Russian layout, too; the choice holds after the page is opened again."""
    page = scan()
    usual = line_height(page)
    press(page, larger)
    assert line_height(page) > usual * 1.2
    page.reload()
    page.locator(".al-strip").wait_for()
    assert line_height(page) > usual * 1.2
    press(page, smaller)
    assert line_height(page) == pytest.approx(usual)
    press(page, hide)
    assert page.locator(".al-strip").count() == 0
    page.reload()
    page.wait_for_selector(".al-desk[data-ready]")
    assert page.locator(".al-strip").count() == 0
    page.get_by_role("button", name="Tools", exact=True).click()
    page.get_by_role("menuitem", name="Lines of the scan").click()
    assert page.locator(".al-current .al-strip").count() == 1


def line_height(page: Page) -> float:
    box = page.locator(".al-strip-line").first.bounding_box()
    assert box is not None
    return box["height"]


def test_one_doubt_at_a_time_shows_the_lines(scan: OpenScan) -> None:
    """Between the texts and the keys; back in the table they stand under the row again."""
    page = scan()
    page.keyboard.press("f")
    page.locator(".al-one .al-strip-doubt").wait_for()
    page.locator(".al-strip-line").first.hover(position=at_word(page, 0))
    assert page.locator(".al-one .al-pointed").all_inner_texts() == ["aaa"]
    page.locator(".al-one-doubtful [data-p]").first.hover()
    assert page.locator(".al-one .al-strip-pointed").count() == 1
    page.keyboard.press("n")
    page.keyboard.press("n")
    alt = page.locator(".al-one .al-strip img").first.get_attribute("alt") or ""
    assert alt.startswith("Scan, page 2: mmm")
    assert is_seen(page, DOUBTED)
    page.keyboard.press("Escape")
    page.locator(".al-current .al-strip-doubt").wait_for()


def test_both_sides_are_shown_where_both_are_scans(scan: OpenScan) -> None:
    """Side by side, each with its name for assistive technology."""
    page = scan(both=True)
    names = [one.get_attribute("aria-label") for one in page.locator(".al-strip-lines").all()]
    assert names == ["Scan of the original", "Scan of the translation"]


def test_decisions_keep_the_lines(scan: OpenScan) -> None:
    """A word that was corrected is framed where it stood; rows that are merged show the lines of both."""
    page = scan()
    page.keyboard.press("1")
    page.keyboard.press("Home")
    page.locator(".al-current .al-mark").click()
    page.locator(".al-current .al-strip-doubt").wait_for()
    page.keyboard.press("m")
    page.wait_for_function("document.querySelectorAll('.al-current .al-strip-line').length === 4")


def test_no_line_is_printed(scan: OpenScan) -> None:
    """Paper holds the text."""
    page = scan()
    page.emulate_media(media="print")
    assert page.locator(".al-strip").is_hidden()


@pytest.fixture
def unguarded(chromium: Browser) -> Iterator[Page]:
    """A page that lets axe-core's script in."""
    context = chromium.new_context(viewport={"width": 1000, "height": 800}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_that_axe_knows(unguarded: Page, axe: str, tmp_path: Path, scheme: str) -> None:
    """In the table and in the view of one doubt, lines wider than the window."""
    page = unguarded
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(write_desk(tmp_path, both=True))
    page.locator(".al-current .al-strip").wait_for()
    page.evaluate(axe)
    for key in ("z", "f"):
        page.keyboard.press(key)
        found = page.evaluate(
            "async () => (await axe.run()).violations.map((v) => v.id + ': ' + v.nodes[0].html)"
        )
        assert found == []


def test_a_desk_without_pictures_shows_none_and_misses_none(
    opened: Callable[[Review], Page], tmp_path: Path
) -> None:
    """Written without images: no strip, no word about one but where it is asked for."""
    page = opened(Review(letter_bitext(tmp_path), encoder=LetterEncoder()))
    page.keyboard.press("n")
    assert page.locator(".al-strip").count() == 0
    assert page.locator(".al-warnings").is_hidden()
    page.keyboard.press("q")
    assert "no pictures" in page.locator(".al-live").inner_text()
