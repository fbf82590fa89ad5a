"""The page of the scan beside the text, in JupyterLab and on the one-file desk."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import pytest
from hand import LetterEncoder
from PIL import Image
from scanned import colour_of
from scanned_letter import letter

from align.review import Review

from .keyboard import SHIFT, press
from .lab import HAND, Lab, notebook, ops, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CELL = f"""import sys
sys.path.insert(0, {HAND!r})
from hand import LetterEncoder
from pathlib import Path
from scanned import letter_bitext
from scanned_letter import letter
from align.review import Review
review = Review.open(BITEXT, "review.jsonl", encoder=LetterEncoder())
review.widget()"""

COUNT_PICTURES = """(() => {
  const [make, release] = [URL.createObjectURL, URL.revokeObjectURL];
  window.pictures = new Set();
  URL.createObjectURL = (blob) => {
    const url = make.call(URL, blob);
    if (blob.type?.startsWith("image/")) window.pictures.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => { window.pictures.delete(url); release.call(URL, url); };
})()"""
"""Keeps the addresses of the pictures that the browser holds."""

PAGES_HELD = """async () => {
  const images = [...window.pictures].map((url) => Object.assign(new Image(), { src: url }));
  await Promise.all(images.map((image) => image.decode()));
  return images.filter((image) => image.naturalHeight > 300).length;
}"""
"""How many of them are whole pages: lines are lower."""

FRAMES = """(kind) => {
  const view = document.querySelector(".al-pv-view").getBoundingClientRect();
  return [...document.querySelectorAll(`.al-pv-${kind} > *`)].map((frame) => {
    const { left, top, right, bottom } = frame.getBoundingClientRect();
    return [left - view.left, top - view.top, right - view.left, bottom - view.top];
  });
}"""

MARKED = """() => [...(CSS.highlights.get("al-page-text") ?? [])].map(
  (one) => one.startContainer.data.slice(one.startOffset, one.endOffset))"""


class Opened:
    """A review of a scanned letter in a notebook."""

    def __init__(self, page: Page, server: tuple[str, Path], name: str) -> None:
        self.page = page
        self.address, root = server
        self.folder = root / name
        self.folder.mkdir()
        self.lab: Lab | None = None

    def open(self, pages: int = 3, *, drawn: bool = True) -> None:
        self.open_bitext(f"letter({pages}, {'Path()' if drawn else None})")

    def open_bitext(self, bitext: str) -> None:
        """``bitext``: the expression that makes it."""
        notebook(self.folder / "review.ipynb", CELL.replace("BITEXT", bitext))
        self.page.set_viewport_size({"width": 1280, "height": 720})
        self.lab = Lab(self.page, self.address, f"{self.folder.name}/review.ipynb")
        self.lab.run_all()
        self.lab.wait_for_kernel()  # the models are loaded

    @property
    def pane(self) -> Locator:
        return self.page.locator(".al-pageview")

    @property
    def title(self) -> str:
        return self.pane.locator("h2").inner_text()

    def button(self, name: str) -> Locator:
        return self.pane.get_by_role("button", name=name, exact=True)

    def wait_for_page(self, number: int) -> None:
        """Until the picture of this page is drawn and words of the row are framed on it."""
        self.pane.locator("h2", has_text=f"Page {number} of").wait_for()
        self.page.wait_for_selector(".al-pageview[data-shows=picture]")
        self.page.wait_for_function("document.querySelector('.al-pv-row > *') !== null")
        self.page.wait_for_timeout(250)  # drawn, and sharper where it is zoomed in

    def frames(self, kind: Literal["row", "doubt", "pointed"]) -> list[list[float]]:
        found: list[list[float]] = self.page.evaluate(FRAMES, kind)
        return found

    def row(self) -> str:
        return self.page.locator(".al-row.al-current .al-n").inner_text()

    def is_in_focus(self) -> bool:
        return self.page.locator(".al-row.al-current .al-cell:focus").count() == 1

    def point_at(self, box: list[float]) -> None:
        """The pointer on the middle of a box of the view."""
        view = self.pane.locator(".al-pv-view").bounding_box()
        assert view is not None
        self.page.mouse.move(view["x"] + (box[0] + box[2]) / 2, view["y"] + (box[1] + box[3]) / 2)


@pytest.fixture
def scan(server: tuple[str, Path], page: Page, request: pytest.FixtureRequest) -> Opened:
    page.add_init_script(COUNT_PICTURES)
    return Opened(page, server, request.node.name.replace("[", "-").replace("]", ""))


def test_the_page_follows_the_focus_and_few_pictures_are_held(scan: Opened) -> None:
    """By key, through a letter of 40 pages; Escape closes it, and the row has the focus again."""
    scan.open(40)
    page = scan.page
    page.keyboard.press("v")
    scan.wait_for_page(1)
    assert scan.is_in_focus()
    assert len(scan.frames("row")) == 1
    assert len(scan.frames("doubt")) == 1
    for _ in range(8):
        page.keyboard.press("n")
    scan.wait_for_page(2)
    for _ in range(16):
        page.keyboard.press("n")
    scan.wait_for_page(4)
    page.keyboard.press("End")
    scan.wait_for_page(40)
    assert page.evaluate(PAGES_HELD) <= 4
    assert scan.pane.locator(".al-pv-foot").inner_text() == "Row 960 is framed."
    page.keyboard.press("Home")
    scan.wait_for_page(1)
    scan.button("Next page").click()
    scan.pane.locator("h2", has_text="Page 2 of 40").wait_for()
    assert scan.frames("row") == []
    scan.button("To the row").click()
    scan.wait_for_page(1)
    page.keyboard.press("Escape")
    assert scan.pane.is_hidden()
    assert scan.is_in_focus()
    assert page.evaluate(PAGES_HELD) <= 4


def picture_of(scan: Opened) -> Image.Image:
    """The view without its frames."""
    hiding = scan.page.add_style_tag(content=".al-pv-frames.al-pv-frames { visibility: hidden; }")
    shot = scan.pane.locator(".al-pv-view").screenshot()
    hiding.evaluate("(style) => style.remove()")
    return Image.open(io.BytesIO(shot)).convert("RGB")


def place_of_word(picture: Image.Image, colour: tuple[int, int, int], near: list[float]) -> list[int] | None:
    """The box of what is as dark as a colour, around a place; colours of a JPEG are less sharp than that."""
    room = 0.25 * min(near[2] - near[0], near[3] - near[1])  # the next word is twice as far away
    left, top = max(int(near[0] - room), 0), max(int(near[1] - room), 0)
    right, bottom = int(near[2] + room) + 1, int(near[3] + room) + 1
    grey = np.asarray(picture.convert("L").crop((left, top, right, bottom)), dtype=int)
    own = np.asarray(Image.new("RGB", (1, 1), colour).convert("L"), dtype=int)[0, 0]
    rows, columns = np.nonzero(grey < (own + 255) // 2)
    if not len(rows):
        return None
    place = columns.min() + left, rows.min() + top, columns.max() + 1 + left, rows.max() + 1 + top
    return [int(edge) for edge in place]


def check_frame(scan: Opened, colour: tuple[int, int, int]) -> None:
    """The frame of the doubt is where the picture has its word, to two pixels."""
    (frame,) = scan.frames("doubt")
    found = place_of_word(picture_of(scan), colour, frame)
    assert found is not None
    assert max(abs(one - two) for one, two in zip(found, frame, strict=True)) <= 2, (found, frame)


def test_frames_are_right_to_two_pixels(scan: Opened) -> None:
    """At every turn, zoomed out and in, where the picture comes in parts."""
    scan.open()
    page = scan.page
    page.keyboard.press("n")
    page.keyboard.press("v")
    scan.wait_for_page(1)
    colour = colour_of((int(scan.row()) - 1) * 7 + 1)
    for zoom in ("Width", "Whole page", "Larger"):
        for _ in range(6 if zoom == "Larger" else 1):
            scan.button(zoom).click()
        for _ in range(4):
            scan.button("Turn right").click()
            page.wait_for_timeout(500)
            check_frame(scan, colour)
    assert scan.pane.locator(".al-pv-zoom").inner_text() != "100 %"


def test_pointing_goes_both_ways(scan: Opened) -> None:
    """A word of the page marks its place in the text and leads there; a word of the text is framed."""
    scan.open()
    page = scan.page
    page.get_by_role("button", name="Page", exact=True).click()
    scan.wait_for_page(1)
    (row,) = scan.frames("row")
    line = (row[3] - row[1]) * 62 / 28  # from line to line
    fifth = [row[0], row[1] + 3 * line, row[0] + 12, row[3] + 3 * line]
    scan.point_at(fifth)
    page.wait_for_function(f"({MARKED})()[0] === '1.5.'")
    assert "row 5" in scan.pane.locator(".al-pv-foot").inner_text()
    (word,) = scan.frames("pointed")
    scan.point_at([word[2] + 10, word[1], word[2] + 14, word[3]])
    page.wait_for_function(f"({MARKED})()[0] !== '1.5.'")
    page.mouse.down()
    page.mouse.up()
    page.locator(".al-row.al-current .al-n", has_text="5").wait_for()
    assert scan.is_in_focus()
    assert page.locator(".al-row.al-current .al-mark.al-chosen").count() == 1
    cell = page.locator(".al-row").nth(5).locator(".al-source")
    cell.scroll_into_view_if_needed()
    cell.hover(position={"x": 20, "y": 18})
    page.wait_for_function("document.querySelector('.al-pv-pointed > *') !== null")
    (pointed,), (framed,) = scan.frames("pointed"), scan.frames("row")
    assert pointed[1] - framed[1] == pytest.approx(line, abs=1)
    assert pointed[0] == pytest.approx(framed[0], abs=1)


def test_a_word_of_the_text_on_another_page(scan: Opened) -> None:
    """Of the row in focus, its page is shown; of another row, the page is named."""
    scan.open_bitext("letter_bitext(Path())")
    page = scan.page
    page.keyboard.press("v")
    scan.wait_for_page(1)
    page.locator(".al-row").nth(3).locator(".al-source").hover(position={"x": 20, "y": 18})
    foot = scan.pane.locator(".al-pv-foot")
    foot.get_by_text("This word stands on page 3 of 3.").wait_for()
    page.wait_for_timeout(500)
    assert scan.title == "Page 1 of 3"
    page.keyboard.press("j")
    scan.wait_for_page(1)
    row = page.locator(".al-row.al-current .al-source")
    row.get_by_text("lll").hover()
    scan.wait_for_page(2)
    page.wait_for_function("document.querySelector('.al-pv-pointed > *') !== null")
    assert foot.inner_text() == "Row 2 is framed."
    page.keyboard.press("k")
    scan.wait_for_page(1)


def test_one_doubt_at_a_time_beside_its_page(scan: Opened) -> None:
    """By key: it opens, follows the doubt, leads from a word to its doubt, and Escape shuts it first."""
    scan.open_bitext("letter_bitext(Path())")
    page = scan.page
    page.keyboard.press("f")
    one = page.locator(".al-one")
    one.wait_for()
    page.keyboard.press("v")
    scan.wait_for_page(1)
    assert len(scan.frames("doubt")) == 1
    assert one.is_visible()
    assert page.locator(".al-grid").is_hidden()
    places = one.bounding_box(), scan.pane.bounding_box()
    assert places[0] is not None
    assert places[1] is not None
    assert places[0]["x"] + places[0]["width"] <= places[1]["x"] + 1
    page.keyboard.press("n")
    assert len(scan.frames("doubt")) == 1
    page.keyboard.press("n")
    scan.wait_for_page(2)
    (doubted,) = scan.frames("doubt")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("n")
    scan.wait_for_page(3)
    scan.button("Page before").click()
    page.wait_for_selector(".al-pageview[data-shows=picture]")
    scan.point_at(doubted)
    page.mouse.down()
    page.mouse.up()
    page.locator(".al-one-doubtful", has_text="rrr").wait_for()
    page.keyboard.press("Escape")
    assert scan.pane.is_hidden()
    assert one.is_visible()
    page.keyboard.press("a")
    page.locator(".al-one", has_text="1 of 4").wait_for()
    page.keyboard.press("v")
    scan.wait_for_page(3)
    page.keyboard.press("f")
    page.locator(".al-row.al-current").wait_for()
    assert one.count() == 0
    assert scan.pane.is_visible()


def test_the_mouse_moves_and_zooms_the_page(scan: Opened) -> None:
    """Wheel, Ctrl and wheel, drag; sliders change its light; the menu closes it."""
    scan.open()
    page = scan.page
    page.keyboard.press("v")
    scan.wait_for_page(1)
    (before,) = scan.frames("row")
    scan.point_at([200, 200, 200, 200])
    page.mouse.wheel(0, 100)
    page.wait_for_timeout(100)
    assert scan.frames("row")[0][1] == pytest.approx(before[1] - 100, abs=1)
    page.mouse.down()
    scan.point_at([200, 240, 200, 240])
    page.mouse.up()
    page.wait_for_timeout(100)
    assert scan.frames("row")[0][1] == pytest.approx(before[1] - 60, abs=1)
    assert scan.row() == "2"
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_timeout(100)
    (zoomed,) = scan.frames("row")
    assert zoomed[3] - zoomed[1] > 1.3 * (before[3] - before[1])
    scan.button("Light").click()
    scan.pane.get_by_label("Brightness, per cent").fill("150")
    scan.pane.get_by_label("Invert").check()
    style = scan.pane.locator(".al-pv-pictures").first.evaluate("(one) => getComputedStyle(one).filter")
    assert style == "invert(1) brightness(1.5)"
    page.get_by_role("button", name="Tools").click()
    page.get_by_role("menuitem", name="The page of the scan").click()
    assert scan.pane.is_hidden()


def test_the_keyboard_alone_on_a_russian_layout(scan: Opened) -> None:
    """``v`` opens the page, Shift+``v`` takes the arrows there and back; zoom and turn are remembered."""
    scan.open()
    page = scan.page
    press(page, ("м", "KeyV", 0))
    scan.wait_for_page(1)
    (before,) = scan.frames("row")
    press(page, ("=", "Equal", 0), ("=", "Equal", 0), ("М", "KeyV", SHIFT))
    assert scan.pane.locator(".al-pv-view:focus").count() == 1
    assert "Framed, row 2: 1.2." in (scan.pane.locator(".al-pv-view").get_attribute("aria-label") or "")
    page.wait_for_timeout(100)
    (zoomed,) = scan.frames("row")
    assert zoomed[3] - zoomed[1] == pytest.approx((before[3] - before[1]) * 1.25**2, abs=0.5)
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(100)
    assert scan.frames("row")[0][1] == pytest.approx(zoomed[1] - 60, abs=1)
    page.keyboard.press("PageDown")
    assert scan.title == "Page 2 of 3"
    press(page, ("М", "KeyV", SHIFT))
    assert scan.is_in_focus()
    scan.button("Turn left").click()
    page.keyboard.press("Escape")
    assert scan.pane.is_hidden()
    assert scan.is_in_focus()
    page.wait_for_timeout(1000)
    assert scan.lab is not None
    scan.lab.run_all()
    scan.lab.wait_for_kernel()
    page.keyboard.press("v")
    scan.wait_for_page(1)
    (turned,) = scan.frames("row")
    assert turned[3] - turned[1] > turned[2] - turned[0]
    assert scan.pane.locator(".al-pv-zoom").inner_text() == "156 %"


def test_a_missing_picture_is_named_and_the_words_take_its_place(scan: Opened) -> None:
    """The review goes on."""
    scan.open(drawn=False)
    page = scan.page
    page.keyboard.press("v")
    page.wait_for_selector(".al-pageview[data-shows=text]")
    page.wait_for_function("document.querySelector('.al-pv-doubt > *') !== null")
    assert "page-1.png" in scan.pane.locator(".al-pv-note").inner_text()
    shot = picture_of(scan)
    (frame,) = scan.frames("row")
    letters = shot.crop((int(frame[0]), int(frame[1]), int(frame[2]), int(frame[3]) + 1)).convert("L")
    assert np.asarray(letters).min() < 120
    page.keyboard.press("a")
    wait_for(lambda: ops(scan.folder / "review.jsonl") == ["Accept"])
    page.locator(".al-row.al-current .al-n", has_text="5").wait_for()
    page.wait_for_function("document.querySelector('.al-pv-foot').textContent === 'Row 5 is framed.'")


@pytest.mark.parametrize("light", ["true", "false"])
def test_no_barrier_that_axe_knows_on_any_screen(scan: Opened, axe: str, light: str) -> None:
    """Light and dark; beside the text, and over it where there is no room, by keys alone; not in print."""
    scan.open()
    page = scan.page
    page.evaluate("(light) => { document.body.dataset.jpThemeLight = light; }", light)
    page.evaluate(axe)
    page.keyboard.press("v")
    scan.wait_for_page(1)
    page.emulate_media(media="print")
    assert scan.pane.is_hidden()
    page.emulate_media(media="screen")
    scan.button("Light").click()
    violations = "async () => (await axe.run('.al-pageview')).violations.map((v) => v.id + v.nodes[0].html)"
    assert page.evaluate(violations) == []
    scan.button("Light").click()
    page.keyboard.press("Escape")
    page.locator("li[data-id=filebrowser]").click()  # away with the sidebar
    page.locator(".al-row .al-source").nth(1).click()
    page.set_viewport_size({"width": 640, "height": 360})
    page.wait_for_timeout(500)
    page.keyboard.press("v")
    scan.wait_for_page(1)
    assert scan.pane.locator(".al-pv-view:focus").count() == 1
    view = scan.pane.locator(".al-pv-view").bounding_box()
    assert view is not None
    assert view["height"] > 100
    assert page.evaluate(violations) == []
    page.keyboard.press("n")
    page.wait_for_function("document.querySelector('.al-pv-foot').textContent === 'Row 5 is framed.'")
    page.keyboard.press("v")
    assert scan.pane.is_hidden()
    assert scan.is_in_focus()


def test_the_one_file_desk_has_no_pages(opened: Callable[[Review], Page]) -> None:
    """The key tells where they are."""
    page = opened(Review(letter(1, None), encoder=LetterEncoder()))
    page.locator(".al-row .al-source").first.click(position={"x": 4, "y": 4})
    page.keyboard.press("v")
    assert "Whole pages are shown in the notebook" in page.locator(".al-live").inner_text()
    assert page.locator(".al-pageview").is_hidden()
