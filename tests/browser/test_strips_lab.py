"""The lines of the scan in a notebook: pictures come from the kernel when they are needed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scanned import LETTER, draw, page_of

from .lab import HAND, Lab, notebook, ops, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Page

CELL = f"""import sys
sys.path.insert(0, {HAND!r})
from pathlib import Path
from hand import LetterEncoder
from scanned import letter_bitext
from align.review import Review
bitext = letter_bitext(Path().resolve())
review = Review.open(bitext, "review.jsonl", reviewer="anna", encoder=LetterEncoder())
review.widget()"""
WATCHED = """() => {
    window.pictures = 0;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.pictures += 1; return make.call(URL, blob); };
    window.heights = [];
    const watch = () => {
        for (const one of document.querySelectorAll('.al-strip-lines'))
            window.heights.push([one.getBoundingClientRect().height, one.querySelectorAll('img').length]);
        requestAnimationFrame(watch);
    };
    watch();
}"""


@pytest.fixture
def home(server: tuple[str, Path], request: pytest.FixtureRequest) -> Path:
    """The folder of the notebook; its cell may be given by the test's parameter."""
    folder = server[1] / re.sub(r"\W", "-", request.node.name)
    folder.mkdir()
    notebook(folder / "review.ipynb", getattr(request, "param", CELL))
    return folder


@pytest.fixture
def scan(server: tuple[str, Path], home: Path, page: Page) -> Lab:
    """The short scanned letter, not opened yet."""
    return Lab(page, server[0], f"{home.name}/review.ipynb")


def test_pictures_come_before_they_are_needed_and_are_not_kept_in_the_file(scan: Lab, home: Path) -> None:
    """The next doubt's line is drawn with the key; the lines' height does not change when a picture comes."""
    page = scan.page
    page.evaluate(WATCHED)
    scan.run_all()
    page.locator(".al-strip-line img").first.wait_for()
    page.locator(".al-current .al-source").click(position={"x": 4, "y": 4})
    page.wait_for_function("window.pictures >= 5")  # of four doubts, one on two lines
    page.wait_for_timeout(300)
    drawn = page.evaluate(
        """() => { const cell = document.querySelector('.al-current .al-source');
        cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', code: 'KeyN', bubbles: true }));
        return [...document.querySelectorAll('.al-strip-doubt')].map(
            (one) => one.closest('.al-strip-line').querySelector('img')?.alt); }"""
    )
    assert drawn == ["Scan, page 1: hhh iii jj-", "Scan, page 2: kkk lll."]
    heights = page.evaluate("window.heights")
    first = [height for height, _ in heights]
    assert len(set(first)) <= 2, heights  # of the first row and of the second
    page.locator(".jp-CodeCell .jp-InputArea-editor").first.click()
    page.keyboard.press("Control+s")
    wait_for(lambda: "al-still" in (home / "review.ipynb").read_text("utf-8"))
    assert not any(
        word in (home / "review.ipynb").read_text("utf-8") for word in ("image/webp", "data:image")
    )


@pytest.mark.parametrize("home", [CELL.replace("Path().resolve()", "None")], indirect=True, ids=["none"])
def test_a_page_without_its_picture_is_a_line_and_the_review_goes_on(scan: Lab, home: Path) -> None:
    """The strip names the file; decisions are written as ever; a file put there later is shown."""
    page = scan.page
    scan.run_all()
    shown = page.locator(".al-strip-trouble").first
    shown.wait_for()
    assert shown.inner_text().startswith("Page 1 of the original: page-1.png: ")
    page.locator(".al-current .al-source").click(position={"x": 4, "y": 4})
    for number, lines in enumerate(LETTER):
        draw(page_of(lines, None), home / f"page-{number + 1}.png")
    page.keyboard.press("a")
    page.locator(".al-current .al-strip img").first.wait_for()
    wait_for(lambda: ops(home / "review.jsonl") == ["Accept"])
