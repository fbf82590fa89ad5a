"""Pages as archives have them, read: ``python tests/benchmarks/scan_layout.py SHARED [--kinds K,...]``.

SHARED holds ``tools/make_ocr.py``, which types and wears pages, and the texts in ``data/ocr-dev``. Each kind
of page (``archive_pages.py``) is made at the levels 1 (good typescript), 2 (worn carbon copy) and 3 (bad
photocopy) and read twice: by Tesseract alone with its automatic segmentation, and as ``align`` reads it. The
figures are character error rates of the running text in the right order: what stands in the margin is to be
left out of it. On a page without text it is the number of characters that were read.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType

import numpy as np
from archive_pages import MAKERS, ArchivePage, Texts, make
from rapidfuzz.distance import Levenshtein

from align.facsimile.kinds import reason_aside
from align.facsimile.page import Page, Picture
from align.scan.layout.read_picture import Source, read_picture
from align.scan.page_reading import EngineSettings
from align.scan.picture_engine import TesseractPictures
from align.scan.tesseract import Runs, find_tesseract

LEVELS: Mapping[int, int] = MappingProxyType({1: 3, 2: 1, 3: 2})
"""Level -> which letter is typed at it, and the seed of its wear."""
FACES = ("freemono", "cmutt", "ptmono", "freemono-light")
BILINGUAL = frozenset({"stacked", "side-by-side", "interleaved"})
LONGEST = 330
"""Code points of a paragraph that are typed."""


@dataclass(frozen=True)
class Job:
    """A page that is made and read."""

    shared: Path
    kind: str
    level: int
    seed: int


@dataclass(frozen=True)
class Reading:
    """Character error rates: of Tesseract alone, and prepared; and what is told of the page."""

    alone: float
    prepared: float
    notes: tuple[str, ...]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--kinds", default=",".join(MAKERS))
    given = parser.parse_args()
    kinds = given.kinds.split(",")
    print(f"{'':14}" + "".join(f"level {level:<12}" for level in LEVELS))
    print(f"{'page':14}" + "alone   prepared  " * len(LEVELS))
    jobs = [Job(given.shared, kind, level, seed) for kind in kinds for level, seed in LEVELS.items()]
    with ProcessPoolExecutor(2) as pool:
        readings = pool.map(reading, jobs)
        for kind in kinds:
            print(row(kind, [next(readings) for _ in LEVELS]), flush=True)


def row(kind: str, levels: Sequence[Reading]) -> str:
    """A line of the table, and what was told."""
    cells = [f"{one.alone:<8.3f}{one.prepared:<10.3f}" for one in levels]
    notes = dict.fromkeys(note for one in levels for note in one.notes)
    return f"{kind:14}{''.join(cells)}{', '.join(notes)}"


def reading(job: Job) -> Reading:
    """Make a page and read it both ways."""
    page = made(job)
    found = find_tesseract()
    languages = "rus+eng" if page.kind in BILINGUAL else "rus"
    engine = TesseractPictures(found, EngineSettings(found.require(languages)), Runs())
    alone = engine.read(page.picture, page.dpi, 3)
    read = read_picture(page.picture, Source(Picture("page.png"), page.dpi), engine)
    return Reading(errors(running([alone]), page), errors(running(read.pages), page), read.notes)


def running(pages: Sequence[Page]) -> str:
    """The running text of pages."""
    blocks = [block for page in pages for block in page.blocks if reason_aside(block.kind) is None]
    return " ".join(line.text for block in blocks for line in block.lines)


def errors(text: str, page: ArchivePage) -> float:
    """Character error rate; of a page without text how many characters were read."""
    got, wanted = folded(text), folded(" ".join(page.pages))
    return Levenshtein.distance(got, wanted) / max(len(wanted), 1) if wanted else float(len(got))


def folded(text: str) -> str:
    """With single spaces, and ё as е."""
    return " ".join(text.replace("ё", "е").replace("Ё", "Е").replace("\u200b", "").split())


def made(job: Job) -> ArchivePage:
    """The page of a job."""
    maker = loaded(job.shared / "tools" / "make_ocr.py")
    level = maker.LEVELS[job.level]
    random_numbers, arrays = random.Random(job.seed), np.random.default_rng(job.seed)  # noqa: S311
    face = FACES[job.seed % len(FACES)]
    return make(
        job.kind,
        texts(job.shared / "data" / "ocr-dev", job.seed),
        lambda lines: maker.render(list(lines), face, level, random_numbers, arrays),
        lambda page: maker.degrade(page, level, random_numbers, arrays),
        job.seed,
        level["dpi"],
    )


@cache
def loaded(path: Path) -> ModuleType:
    """A module by its file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(folder: Path, seed: int) -> Texts:
    """Six paragraphs of a letter and of its translation."""
    letters = sorted(path for path in folder.iterdir() if path.is_dir())
    letter = letters[seed % len(letters)]
    return Texts(*(paragraphs(letter / name) for name in ("truth.txt", "target.txt")))


def paragraphs(path: Path) -> tuple[str, ...]:
    """Six long ones, cut."""
    long = [line for line in path.read_text("utf-8").splitlines() if len(line) > 80]
    cut = [line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] for line in long]
    return tuple((cut * 6)[:6])


if __name__ == "__main__":
    main()
