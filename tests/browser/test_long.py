"""A long review: rows out of sight are laid out in groups, and no reader may notice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hand import LetterEncoder, bitext_of

from align.review import Review

from .test_desk import box

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROWS = 120
NUMBERS = "rows => rows.map((row) => Number(row.querySelector('.al-n').textContent))"
PLACES = "rows => rows.map((row) => Number(row.getAttribute('aria-rowindex')) - 1)"


@pytest.fixture
def long(opened: Callable[[Review], Page]) -> Page:
    """The desk of rows with the texts "row 1", "row 2" and so on."""
    words = [f"row {n}" for n in range(1, ROWS + 1)]
    return opened(Review(bitext_of(words, words, [(1, 1)] * ROWS), encoder=LetterEncoder()))


def go(page: Page, row: int) -> None:
    """The cursor on a row, by its number."""
    page.locator(".al-row").nth(row - 1).locator(".al-source").click(position={"x": 4, "y": 4})


def words(page: Page) -> list[str]:
    """The originals in the order of the page, the parted and the merged ones as they stand."""
    found = page.locator(".al-row .al-source").evaluate_all("all => all.map((one) => one.textContent)")
    return [text for text in found if text != "— nothing here —"]


def numbered(page: Page, rows: int) -> None:
    """Rows are so many, and numbered in their order for the eye and for a screen reader."""
    page.wait_for_function(
        f"document.querySelectorAll('.al-row').length === {rows}"
        f" && [...document.querySelectorAll('.al-n')].at(-1).textContent === '{rows}'"
    )
    every = page.locator(".al-row")
    assert every.evaluate_all(NUMBERS) == list(range(1, rows + 1))
    assert every.evaluate_all(PLACES) == list(range(1, rows + 1))


def test_rows_keep_their_order_wherever_pairs_are_made_anew(long: Page) -> None:
    """Merged, parted many times over and undone, at any row: the text stands in its order."""
    before = words(long)
    for row in (1, 25, 50, 99):
        go(long, row)
        long.keyboard.press("m")
        numbered(long, ROWS - 1)
        assert " ".join(words(long)) == " ".join(before)
        long.keyboard.press("Control+z")
        numbered(long, ROWS)
        assert words(long) == before
    go(long, 10)
    for done in range(1, 41):
        long.keyboard.press("i")
        numbered(long, ROWS + done)
        long.keyboard.press("ArrowDown")
        long.keyboard.press("ArrowDown")
    assert words(long) == before


def test_the_last_row_is_merged_and_parted(long: Page) -> None:
    """Also where nothing follows."""
    before = words(long)
    go(long, ROWS - 1)
    long.keyboard.press("m")
    numbered(long, ROWS - 1)
    long.keyboard.press("i")
    numbered(long, ROWS)
    assert " ".join(words(long)) == " ".join(before)


def test_what_a_filter_hides_leaves_no_room(long: Page) -> None:
    """Three rows far apart stand one below the other; without the filter each is where it was."""
    tall = long.locator(".al-body").evaluate("body => body.scrollHeight")
    long.get_by_label("Search both sides").fill("row 7")
    long.get_by_label("Only rows with hits").check()
    visible = long.locator(".al-row:visible")
    assert visible.count() == 11
    assert long.locator(".al-body").evaluate("body => body.scrollHeight") < tall / 5
    long.get_by_label("Search both sides").fill("row 120")
    assert visible.count() == 1
    assert box(visible)["height"] == box(long.locator(".al-body"))["height"]
    long.get_by_label("Search both sides").press("Escape")
    assert visible.count() == ROWS


def test_keys_go_to_rows_out_of_sight(long: Page) -> None:
    """The last row by End, the first by Home, any by its number: seen, and in focus."""
    go(long, 1)
    for key, row in (("End", ROWS), ("Home", 1), ("PageDown", 11)):
        long.keyboard.press(key)
        cell = long.locator(".al-cell:focus")
        assert cell.inner_text() == f"row {row}"
        place, grid = box(cell), box(long.locator(".al-grid"))
        assert grid["y"] <= place["y"]
        assert place["y"] + place["height"] <= grid["y"] + grid["height"]


def test_a_long_review_is_accessible(long: Page, axe: str) -> None:
    """No barrier that axe-core knows, with rows in several groups."""
    long.evaluate(axe)
    found = long.evaluate("axe.run(document)")
    assert [one["id"] for one in found["violations"]] == []
