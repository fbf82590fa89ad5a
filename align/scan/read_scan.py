"""A file or a folder of pictures of pages -> the pages with their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from align.errors import ReadError
from align.facsimile.facsimile import Facsimile
from align.progress import Reporter
from align.scan.engine_languages import engine_language
from align.scan.found_languages import FoundLanguages, find_languages
from align.scan.kept_pages import KeptPages, key_of
from align.scan.known_engine import keep_engine, known_engine
from align.scan.page_reading import EngineSettings
from align.scan.reading_notes import UNFINISHED, engine_note, keeping_notes, language_notes, reading_notes
from align.scan.scan_files import ScanFiles, scan_files
from align.scan.scan_pages import PictureReader, PictureReading
from align.scan.scan_picture import ScanPicture
from align.scan.scan_run import ScanRun
from align.scan.tesseract import Tesseract
from align.user_cache import file_version


@dataclass(frozen=True)
class ReadScan:
    """What was read of a scan.

    Attributes:
        facsimile: Its pages.
        notes: How they were read, and which could not be, for people.
    """

    facsimile: Facsimile
    notes: tuple[str, ...] = ()


def read_scan(path: Path, run: ScanRun = ScanRun()) -> ReadScan:
    """Read the pages of a scan with Tesseract.

    What is read is kept beside the file, page by page; a second run reads only what is missing.

    Args:
        path: A picture, a TIFF of several pages, a PDF, or a folder of pictures. All pages of a PDF are read
            as pictures; :func:`align.scan.read_pdf.read_pdf` takes its text.
        run: The settings, the languages, who is told how far the reading is.

    Raises:
        ReadError: No picture can be opened, or none could be read.
        ModelError: The engine, one of its languages or a library is missing.
    """
    return read_files(scan_files(path), path, run)


def read_files(files: ScanFiles, path: Path, run: ScanRun) -> ReadScan:
    """As :func:`read_scan`, with the pictures as they were found."""
    engine = known_engine(path)
    read = read_pictures(files.pictures, path, run, engine)
    notes = [engine_note(engine.name, read.languages, read.readings, len(read.readings))]
    notes += [f"picture left out: {line}" for line in files.broken]
    notes += [*reading_notes(files.pictures, read.readings), *read.notes]
    check_any_read(path, read.readings)
    pages = tuple(page for reading in read.readings for page in reading.pages)
    return ReadScan(Facsimile(pages, engine.name), tuple(notes))


def check_any_read(path: Path, readings: Sequence[PictureReading]) -> None:
    """Raise :class:`ReadError`, with the error of the first page, where no page could be read."""
    if all(reading.failure for reading in readings):
        raise ReadError(f"{path}: none of its {len(readings)} pages could be read: {readings[0].failure}")


@dataclass(frozen=True)
class ReadPictures:
    """What became of pictures.

    Attributes:
        readings: Of each, in order.
        languages: In which they were read, by Tesseract's names.
        notes: What is to be said of all of them, for people.
    """

    readings: Sequence[PictureReading]
    languages: str
    notes: tuple[str, ...] = ()


def read_pictures(
    pictures: Sequence[ScanPicture], path: Path, run: ScanRun, engine: Tesseract
) -> ReadPictures:
    """Read pictures.

    Args:
        pictures: In order.
        path: The scan beside which they are kept.
        run: As :func:`read_scan`.
        engine: The engine.

    Raises:
        ModelError: The engine or one of its languages is missing.
    """
    report, kept = Reporter(run.progress), KeptPages(path)
    found = _languages(pictures, run, engine, report, kept)
    settings = EngineSettings(engine.require(found.names), run.config.segmentation, run.config.timeout)
    readings = PictureReader(engine, settings, kept).read(pictures, report)
    if not all(reading.failure for reading in readings):
        keep_engine(engine, kept)
    notes = (*language_notes(found), *keeping_notes(kept.problem))
    return ReadPictures(readings, found.names, notes)


def _languages(
    pictures: Sequence[ScanPicture], run: ScanRun, engine: Tesseract, report: Reporter, kept: KeptPages
) -> FoundLanguages:
    """Tesseract's names of the languages: of the settings, of the text, or found; what is found is kept."""
    if run.config.languages:
        return FoundLanguages(run.config.languages)
    if run.languages:
        return FoundLanguages("+".join(dict.fromkeys(map(engine_language, run.languages))))
    name = f"languages-{languages_key(pictures, engine)}"
    known = kept.find_text(name)
    if known is not None and set(known.split("+")) <= set(engine.languages):
        return FoundLanguages(known)
    engine.require_program()
    found = find_languages(pictures, engine, report)
    if not found.failure:
        kept.keep_text(name, found.names)
    return found


def languages_key(pictures: Sequence[ScanPicture], engine: Tesseract) -> str:
    """What the languages that are found depend on: the pictures, by name, size and time, and the engine."""
    files = [file_version(path) for path in sorted({picture.path for picture in pictures})]
    data = engine.data_versions(engine.languages)
    return key_of(repr(files), engine.name, engine.languages, data, len(pictures))


def is_unfinished(notes: Sequence[str]) -> bool:
    """Whether the engine broke off on a page, by the notes of a document."""
    return any(UNFINISHED in note for note in notes)
