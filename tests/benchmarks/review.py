"""How long a review takes to open and to answer, in a real JupyterLab: 5,000 and 20,000 rows.

    python tests/benchmarks/review.py [ROWS …]

Prints, for each length: seconds from the cell's output to the last row on the screen, and milliseconds from a
key to the changed row on the screen (median and worst of twenty of each). Needs Chromium (`ALIGN_CHROMIUM`).
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "review"), str(ROOT / "tests" / "browser")]
if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.lab import Lab, notebook, running
else:
    from lab import Lab, notebook, running

CELL = """import sys
sys.path.insert(0, {tests!r})
from big import long_bitext
from hand import LetterEncoder
from align.review import Review
review = Review.open(long_bitext({rows}), "{rows}.jsonl", reviewer="anna", encoder=LetterEncoder())
review.widget()"""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
KEYS = {"accept": "a", "confirm": "Enter", "flag for later": "b", "merge": "m", "undo": "Control+z"}
WAIT = """() => new Promise((done) => {
  const desk = document.querySelector('.al-desk');
  const began = performance.now();
  new MutationObserver((_, watch) => { watch.disconnect();
    requestAnimationFrame(() => done(performance.now() - began));
  }).observe(desk, { attributeFilter: ['data-revision'] });
})"""


def measure(page: Page, rows: int) -> None:
    """Print the figures of one length."""
    opened = int(page.locator(".al-desk").get_attribute("data-ready") or 0)
    print(f"{rows:>6} rows open in {opened / 1000:.2f} s")
    page.locator(".al-row").first.locator(".al-source").click()
    for name, key in KEYS.items():
        taken = []
        for _ in range(20):
            page.keyboard.press("n")
            page.wait_for_timeout(250)
            page.evaluate(f"() => {{ window.answered = ({WAIT})(); }}")
            page.keyboard.press(key)
            taken.append(page.evaluate("() => window.answered"))
            page.wait_for_timeout(100)
        print(f"       {name:<15} {statistics.median(taken):>5.0f} ms, at most {max(taken):.0f} ms")


def main(lengths: list[int]) -> None:
    """Open each length in a notebook of its own."""
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder)) as address,
        sync_playwright() as driver,
    ):
        chromium = os.environ.get("ALIGN_CHROMIUM", "/usr/bin/chromium")
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        for rows in lengths:
            notebook(
                Path(folder) / f"{rows}.ipynb", CELL.format(tests=str(ROOT / "tests" / "review"), rows=rows)
            )
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            Lab(page, address, f"{rows}.ipynb").run_all()
            measure(page, rows)
            page.close()
        browser.close()


if __name__ == "__main__":
    main([int(length) for length in sys.argv[1:]] or [5000, 20000])
