"""How long the pictures of a scan take to come, and how much memory they take, on a long letter.

    python tests/benchmarks/strips.py [--pages 40]

The letter is drawn: grey pages of A4 at 300 dpi with noise. Printed are the milliseconds of the service in
Python; those in a JupyterLab, from the key to the picture on the screen; and the memory of the process above
a review whose pictures are never asked for.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "review")]

from hand import LetterEncoder, bitext_of, flag_on  # noqa: E402
from scanned import scanned_text  # noqa: E402

from align.bitext import Bitext  # noqa: E402
from align.facsimile.box import Box  # noqa: E402
from align.facsimile.facsimile import Facsimile  # noqa: E402
from align.facsimile.page import Page, PageBlock, PageLine, PageWord, Picture  # noqa: E402
from align.review import Review  # noqa: E402
from align.review.protocol import MessageHandler  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

WIDTH, HEIGHT = 2480, 3508
LINES, WORDS = 40, 9
SEED = 7

CELL = """import sys
sys.path[:0] = {paths!r}
from pathlib import Path
from hand import LetterEncoder
from strips import long_letter
from align.review import Review
bitext = long_letter(Path().resolve(), {pages})
review = Review.open(bitext, "review.jsonl", reviewer="anna", encoder=LetterEncoder())
review.widget()"""

TIMED = """async ([selector, type, key]) => {
    const target = document.querySelector(selector);
    const event = type === 'keydown' ? new KeyboardEvent(type, { key, code: key, bubbles: true })
        : new MouseEvent(type, { bubbles: true });
    const row = document.querySelector('.al-current');
    const isShown = () => {
        if (document.querySelector('.al-current') === row) return false;
        if (!document.querySelector('.al-strip')) return true;
        const frame = document.querySelector('.al-current .al-strip-doubt');
        const image = frame?.closest('.al-strip-line').querySelector('img');
        return image?.complete && image.naturalWidth > 0;
    };
    const began = performance.now();
    target.dispatchEvent(event);
    const atOnce = isShown();
    while (!isShown()) await new Promise(requestAnimationFrame);
    return [performance.now() - began, atOnce];
}"""
"""Milliseconds from a key or a click to the picture of the word in doubt, and whether it came at once."""

CELL_IN_FOCUS = ".al-current .al-source"


def page_of(number: int) -> Page:
    """A page of words of random length."""
    random, lines = Random(SEED + number), []  # noqa: S311  # no cryptography
    for at in range(LINES):
        left, words, top = 240, [], 250 + at * 76
        for place in range(WORDS):
            text = "".join(random.choices("abcde", k=random.randint(2, 9))) + (
                "." if place == WORDS - 1 else ""
            )
            words.append(PageWord(text, Box(left, top, left + 25 * len(text), top + 36)))
            left += 25 * (len(text) + 1)
        lines.append(PageLine(tuple(words)))
    return Page(WIDTH, HEIGHT, (PageBlock(tuple(lines)),), Picture(f"page-{number}.jpg"), 300.0)


def draw(page: Page, path: Path) -> None:
    """The page as a scanner would give it."""
    from PIL import Image, ImageDraw

    picture = Image.effect_noise((WIDTH, HEIGHT), 24).point(lambda value: value + 100)
    pen = ImageDraw.Draw(picture)
    for line in page.lines:
        for word in line.words:
            assert word.box is not None
            for left in range(word.box.left, word.box.right - 8, 12):
                pen.line(
                    (left, word.box.top + left % 9, left + 6, word.box.bottom - left % 7), fill=40, width=4
                )
    picture.save(path, quality=85)


def long_letter(folder: Path, pages: int) -> Bitext:
    """A letter of so many pages whose lines are sentences, every fourth with a doubt; drawn if it is not."""
    made = [page_of(number) for number in range(pages)]
    for page in made:
        assert page.picture is not None
        if not (folder / page.picture.file).exists():
            draw(page, folder / page.picture.file)
    sentences = [line.text for page in made for line in page.lines]
    plain = bitext_of(sentences, ["abc"] * len(sentences), [(1, 1)] * len(sentences))
    source = scanned_text("source", Facsimile(tuple(made), "by hand"), "ru", sentences, folder)
    flags = tuple(flag_on(source, at, at % WORDS, "bob") for at in range(0, len(sentences), 4))
    return replace(plain, source=source, flags=flags)


def walk(folder: Path, pages: int, *, pictures: bool) -> list[float]:
    """Goes from doubt to doubt as the screen does; the milliseconds of each picture."""
    review = Review(long_letter(folder, pages), encoder=LetterEncoder())
    handler, took = MessageHandler(review), []
    list(handler.handle({"do": "hello"}))
    for row in review.rows:
        [strips] = handler.handle({"do": "strips", "rows": [row.id]})
        for line in strips["rows"][0]["sides"]["source"] if strips["rows"][0]["doubts"] and pictures else ():
            began = perf_counter()
            message = {
                "do": "picture",
                "side": "source",
                "page": line["page"],
                "box": line["box"],
                "scale": 0.5,
            }
            list(handler.handle(message))
            took.append((perf_counter() - began) * 1000)
    return took


def peak() -> float:
    """Megabytes that this process had at most; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM")), 0.0)


def peak_memory(folder: Path, pages: int, *, pictures: bool) -> float:
    """Megabytes of a process of its own that walks through the letter."""
    command = [sys.executable, __file__, "--walk", str(folder), "--pages", str(pages)]
    done = subprocess.run(
        [*command, *(["--pictures"] if pictures else [])], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


@dataclass(frozen=True)
class Seen:
    """What a reviewer waits for in a notebook, in milliseconds; ``at_once``: pictures drawn with the key."""

    far: list[float]
    following: list[float]
    at_once: int
    without: list[float]


def in_notebook(folder: Path, pages: int) -> Seen:
    """Open the letter in a JupyterLab and go from doubt to doubt."""
    from playwright.sync_api import sync_playwright

    sys.path.insert(0, str(ROOT / "tests"))
    browsers, labs = import_module("browser.conftest"), import_module("browser.lab")

    paths = [str(ROOT), str(ROOT / "tests" / "review"), str(ROOT / "tests" / "benchmarks")]
    labs.notebook(folder / "review.ipynb", CELL.format(paths=paths, pages=pages))
    with labs.running(folder) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browsers.CHROMIUM, args=browsers.FLAGS)
        lab = labs.Lab(browser.new_page(viewport={"width": 1280, "height": 860}), address, "review.ipynb")
        lab.run_all()
        lab.page.locator(".al-strip-line img").first.wait_for()
        seen = _from_doubt_to_doubt(lab.page, pages)
        browser.close()
    return seen


def _from_doubt_to_doubt(page: BrowserPage, pages: int) -> Seen:
    page.locator(CELL_IN_FOCUS).click(position={"x": 4, "y": 4})
    rows = [number * LINES + 20 for number in range(pages - 1, 5, -7)]
    far = [_timed(page, f"[aria-rowindex='{row + 2}'] .al-mark", "mousedown") for row in rows]
    following = [_timed(page, CELL_IN_FOCUS, "keydown", "n") for _ in range(30)]
    page.keyboard.press("q")
    without = [_timed(page, CELL_IN_FOCUS, "keydown", "n") for _ in range(15)]
    at_once = sum(now for _, now in following)
    return Seen([one for one, _ in far], [one for one, _ in following], at_once, [one for one, _ in without])


def _timed(page: BrowserPage, *event: str) -> tuple[float, bool]:
    page.wait_for_timeout(700)  # a quick reviewer
    took, now = page.evaluate(TIMED, [*event, ""][:3])
    return float(took), bool(now)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--walk", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--pictures", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.walk:
        walk(given.walk, given.pages, pictures=given.pictures)
        print(peak())
        return
    with tempfile.TemporaryDirectory() as name:
        report(Path(name), given.pages)


def report(folder: Path, pages: int) -> None:
    """Measure and print."""
    long_letter(folder, pages)
    took = sorted(walk(folder, pages, pictures=True))
    print(f"{pages} pages of {WIDTH} x {HEIGHT} pixels, {len(took)} pictures of lines")
    print(f"service: median {statistics.median(took):.0f} ms, slowest {took[-1]:.0f} ms (a page is opened)")
    without, along = (peak_memory(folder, pages, pictures=one) for one in (False, True))
    print(f"memory: {without:.0f} MB without pictures, {along - without:.0f} MB above it with all of them")
    seen = in_notebook(folder, pages)
    print(f"notebook, a page that is not open: {_spread(seen.far)}")
    print(f"notebook, the next doubt: {_spread(seen.following)}; {seen.at_once} of 30 with the key itself")
    print(f"notebook, the same key with the lines hidden: {_spread(seen.without)}")


def _spread(took: list[float]) -> str:
    return f"median {statistics.median(took):.0f} ms, slowest {max(took):.0f} ms"


if __name__ == "__main__":
    main()
