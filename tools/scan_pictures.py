"""The way from a scanned PDF to a corrected text, in pictures: docs/how-to/scan-*.png and the text itself.

    python tools/scan_pictures.py [--maker ../shared/tools]

A telegram is typed and worn by the maker of typescript (make_ocr.py: ``render``, ``degrade``), saved as a PDF
of pictures alone, read with Tesseract, aligned with its translation and reviewed from the keyboard in a
JupyterLab. Each step is one picture; what the text became stands in docs/how-to/scan-corrected.txt.
Needs Chromium (`ALIGN_CHROMIUM`, by default Debian's), JupyterLab, and Tesseract with Russian.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import process

ROOT = Path(__file__).parents[1]
if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

DOCS = ROOT / "docs" / "how-to"
LEVEL, FONT, SEED = 2, "freemono", 12
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

ORIGINAL = """\
Секретарю городского комитета товарищу Орлову.

Сообщаю, что первый поезд с оборудованием прибыл на станцию вечером двадцатого марта. Все
вагоны были в полном порядке, однако два станка повреждены в дороге. Инженер Смирнов осмотрел
их на следующий день и считает, что ремонт займёт не больше недели.

Прошу Вас сообщить, когда будет отправлен второй поезд. Рабочие живут пока в здании школы,
хлеба и угля хватает. Врач просит прислать лекарства против простуды.

Положение на реке остаётся трудным. Лёд ещё не прошёл, и мост закрыт для тяжёлых машин. Мы
перевозим грузы на санях, но через несколько дней дорога станет опасной."""

TRANSLATION = """\
To the secretary of the city committee, comrade Orlov.

I report that the first train with equipment arrived at the station in the evening of the twentieth of
March. All carriages were in perfect order, but two machine tools were damaged on the way. Engineer Smirnov
inspected them the next day and thinks that the repair will take no more than a week.

Please let us know when the second train will be sent. The workers live in the school building for now, there
is enough bread and coal. The doctor asks to send medicine against colds.

The situation on the river remains difficult. The ice has not gone yet, and the bridge is closed to heavy
vehicles. We carry the loads on sledges, but in a few days the road will become dangerous.
"""


def module_of(path: Path) -> ModuleType:
    """A module that is on no path of Python's: the maker, the JupyterLab of the browser tests."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no such module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def scanned(maker_folder: Path, folder: Path) -> None:
    """Type and wear the telegram; writes ``scan.pdf`` and a picture of it for the page."""
    maker = module_of(maker_folder / "make_ocr.py")
    settings = dict(maker.LEVELS[LEVEL])
    paragraphs = [" ".join(one.split()) for one in ORIGINAL.split("\n\n")]
    lines = [line for one in paragraphs for line in (*maker.wrap(one, 60, hyphenate=True), "")]
    rng, noise = random.Random(SEED), np.random.default_rng(SEED)  # noqa: S311 - nothing secret
    page = maker.degrade(maker.render(lines, FONT, settings, rng, noise), settings, rng, noise)
    page.save(folder / "scan.pdf", resolution=settings["dpi"], quality=95)
    page.resize((page.width * 2 // 3, page.height * 2 // 3)).quantize(16).save(
        DOCS / "scan-page.png", optimize=True
    )
    (folder / "translation.txt").write_text(TRANSLATION, encoding="utf-8")


def align(folder: Path, *arguments: str) -> str:
    """Run a command of align in a folder; what it printed."""
    program = shutil.which("align", path=str(Path(sys.executable).parent)) or "align"
    done = subprocess.run(  # noqa: S603 - our own program
        [program, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def shoot(page: Page, name: str, part: Locator | None = None) -> None:
    """Keep what stands on the screen, in few colours."""
    from PIL import Image

    path = DOCS / f"scan-{name}.png"
    page.wait_for_timeout(800)
    (part or page).screenshot(path=path)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128).save(path, optimize=True)


def review(lab: ModuleType, address: str, page: Page) -> None:
    """The doubt with its line of the scan; the whole page beside the text; the end of the review."""
    lab.Lab(page, address, "scan.review.ipynb").run_all()
    news = page.get_by_role("button", name="No", exact=True)  # JupyterLab asks whether to send its news
    if news.count():
        news.first.click()
    desk = page.locator(".al-desk[data-ready]")
    desk.locator(".al-cell[tabindex='0']").first.focus()
    page.locator(".al-strip img").first.wait_for()
    shoot(page, "strip", desk)
    page.keyboard.press("v")
    page.locator(".al-pageview[data-shows=picture]").wait_for()
    shoot(page, "view", desk)
    page.keyboard.press("v")
    decide(page, desk)
    shoot(page, "corrected", desk)


def decide(page: Page, desk: Locator) -> None:
    """Take each suggestion that is what was typed, else type what the picture shows."""
    typed = {word.strip(".,"): word for word in ORIGINAL.split()}
    card = desk.locator(".al-card-chosen:not(.al-card-settled)")
    for _ in range(80):
        if not card.count():
            break
        suggestion = card.locator("[data-reading]").first
        if suggestion.count() and str(suggestion.get_attribute("data-reading")).strip(".,") in typed:
            page.keyboard.press("a")
        else:
            read = card.locator(".al-cardtext").inner_text()
            page.keyboard.press("e")  # with the word selected
            page.keyboard.type(process.extractOne(read, typed)[0])
            page.keyboard.press("Enter")
            page.keyboard.press("n")
        page.wait_for_timeout(300)


def main() -> None:
    """Make the pictures."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--maker", type=Path, default=ROOT.parent / "shared" / "tools")
    maker = parser.parse_args().maker
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        scanned(maker, folder)
        align(folder, "review", "scan.pdf", "translation.txt", "--no-open", "--reviewer", "anna")
        chromium = os.environ.get("ALIGN_CHROMIUM", "/usr/bin/chromium")
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        lab = module_of(ROOT / "tests" / "browser" / "lab.py")
        with lab.running(folder) as address:
            review(lab, address, browser.new_page(viewport={"width": 1500, "height": 900}))
        browser.close()
        decided = ("--review", "scan.review.jsonl", "--to", "clean", "-o", "letter")
        align(folder, "export", "scan.pdf", "translation.txt", *decided)
        shutil.copy(folder / "letter.clean.original.txt", DOCS / "scan-corrected.txt")


if __name__ == "__main__":
    main()
