"""How long the page of a scan takes to come into sight, and how much memory it takes, on a long letter.

    python tests/benchmarks/page_view.py [--pages 40]

The letter is drawn: grey pages of A4 at 300 dpi with noise. Printed are, in a JupyterLab whose models are
loaded: milliseconds from the key to the first page on the screen, and from the key to the frame of the next
doubt (without the page view, on the same page, on another); bytes of the pictures; how many of them the
browser holds; megabytes of the kernel.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "review"), str(ROOT / "tests" / "browser")]

from strips import CELL, long_letter  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.lab import Lab, notebook, running
else:
    from lab import Lab, notebook, running

CHROMIUM = os.environ.get("ALIGN_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PID = "import os\nprint('pid', os.getpid())"

COUNT = """(() => {
  const [make, release] = [URL.createObjectURL, URL.revokeObjectURL];
  Object.assign(window, { pictures: new Map(), bytes: 0, sent: 0 });
  URL.createObjectURL = (blob) => {
    const url = make.call(URL, blob);
    if (blob.type?.startsWith("image/") && blob.size > 20000) {
      window.pictures.set(url, blob.size);
      window.bytes += blob.size;
      window.sent += 1;
    }
    return url;
  };
  URL.revokeObjectURL = (url) => { window.pictures.delete(url); release.call(URL, url); };
})()"""

PRESS = """async (key) => {
  const cell = document.querySelector('.al-current .al-source');
  const old = document.querySelector('.al-pv-doubt > *');
  const began = performance.now();
  cell.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true }));
  for (;;) {
    const pane = document.querySelector('.al-pageview');
    const frame = document.querySelector('.al-pv-doubt > *');
    if (pane.hidden || (pane.dataset.shows === 'picture' && frame && frame !== old)) {
      const framed = performance.now() - began;
      await new Promise(requestAnimationFrame);
      return [framed, performance.now() - began, pane.hidden ? '' : pane.querySelector('h2').textContent];
    }
    await new Promise(requestAnimationFrame);
  }
}"""


Times = dict[str, list[tuple[float, float]]]


def walk(page: Page, count: int) -> Times:
    """From doubt to doubt: milliseconds to the frame and to the screen, by where the next doubt stands."""
    found: Times = {}
    shown = None
    for _ in range(count):
        page.wait_for_timeout(700)  # a quick reviewer
        framed, painted, title = page.evaluate(PRESS, "n")
        where = "on the same page" if title == shown else "on another page"
        found.setdefault(where if title else "without the pane", []).append((framed, painted))
        shown = title
    return found


def report(times: Times) -> None:
    """Print medians and worst."""
    for where, took in times.items():
        framed, painted = zip(*took, strict=True)
        print(
            f"next doubt {where}: framed {statistics.median(framed):.0f} ms (at most {max(framed):.0f}), "
            f"on the screen {statistics.median(painted):.0f} ms (at most {max(painted):.0f})"
        )


def memory(pid: int) -> float:
    """Megabytes of a process."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS"))


def measure(lab: Lab, jumps: int) -> None:
    """Print the figures."""
    page, pid = lab.page, lab.pid()
    page.locator(".al-row .al-source").first.click(position={"x": 4, "y": 4})
    lab.wait_for_kernel()
    before = memory(pid)
    page.keyboard.press("End")
    page.wait_for_timeout(1500)
    page.keyboard.press("Shift+N")
    page.wait_for_timeout(1500)  # its line is shown: the kernel has the page open
    _, first, _ = page.evaluate(PRESS, "v")
    print(f"first page, open in the kernel: {first:.0f} ms")
    page.keyboard.press("v")
    page.keyboard.press("Home")
    page.wait_for_timeout(1500)
    report(walk(page, jumps // 3))
    page.keyboard.press("v")
    page.wait_for_timeout(1500)
    report(walk(page, jumps))
    for at in range(1, 40):
        page.keyboard.press("PageDown")
        page.wait_for_timeout(60 if at % 5 else 900)
    page.wait_for_timeout(1500)
    sent, size, held = page.evaluate("[window.sent, window.bytes, window.pictures.size]")
    print(f"pictures: {sent} sent, {size / max(sent, 1) / 1000:.0f} kB each; {held} held by the browser")
    print(
        f"kernel: {memory(pid):.0f} MB, {memory(pid) - before:.0f} MB above the review without the page view"
    )


def main() -> None:
    """Open the letter and measure."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--jumps", type=int, default=45)
    given = parser.parse_args()
    paths = [str(ROOT), str(ROOT / "tests" / "review"), str(ROOT / "tests" / "benchmarks")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        long_letter(folder, given.pages)
        notebook(folder / "review.ipynb", CELL.format(paths=paths, pages=given.pages), PID)
        with running(folder) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            page.add_init_script(COUNT)
            lab = Lab(page, address, "review.ipynb")
            lab.run_all()
            measure(lab, given.jumps)
            browser.close()


if __name__ == "__main__":
    main()
