"""The review under other keyboard layouts than the American one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hand import LetterEncoder, bitext_of, flag_on

from align.review import Review

from .keyboard import ALT, CONTROL, SHIFT, Key, press
from .lab import CELL, Lab, notebook, ops, wait_for
from .test_lab import focus

if TYPE_CHECKING:
    from playwright.sync_api import Page

ALT_GR = CONTROL | ALT
"""How Windows reports AltGr."""


@dataclass(frozen=True)
class Layout:
    """The keys of a layout for some actions. ``comma``: a key that stands for none."""

    accept: Key
    pick_second: Key
    keys: Key
    search: Key
    next_doubt: Key
    undo: Key
    comma: Key


LAYOUTS = {
    "us": Layout(
        ("a", "KeyA", 0),
        ("2", "Digit2", 0),
        ("?", "Slash", SHIFT),
        ("/", "Slash", 0),
        ("]", "BracketRight", 0),
        ("z", "KeyZ", CONTROL),
        (",", "Comma", 0),
    ),
    "us with Caps Lock": Layout(
        ("A", "KeyA", 0),
        ("2", "Digit2", 0),
        ("?", "Slash", SHIFT),
        ("/", "Slash", 0),
        ("]", "BracketRight", 0),
        ("Z", "KeyZ", CONTROL),
        (",", "Comma", 0),
    ),
    "ru": Layout(
        ("ф", "KeyA", 0),
        ("2", "Digit2", 0),
        (",", "Slash", SHIFT),
        (".", "Slash", 0),
        ("ъ", "BracketRight", 0),
        ("я", "KeyZ", CONTROL),
        ("э", "Quote", 0),
    ),
    "uk": Layout(
        ("ф", "KeyA", 0),
        ("2", "Digit2", 0),
        (",", "Slash", SHIFT),
        (".", "Slash", 0),
        ("ї", "BracketRight", 0),
        ("я", "KeyZ", CONTROL),
        ("'", "Backquote", 0),
    ),
    "fr": Layout(
        ("a", "KeyQ", 0),
        ("é", "Digit2", 0),
        ("?", "KeyM", SHIFT),
        ("/", "Period", SHIFT),
        ("]", "Minus", ALT_GR),
        ("z", "KeyW", CONTROL),
        (",", "KeyM", 0),
    ),
    "de": Layout(
        ("a", "KeyA", 0),
        ("2", "Digit2", 0),
        ("?", "Minus", SHIFT),
        ("/", "Digit7", SHIFT),
        ("]", "Digit9", ALT_GR),
        ("z", "KeyY", CONTROL),
        (",", "Comma", 0),
    ),
    "Dvorak": Layout(
        ("a", "KeyA", 0),
        ("2", "Digit2", 0),
        ("?", "BracketLeft", SHIFT),
        ("/", "BracketLeft", 0),
        ("]", "Equal", 0),
        ("z", "Slash", CONTROL),
        (",", "KeyW", 0),
    ),
}


@pytest.fixture
def desk(opened: Callable[[Review], Page]) -> Page:
    """A desk whose first row has two doubts, the second with two suggestions."""
    made = bitext_of(["aaa bbb ccc", "ddd eee"], ["abc", "dde"], [(1, 1)] * 2)
    flags = (flag_on(made.source, 0, 0, "aba"), flag_on(made.source, 0, 1, "bab", "bob"))
    page = opened(Review(replace(made, flags=flags), encoder=LetterEncoder()))
    page.locator(".al-row .al-source").first.click(position={"x": 4, "y": 4})
    return page


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_has_its_keys(desk: Page, name: str) -> None:
    """Accept, pick, undo, next doubt, search and the sheet of keys are where the layout has their signs."""
    layout, page = LAYOUTS[name], desk
    press(page, layout.keys)
    page.locator(".al-dialog", has_text="Keys").wait_for()
    press(page, layout.keys)
    assert page.locator(".al-dialog").is_hidden()
    press(page, layout.comma)
    assert page.locator(".al-row").count() == 2
    press(page, layout.next_doubt)
    assert page.locator(".al-mark.al-chosen").inner_text() == "bbb"
    press(page, layout.pick_second)
    assert page.locator(".al-mark.al-accepted").all_inner_texts() == ["bob"]
    press(page, layout.accept)
    assert page.locator(".al-mark.al-accepted").all_inner_texts() == ["aba", "bob"]
    press(page, layout.undo, layout.undo)
    assert page.locator(".al-mark.al-accepted").count() == 0
    press(page, layout.search)
    assert page.get_by_label("Search both sides").evaluate("(field) => field === document.activeElement")


def test_the_sheet_of_keys_opens_without_a_question_mark(desk: Page) -> None:
    """F1 opens it on every layout."""
    press(desk, ("F1", "F1", 0))
    assert "Keys" in desk.locator(".al-dialog").inner_text()


def test_a_french_keyboard_in_jupyterlab(server: tuple[str, Path], page: Page) -> None:
    """A comma, where others have m, merges no rows; digits pick without Shift; no key leaves the review."""
    address, root = server
    folder = root / "test_layouts"
    folder.mkdir()
    layout, journal = LAYOUTS["fr"], folder / "review.jsonl"
    notebook(folder / "review.ipynb", CELL)
    lab = Lab(page, address, f"{folder.name}/review.ipynb")
    lab.run_all()
    cells = lab.cells()
    focus(page)
    press(page, layout.comma, ("&", "Digit1", 0))
    wait_for(lambda: ops(journal) == ["Accept"])
    press(page, layout.undo)
    wait_for(lambda: ops(journal) == ["Accept", "Undo"])
    press(page, layout.keys)
    page.locator(".al-dialog", has_text="Keys").wait_for()
    press(page, ("Escape", "Escape", 0), ("b", "KeyB", 0), ("m", "Semicolon", 0))
    wait_for(lambda: ops(journal) == ["Accept", "Undo", "FlagForLater", "RegroupRows"])
    assert lab.cells() == cells
