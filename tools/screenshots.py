"""Renew README's pictures of the review, light and dark, on the letter of 5 October 1950.

    python tools/screenshots.py

Writes docs/review-light.png and docs/review-dark.png. Needs Chromium (`ALIGN_CHROMIUM`, by default Debian's).
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from align.api import align_file
from align.export.html import page
from align.review import Review

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
LETTER = ROOT / "seeds" / "002_e3cea84825fd0a83.txt"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def shoot(browser: Browser, scheme: Literal["light", "dark"], desk: Path, to: Path) -> None:
    """The review after a few decisions, the next doubt chosen."""
    tab = browser.new_page(viewport={"width": 1240, "height": 760}, color_scheme=scheme)
    tab.goto(desk.as_uri())
    tab.wait_for_selector(".al-desk[data-ready]")
    tab.locator(".al-cell[tabindex='0']").focus()
    for key in ("a", "x", "Enter", "a", "Enter", "a", "a"):
        tab.keyboard.press(key)
    tab.wait_for_timeout(400)
    tab.screenshot(path=to)
    tab.close()


def main() -> None:
    """Write both pictures."""
    from playwright.sync_api import sync_playwright

    text = page(Review(align_file(LETTER)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        desk = Path(folder) / "desk.html"
        desk.write_text(text, encoding="utf-8")
        chromium = os.environ.get("ALIGN_CHROMIUM", "/usr/bin/chromium")
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        for scheme in SCHEMES:
            shoot(browser, scheme, desk, ROOT / "docs" / f"review-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
