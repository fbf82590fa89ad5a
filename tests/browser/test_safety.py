"""What the review in JupyterLab tells of the kernel is true, and a notebook opened the next day goes on."""

from __future__ import annotations

import os
import re
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .lab import Lab, ops, running, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
LATE = 16000
"""Milliseconds after which the review reports a message without an answer."""


def test_quick_keys_raise_no_alarm(lab: tuple[Lab, Path]) -> None:
    """Fifty arrows in two seconds, decisions among them: no warning, then or later; all is on the disk."""
    made, journal = lab
    page = made.page
    page.locator(".al-row .al-source").first.click()
    page.keyboard.press("a")
    for n in range(50):
        page.keyboard.press("ArrowUp" if n % 3 else "ArrowDown")
        page.wait_for_timeout(40)
    wait_for(lambda: ops(journal) == ["Accept"])
    page.wait_for_timeout(LATE)
    assert page.locator(".al-note").inner_text() == ""
    assert "Not saved" not in page.locator(".al-live").inner_text()


def test_a_kernel_that_hangs_is_reported_until_it_replies(lab: tuple[Lab, Path]) -> None:
    """What it has not saved is named; when it answers, all is well again."""
    made, journal = lab
    page = made.page
    page.locator(".al-row .al-source").first.click()
    os.kill(made.pid(), signal.SIGSTOP)
    page.keyboard.press("a")
    unsaved = re.compile("Not saved( yet)?: row 1: “bbb” → “bab”")
    page.locator(".al-note").get_by_text(unsaved).wait_for(timeout=LATE + 10000)
    os.kill(made.pid(), signal.SIGCONT)
    wait_for(lambda: ops(journal) == ["Accept"])
    page.wait_for_function("document.querySelector('.al-note').textContent === ''")
    assert page.locator(".al-mark.al-accepted").all_inner_texts() == ["bab"]


@pytest.mark.model
def test_the_notebook_of_the_letter_from_the_first_day_to_the_next(chromium: Browser, tmp_path: Path) -> None:
    """The review has the keys and is in sight; the next day its picture, then the row where one stopped."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "review.ipynb", tmp_path)
    with running(tmp_path) as address:
        page = chromium.new_context(viewport={"width": 1280, "height": 860}).new_page()
        _first_day(Lab(page, address, "review.ipynb"))
        page.context.close()
    with running(tmp_path) as address:
        page = chromium.new_context(viewport={"width": 1280, "height": 860}).new_page()
        _next_day(page, address)
        page.context.close()


def _first_day(made: Lab) -> None:
    page = made.page
    made.run_all()
    page.wait_for_function("document.activeElement?.closest('.al-desk') !== null")
    head, row = (page.locator(one).first.bounding_box() for one in (".al-head", ".al-current"))
    assert head is not None
    assert row is not None
    assert 0 <= head["y"] < row["y"] < row["y"] + row["height"] < 860
    assert not page.locator(".al-begin").is_visible()
    for key in ("a", "x", "ArrowDown", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    page.locator(".al-still strong", has_text="(2 in review.jsonl)").wait_for(state="attached")
    assert not page.locator(".al-still").is_visible()
    _stray_keys(made)
    page.get_by_role("menuitem", name="File", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Save Notebook(?! As)")).click()
    page.locator(".lm-TabBar-tab.jp-mod-current:not(.jp-mod-dirty)").first.wait_for()


def _stray_keys(made: Lab) -> None:
    """Keys that delete a cell, pressed beside the table: no cell goes; the review asks for a click."""
    page = made.page
    cells = made.cells()
    page.locator(".jp-MarkdownCell").first.click()
    assert page.locator(".al-begin").is_visible()
    for key in ("x", "d", "d"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert made.cells() == cells
    begin = page.locator(".al-begin").bounding_box()
    assert begin is not None
    page.mouse.click(begin["x"] + 5, begin["y"] + begin["height"] / 2)
    page.wait_for_function("document.activeElement?.closest('.al-desk') !== null")
    assert not page.locator(".al-begin").is_visible()


def _next_day(page: Page, address: str) -> None:
    page.goto(f"{address}/lab/tree/review.ipynb?reset")
    still = page.locator(".al-still")
    still.wait_for(timeout=60000)
    page.wait_for_timeout(3000)  # until JupyterLab has given up the widget
    assert "Your decisions are safe (2 in review.jsonl)" in still.inner_text()
    error = page.get_by_text("Error displaying widget")
    assert not error.count() or not error.first.is_visible()
    here = page.locator(".al-still .al-here td").first.inner_text()
    made = Lab(page, address, "review.ipynb")
    made.run_all()
    assert page.locator(".al-current .al-n").inner_text() == here
    assert not page.locator(".al-still").is_visible()
