"""The one-file desk keeps decisions in the browser: a closed tab, a full disk, a newer page lose none."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hand import LetterEncoder, bitext_of

from align.review import Review, read_decisions

from .test_desk import bitext, downloaded, replayed, shown

if TYPE_CHECKING:
    from playwright.sync_api import Page

FULL = """() => { globalThis.honest = Storage.prototype.setItem;
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; }"""
ROOM = "() => { Storage.prototype.setItem = globalThis.honest; }"
SHUT = """Object.defineProperty(window, "localStorage",
  { get() { throw new DOMException("no", "SecurityError"); } })"""
KEYS = [
    *("a", "x", "1", "2", "w", "o", "Enter", "b", "R", "C"),
    *(
        "m",
        "u",
        "d",
        "i",
        "Control+z",
        "Control+Shift+Z",
        "n",
        "ArrowDown",
        "ArrowUp",
        "ArrowRight",
        "ArrowLeft",
    ),
]


@pytest.fixture
def desk(opened: Callable[[Review], Page]) -> Callable[..., Page]:
    """The desk of a bitext, focus on its first row."""

    def begin(review: Review | None = None) -> Page:
        page = opened(review or Review(bitext(), encoder=LetterEncoder()))
        page.locator(".al-row").first.locator(".al-source").click(position={"x": 4, "y": 4})
        return page

    return begin


def again(page: Page) -> None:
    """The tab closed and the page opened once more."""
    page.reload()
    page.wait_for_selector(".al-desk[data-ready]")


def page_state(page: Page) -> list[str]:
    """Text, status, comment and marks of every row, numbers and ids left out."""
    found: list[str] = page.locator(".al-row").evaluate_all(
        """rows => rows.map((row) => [row.className.replace(" al-current", ""), row.textContent,
             row.querySelector(".al-commented")?.title].join("|"))"""
    )
    return found


def type_into(page: Page, key: str, text: str) -> None:
    page.keyboard.press(key)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_a_closed_tab_loses_nothing(desk: Callable[..., Page], tmp_path: Path) -> None:
    """Opened again, the page shows every decision, reports it, undoes them, and downloads them all."""
    page = desk()
    page.get_by_label("Your name").fill("Anna")
    page.locator(".al-row").first.locator(".al-source").click(position={"x": 4, "y": 4})
    page.keyboard.press("Shift+A")
    page.keyboard.press("Enter")
    page.locator(".al-row").nth(1).locator(".al-source").click(position={"x": 4, "y": 4})
    type_into(page, "e", "ddd own word fff")
    type_into(page, "c", "looked up")
    for key in ("s", "Home", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    assert "kept in this browser" in page.locator(".al-tally").inner_text()
    before = page_state(page)
    again(page)
    assert page_state(page) == before
    assert "In force again from your last visit: 4 decisions." in page.locator(".al-note").inner_text()
    assert page.get_by_label("Your name").input_value() == "Anna"
    path = downloaded(page, tmp_path)
    assert {entry.by for entry in read_decisions(path).entries} == {"Anna"}
    assert replayed(path).corrected().splitlines()[:2] == ["aaa bab ccc", "ddd own word fff"]
    assert "all downloaded" in page.locator(".al-tally").inner_text()
    for _ in range(4):
        page.keyboard.press("Control+z")
    assert shown(page)[1][0] == "ddd eee. fff"
    again(page)
    assert shown(page)[1][0] == "ddd eee. fff"
    assert "4 not downloaded" in page.locator(".al-tally").inner_text()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_was_pressed_is_there_again(desk: Callable[..., Page], seed: int) -> None:
    """Sixty keys at random: the page opened again is as the closed one was."""
    page = desk()
    dice = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(60):
        page.keyboard.press(dice.choice(KEYS))
    before = page_state(page)
    again(page)
    assert page_state(page) == before
    assert "Without a place" not in page.locator(".al-note").inner_text()


def test_a_full_storage_is_reported_at_once_and_nothing_is_lost(desk: Callable[..., Page]) -> None:
    """The decision stays on the screen, a warning stands above it; when there is room all is kept."""
    page = desk()
    page.evaluate(FULL)
    page.keyboard.press("a")
    page.keyboard.press("x")
    assert shown(page)[0][0] == "aaa bab ccc"
    assert "download" in page.locator(".al-note").inner_text()
    assert "kept in this browser" not in page.locator(".al-tally").inner_text()
    page.evaluate(ROOM)
    page.keyboard.press("x")
    assert page.locator(".al-note").inner_text() == ""
    before = page_state(page)
    again(page)
    assert page_state(page) == before


def test_a_browser_that_keeps_nothing_is_reported_when_the_page_opens(
    page: Page, desk: Callable[..., Page], tmp_path: Path
) -> None:
    """Forbidden storage is no error: the review goes on, the warning suggests a download."""
    page.add_init_script(SHUT)
    desk()
    assert "keeps nothing" in page.locator(".al-note").inner_text()
    page.keyboard.press("a")
    assert replayed(downloaded(page, tmp_path)).corrected().startswith("aaa bab")


def test_what_came_back_in_a_newer_page_is_not_decided_twice(
    desk: Callable[..., Page], tmp_path: Path
) -> None:
    """Imported in Python and exported again: the page has it, the browser forgets it."""
    page = desk()
    page.keyboard.press("m")
    decided = read_decisions(downloaded(page, tmp_path))
    page.keyboard.press("b")
    desk(Review(bitext(), None, decided, encoder=LetterEncoder()))
    assert [source for source, _ in shown(page)] == ["aaa bbb ccc ddd eee. fff", "ggg hhh", "iii bbb"]
    assert page.get_by_text("⚑ later").count() == 1
    assert "1 decision." in page.locator(".al-note").inner_text()
    assert len(page.evaluate("Object.keys(localStorage).filter((key) => / \\d+ /.test(key))")) == 1


def test_what_has_no_place_on_a_newer_page_stays_in_the_download(
    desk: Callable[..., Page], tmp_path: Path
) -> None:
    """The same files paired another way: the note counts what found no place, the download holds it."""
    page = desk()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # the row has an open doubt
    source, target = ["aaa bbb ccc", "ddd eee. fff", "ggg hhh", "iii bbb"], ["abc", "dde ff", "ggh", "ibb"]
    desk(Review(bitext_of(source, target, [(2, 2), (2, 2)]), encoder=LetterEncoder()))
    assert "Without a place on this page: 1 decision" in page.locator(".al-note").inner_text()
    assert len(read_decisions(downloaded(page, tmp_path)).entries) == 1
