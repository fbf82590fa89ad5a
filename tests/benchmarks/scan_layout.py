"""Pages as archives have them, read: ``python tests/benchmarks/scan_layout.py SHARED [--kinds K,...]``.

SHARED holds ``tools/make_ocr.py``, which types and wears pages, and the texts in ``data/ocr-dev``. Each kind
of page (``archive_pages.py``) is made at the levels 1 (good typescript), 2 (worn carbon copy) and 3 (bad
photocopy), three pages a kind and level, each from another letter, and read twice: by Tesseract alone with
its automatic segmentation, and as ``align`` reads it. The figures are character error rates of the running
text in the right order: what stands in the margin is to be left out of it. On a page without text it is the
number of characters that were read. A figure is the mean of the pages.

``--choose`` chooses each threshold anew for each level, on the pages of the other two levels, and reads the
level with these. ``--json FILE`` writes the table as documentation has it. What was made and read is kept in
``--keep FOLDER``, so that a run that was stopped goes on.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import mean
from unittest.mock import patch

from archive_pages import MAKERS, ArchivePage
from layout_pages import BILINGUAL, LEVELS, Job, KeptEngine, errors, page_of, running
from layout_thresholds import READ, SEEN, Values, chosen, shipped, thresholds, trials
from PIL import Image

from align.facsimile.page import Picture
from align.scan.engine_runs import Runs
from align.scan.layout import prepare as preparing
from align.scan.layout.part import PagePart
from align.scan.layout.read_picture import PictureRead, Source, read_picture
from align.scan.page_reading import EngineSettings
from align.scan.picture_engine import TesseractPictures
from align.scan.tesseract import find_tesseract


@dataclass(frozen=True)
class Reading:
    """Error rates of a page: by Tesseract alone, as ``align`` reads it, and with other thresholds."""

    job: Job
    alone: float
    prepared: float
    notes: tuple[str, ...]
    others: Mapping[tuple[str, float], float] = field(default_factory=dict)


def main() -> None:
    """Print the table, and write it."""
    given = arguments()
    keep = given.keep or Path(tempfile.mkdtemp())
    kinds, seeds = given.kinds.split(","), range(given.pages)
    jobs = [
        Job(given.shared, keep, kind, level, LEVELS[level][seed])
        for seed in seeds
        for kind in kinds
        for level in LEVELS
    ]
    with ProcessPoolExecutor(given.workers) as pool:
        readings = []
        for one in pool.map(partial(reading, choose=given.choose), jobs):
            readings.append(one)
            print(f"{len(readings)} of {len(jobs)}", end="\r", file=sys.stderr, flush=True)
        if given.choose:
            readings = rejudged(readings, pool.map)
    for kind in kinds:
        print(row(kind, readings), flush=True)
    if given.json:
        write_table(given, kinds, readings)


def arguments() -> argparse.Namespace:
    """What the command was given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--kinds", default=",".join(MAKERS))
    parser.add_argument("--pages", type=int, default=3, help="of each kind and level")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--choose", action="store_true")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def reading(job: Job, *, choose: bool) -> Reading:
    """Make a page and read it both ways, and with each other value of each threshold."""
    page, engine = page_of(job), engine_of(job)
    alone = errors(running([engine.read(page.picture, page.dpi, 3)]), page)
    made = Prepared(page)
    read = made.read(engine)
    others = dict(tried(page, engine, made)) if choose else {}
    return Reading(job, alone, errors(running(read.pages), page), read.notes, others)


def tried(page: ArchivePage, engine: KeptEngine, made: Prepared) -> Iterator[tuple[tuple[str, float], float]]:
    """The error of a page with each other value of each threshold."""
    for name, value in trials(READ, page.kind):
        with thresholds({name: value}):
            yield (name, value), part_of(errors(running(made.read(engine).pages), page))
    for name, value in trials(SEEN, page.kind):
        with thresholds({name: value}):
            yield (name, value), part_of(errors(running(Prepared(page).read(engine).pages), page))


def part_of(error: float) -> float:
    """An error that counts no more than a page of which nothing was read."""
    return min(error, 1.0)


class Prepared:
    """A page whose preparation is done once, however often thresholds of the reading are tried."""

    def __init__(self, page: ArchivePage) -> None:
        self.page = page
        self._parts: dict[tuple[bool, int], list[PagePart]] = {}

    def parts(self, picture: Image.Image, dpi: float, turn: int = 0) -> list[PagePart]:
        """The pages on the picture, which is that of the page or the same without specks."""
        key = picture is self.page.picture, turn
        if key not in self._parts:
            self._parts[key] = preparing.prepare(picture, dpi, turn)
        return self._parts[key]

    def read(self, engine: KeptEngine) -> PictureRead:
        """The picture, as ``align`` reads it."""
        with patch("align.scan.layout.read_picture.prepare", self.parts):
            return read_picture(self.page.picture, Source(Picture("page.png"), self.page.dpi), engine)


def rejudged(readings: Sequence[Reading], run: Callable[..., object]) -> list[Reading]:
    """The readings of each level with the thresholds that were chosen on the other levels."""
    values: dict[int, Values] = {}
    for level in LEVELS:
        best = chosen([(part_of(one.prepared), one.others) for one in readings if one.job.level != level])
        values[level] = {name: value for name, value in best.items() if value != shipped(name)}
        print(f"level {level} is read with", values[level] or "the thresholds as they are", flush=True)
    chosen_values = [values[one.job.level] for one in readings]
    return list(run(again, readings, chosen_values))  # type: ignore[call-overload,no-any-return]


def again(before: Reading, values: Values) -> Reading:
    """A page read with other thresholds."""
    if not values:
        return before
    page, engine = page_of(before.job), engine_of(before.job)
    with thresholds(values):
        read = read_picture(page.picture, Source(Picture("page.png"), page.dpi), engine)
    found = errors(running(read.pages), page)
    if abs(found - before.prepared) > 0.0005:
        job = before.job
        print(f"{job.kind} {job.level} {job.seed}: {before.prepared:.3f} -> {found:.3f}", flush=True)
    return Reading(before.job, before.alone, found, read.notes)


def engine_of(job: Job) -> KeptEngine:
    """Tesseract for the languages of a page."""
    found = find_tesseract()
    languages = found.require("rus+eng" if job.kind in BILINGUAL else "rus")
    return KeptEngine(TesseractPictures(found, EngineSettings(languages), Runs()), job.keep / "readings")


def means(kind: str, readings: Sequence[Reading]) -> list[tuple[float, float]]:
    """Of a kind at each level: by Tesseract alone, and as ``align`` reads it."""
    levels = [[one for one in readings if (one.job.kind, one.job.level) == (kind, level)] for level in LEVELS]
    return [(mean(one.alone for one in level), mean(one.prepared for one in level)) for level in levels]


def row(kind: str, readings: Sequence[Reading]) -> str:
    """A line of the table: the means, then each page, then what is noted."""
    cells = [f"{alone:.3f} -> {prepared:.3f}   " for alone, prepared in means(kind, readings)]
    here = [one for one in readings if one.job.kind == kind]
    each = [f"{one.job.level}/{one.job.seed} {one.alone:.3f}->{one.prepared:.3f}" for one in here]
    notes = dict.fromkeys(note for one in here for note in one.notes)
    return f"{kind:14}{''.join(cells)}{', '.join(notes)}\n    {'; '.join(each)}"


def write_table(given: argparse.Namespace, kinds: Sequence[str], readings: Sequence[Reading]) -> None:
    """The table as ``docs/benchmarks`` has it."""
    rows = [
        {
            "measured": MAKERS[kind],
            "values": {
                f"level {level}": {"alone": round(alone, 3), "align": round(prepared, 3)}
                for level, (alone, prepared) in zip(LEVELS, means(kind, readings), strict=True)
            },
        }
        for kind in kinds
    ]
    pages = f" --pages {given.pages}{' --choose' if given.choose else ''}"
    table = {
        "title": "Pages as archives have them",
        "note": NOTE + (CHOSEN if given.choose else ""),
        "machine": "2 CPU cores (x86-64), no GPU",
        "date": datetime.now(UTC).date().isoformat(),
        "rows": [
            {**rows[0], "command": f"python tests/benchmarks/scan_layout.py ../shared{pages}"},
            *rows[1:],
        ],
    }
    given.json.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")


NOTE = (
    "Character error rate of the running text in the right order, by Tesseract 5.3 alone with its automatic "
    "segmentation and as `align` reads it; on a page without text, the characters that were read. Levels: "
    "good typescript at 200 dpi, worn carbon copy at 170 dpi, bad photocopy at 150 dpi; one letter a level."
)
CHOSEN = " A level is read with the thresholds that were best on the pages of the other two."


if __name__ == "__main__":
    main()
