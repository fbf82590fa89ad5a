"""How long a scan takes to read, by stage: pages at 300 dpi, drawn here, in a PDF.

    python tests/benchmarks/scan_speed.py [--pages 40]

Seconds are those of processors: the machine may be busy with other work. The share of the engine is that of
its processes in all seconds of processors; the time on the wall is what a user waits.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import perf_counter, thread_time
from unittest.mock import patch

import matplotlib as mpl
from PIL import Image, ImageDraw, ImageFont

from align.scan import page_reading, read_scan, scan_pages
from align.scan.kept_pages import KeptPages
from align.scan.layout import read_picture
from align.scan.scan_run import ScanRun
from align.scan.tesseract import find_tesseract

SIZE = 2480, 3508
DPI = 300
LINES = 40
WORDS = """
    посол министр ответ письмо получил вчера заседание комитет решение просим сообщить
    немедленно границе республики представитель заявил правительство совет народных войска
    помощь хлеба города через дней
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=40)
    count = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.pdf"
        first, *rest = drawn(count)
        first.save(path, resolution=DPI, save_all=True, append_images=rest)
        measure(path, count)


def drawn(count: int) -> list[Image.Image]:
    """Pages of Russian words with a little noise."""
    choose = random.Random(1)  # noqa: S311 - no secret
    noise = Image.effect_noise(SIZE, 24).point(lambda value: min(255, value + 110))
    return [_page(choose, noise) for _ in range(count)]


def _page(choose: random.Random, noise: Image.Image) -> Image.Image:
    page = noise.copy()
    pen = ImageDraw.Draw(page)
    letters = ImageFont.truetype(Path(mpl.get_data_path()) / "fonts/ttf/DejaVuSans.ttf", 44)
    for line in range(LINES):
        words = " ".join(choose.choices(WORDS.split(), k=8))
        pen.text((240, 240 + line * 76), words[:68], fill=40, font=letters)
    return page


def measure(path: Path, count: int) -> None:
    spent: Counter[str] = Counter()
    began, own, engine = perf_counter(), _seconds(resource.RUSAGE_SELF), _seconds(resource.RUSAGE_CHILDREN)
    with timed(spent):
        read = read_scan.read_scan(path, ScanRun(languages=("ru",)))
    wall = perf_counter() - began
    own, engine = _seconds(resource.RUSAGE_SELF) - own, _seconds(resource.RUSAGE_CHILDREN) - engine
    spent["everything else here"] = own - sum(spent.values())  # type: ignore[assignment]  # seconds
    print(f"{find_tesseract().name}, {scan_pages.processors()} processors, {count} pages of {SIZE} pixels")
    print(f"{wall / count:8.3f} s a page on the wall ({wall:.1f} s, {len(read.facsimile.words):,} words)")
    print(f"{engine / count:8.3f} s a page Tesseract, {engine / (engine + own):.1%} of all")
    for stage, seconds in spent.most_common():
        print(f"{seconds / count:8.3f} s a page {stage}")
    began = perf_counter()
    read_scan.read_scan(path, ScanRun(languages=("ru",)))
    print(f"{(perf_counter() - began) / count:8.3f} s a page when all are kept")


@contextmanager
def timed(spent: Counter[str]) -> Iterator[None]:
    """Counts the seconds of processors of the stages in this process."""
    stages = (
        (scan_pages, "stored_picture", "opening and rendering"),
        (read_picture, "without_specks", "looking for specks"),
        (read_picture, "prepare", "turning, cutting and levelling"),
        (page_reading, "as_bytes", "writing for the engine"),
        (page_reading, "_page", "parsing what it wrote"),
        (KeptPages, "keep", "keeping"),
        (read_scan, "scan_files", "sizes of the pages"),
    )
    with ExitStack() as stack:
        for owner, name, stage in stages:
            stack.enter_context(patch.object(owner, name, _timed(getattr(owner, name), spent, stage)))
        yield


def _timed(function: Callable[..., object], spent: Counter[str], stage: str) -> Callable[..., object]:
    def run(*arguments: object, **named: object) -> object:
        began = thread_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += thread_time() - began  # type: ignore[assignment]  # seconds

    return run


def _seconds(of: int) -> float:
    usage = resource.getrusage(of)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
