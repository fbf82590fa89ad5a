"""The page of the scan beside the text, in JupyterLab."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scanned_letter import letter

from .lab import HAND, Lab, notebook

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CELL = f"""import sys
sys.path.insert(0, {HAND!r})
from hand import LetterEncoder
from pathlib import Path
from scanned_letter import letter
from align.review import Review
review = Review.open(letter(PAGES, FOLDER), "review.jsonl", encoder=LetterEncoder())
review.widget()"""


def opened(page: Page, server: tuple[str, Path], name: str, pages: int = 3, *, drawn: bool = True) -> Path:
    address, root = server
    folder = root / name
    folder.mkdir()
    where = "Path()" if drawn else "None"
    notebook(folder / "review.ipynb", CELL.replace("PAGES", str(pages)).replace("FOLDER", where))
    Lab(page, address, f"{folder.name}/review.ipynb").run_all()
    return folder


def test_play(server: tuple[str, Path], page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    opened(page, server, "test_play")
    page.keyboard.press("v")
    page.wait_for_timeout(1500)
    page.screenshot(path="/tmp/pv1.png")
    page.keyboard.press("n")
    page.keyboard.press("+")
    page.wait_for_timeout(600)
    page.screenshot(path="/tmp/pv2.png")
    page.keyboard.press("V")
    page.get_by_role("button", name="Turn right").click()
    page.get_by_role("button", name="Light").click()
    page.wait_for_timeout(600)
    page.screenshot(path="/tmp/pv3.png")
    page.set_viewport_size({"width": 640, "height": 360})
    page.wait_for_timeout(600)
    page.screenshot(path="/tmp/pv4.png")
