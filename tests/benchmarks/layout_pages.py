"""Pages as archives have them, typed and worn by the maker of the development data; kept between runs."""

from __future__ import annotations

import hashlib
import importlib.util
import pickle
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TypeVar

import numpy as np
from archive_pages import ArchivePage, Texts, Typist, Wear, make
from PIL import Image
from rapidfuzz.distance import Levenshtein

from align.facsimile.kinds import reason_aside
from align.facsimile.page import Page
from align.scan.picture_engine import TesseractPictures

T = TypeVar("T")

LEVELS: Mapping[int, tuple[int, ...]] = MappingProxyType({1: (3, 4, 5), 2: (1, 6, 7), 3: (2, 8, 9)})
"""Level -> its pages of each kind: which letter is typed, in which face, and the seed of its wear."""
FACES = ("freemono", "cmutt", "ptmono", "freemono-light")
BILINGUAL = frozenset({"stacked", "side-by-side", "interleaved"})
LONGEST = 330
"""Code points of a paragraph that are typed."""


@dataclass(frozen=True)
class Job:
    """A page that is made and read; what is made and read of it is kept in the folder ``keep``."""

    shared: Path
    keep: Path
    kind: str
    level: int
    seed: int


@dataclass(frozen=True)
class KeptEngine:
    """Tesseract, whose readings of a picture are kept in files: the same picture is read once."""

    engine: TesseractPictures
    folder: Path

    def read(self, picture: Image.Image, dpi: float, segmentation: int) -> Page:
        """The page in pixels of the picture."""
        return kept(
            self._path(picture, dpi, segmentation), lambda: self.engine.read(picture, dpi, segmentation)
        )

    def orientation(self, picture: Image.Image, dpi: float) -> tuple[int, float] | None:
        """By how many degrees it is turned clockwise to be upright, and the confidence."""
        return kept(self._path(picture, dpi, "turn"), lambda: self.engine.orientation(picture, dpi))

    def read_again(self, page: Page, _picture: Image.Image) -> Page:
        """Nothing further: it changes no text."""
        return page

    def _path(self, picture: Image.Image, dpi: float, way: object) -> Path:
        settings = self.engine.settings
        named = repr((picture.mode, picture.size, round(dpi), way, settings.languages)).encode()
        return self.folder / hashlib.sha256(named + picture.tobytes()).hexdigest()[:32]


def kept(path: Path, make: Callable[[], T]) -> T:
    """What a file holds; made and written where it is not there."""
    if path.is_file():
        found: T = pickle.loads(path.read_bytes())  # noqa: S301  # the folder is written by this program alone
        return found
    made = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{random.getrandbits(32)}")
    part.write_bytes(pickle.dumps(made))
    part.replace(path)
    return made


def page_of(job: Job) -> ArchivePage:
    """The page of a job."""
    return kept(job.keep / f"{job.kind}-{job.level}-{job.seed}.page", lambda: made(job))


def made(job: Job) -> ArchivePage:
    """The page of a job, typed and worn."""
    typing, wear, dpi = typist(job)
    return make(job.kind, texts(job.shared / "data" / "ocr-dev", job.seed), typing, wear, job.seed, dpi)


def typist(job: Job) -> tuple[Typist, Wear, int]:
    """What types the lines of a job, what wears its page, and the pixels an inch of its scan."""
    maker = loaded(job.shared / "tools" / "make_ocr.py")
    level = maker.LEVELS[job.level]
    random_numbers, arrays = random.Random(job.seed), np.random.default_rng(job.seed)  # noqa: S311
    face = FACES[job.seed % len(FACES)]
    return (
        lambda lines: maker.render(list(lines), face, level, random_numbers, arrays),
        lambda page: maker.degrade(page, level, random_numbers, arrays),
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
