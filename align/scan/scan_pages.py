"""Pictures -> pages with their text: several at once, each kept as soon as it is read."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path

from align.errors import AlignError
from align.facsimile.page import Page, Picture
from align.progress import Reporter
from align.scan import pixel_budget
from align.scan.ending_signals import ending_signals
from align.scan.engine_runs import EngineError, EngineTimeoutError, Runs
from align.scan.failure_streak import FailureStreak
from align.scan.kept_pages import KeptPages, Read, content_of, key_of
from align.scan.layout.notes import READ_ONCE
from align.scan.page_reading import EngineSettings
from align.scan.picture_engine import TesseractPictures
from align.scan.pictures import stored_picture
from align.scan.pixel_budget import PixelBudget
from align.scan.scan_picture import ScanPicture
from align.scan.tesseract import Tesseract

VERSION = 6
"""Counts up whenever a page that was kept would be read otherwise now."""


@dataclass(frozen=True)
class PictureReading:
    """What became of a picture.

    Attributes:
        pages: In the order of reading; a blank one where the picture could not be read.
        notes: What is to be said of them.
        failure: Why it could not be read; empty where it was.
        lasting: Whether another try would fail as well.
        again: Whether it is worth another try in the same run.
    """

    pages: tuple[Page, ...]
    notes: tuple[str, ...] = ()
    failure: str = ""
    lasting: bool = True
    again: bool = False


class PictureReader:
    """Reads pictures with Tesseract, as many at once as there are processors and as their pixels allow.

    Args:
        engine: The engine.
        settings: Its settings.
        kept: Where what was read is kept.
    """

    def __init__(self, engine: Tesseract, settings: EngineSettings, kept: KeptPages) -> None:
        self._engine, self._settings, self._kept = engine, settings, kept
        self._runs, self._streak, self._budget = Runs(), FailureStreak(), PixelBudget(pixel_budget.MOST)
        self._contents: dict[Path, str] = {}

    def read(self, pictures: Sequence[ScanPicture], report: Reporter) -> list[PictureReading]:
        """Read pictures; one that cannot be read does not stop the others.

        A picture on which the engine broke off is read once more, alone, after all others, unless it took
        too long. Where the engine breaks off on several pictures in a row, no further one is tried.

        Args:
            pictures: In order.
            report: Is told how far the reading is.

        Raises:
            ModelError: A picture is to be read, and the engine is not installed any more.
            KeyboardInterrupt: Or whatever else ends the reading: all processes are ended, what was read is
                kept.
        """
        found = {at: self._kept_reading(picture) for at, picture in enumerate(pictures)}
        missing = [at for at, reading in found.items() if reading is None]
        if missing:
            self._engine.require_program()
            report.begin(f"reading pages with {self._engine.name}")
            with ending_signals():
                self._read_all(missing, pictures, found, report)
        return [reading for reading in found.values() if reading is not None]

    def _read_all(
        self,
        missing: Sequence[int],
        pictures: Sequence[ScanPicture],
        found: dict[int, PictureReading | None],
        report: Reporter,
    ) -> None:
        advance = report.counter(len(missing), "pages")
        pool = ThreadPoolExecutor(min(len(missing), processors()))
        try:
            with self._runs.ended():
                jobs = {pool.submit(self._reading, pictures[at]): at for at in missing}
                for job in as_completed(jobs):
                    found[jobs[job]] = job.result()
                    advance(1)
                again = [at for at in missing if (reading := found[at]) is not None and reading.again]
                self._streak = FailureStreak()
                for at in again:
                    found[at] = self._reading(pictures[at])
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _kept_reading(self, picture: ScanPicture) -> PictureReading | None:
        key = self._key(picture)
        read = self._kept.find(key) if key else None
        return read and PictureReading(*_named(read, picture.name))

    def _reading(self, picture: ScanPicture) -> PictureReading:
        if (given_up := self._streak.given_up) is not None:
            return _unread(picture, given_up)
        try:
            with self._budget.taken(picture.frame.width * picture.frame.height):
                pages, notes = self._read_one(picture)
        except EngineError as error:
            self._streak.count(error)
            return _unread(picture, error)
        except AlignError as error:
            return _unread(picture, error)
        self._streak.count(None)
        key = self._key(picture)
        if key and READ_ONCE not in notes:
            self._kept.keep(key, pages, notes)
        return PictureReading(pages, notes)

    def _read_one(self, picture: ScanPicture) -> Read:
        from align.scan.layout.read_picture import Source, read_picture  # needs Pillow, of an extra

        stored = stored_picture(picture.path, picture.number, picture.frame.dpi)
        frame = picture.frame
        source = Source(Picture(picture.name, picture.number), frame.dpi, frame.turn)
        engine = TesseractPictures(self._engine, self._settings, self._runs)
        read = read_picture(stored, source, engine, self._settings.segmentation)
        return read.pages, read.notes

    def _key(self, picture: ScanPicture) -> str:
        """What the reading depends on; empty where the file cannot be read."""
        try:
            if picture.path not in self._contents:
                self._contents[picture.path] = content_of(picture.path)
        except OSError:
            return ""
        languages = self._settings.languages
        data = self._engine.data_versions(languages.split("+"))
        settings = languages, self._settings.segmentation, self._engine.name, data
        return key_of(self._contents[picture.path], picture.number, picture.frame, *settings, VERSION)


def processors() -> int:
    """How many processors this process may use; ``LOKY_MAX_CPU_COUNT`` makes them fewer."""
    from loky import cpu_count  # only where pages are read

    found: int = cpu_count()
    return found


def _unread(picture: ScanPicture, error: AlignError) -> PictureReading:
    """A blank page in the place of a picture that was not read."""
    upright = picture.frame.upright
    blank = Page(*upright, picture=Picture(picture.name, picture.number, turn=picture.frame.turn))
    lasting = not isinstance(error, EngineError)
    again = not lasting and not isinstance(error, EngineTimeoutError)
    return PictureReading((blank,), failure=str(error), lasting=lasting, again=again)


def _named(read: Read, name: str) -> Read:
    """What was kept, its pictures named as the document names them now."""
    pages, notes = read
    renamed = (
        replace(page, picture=replace(page.picture, file=name)) if page.picture else page for page in pages
    )
    return tuple(renamed), notes
