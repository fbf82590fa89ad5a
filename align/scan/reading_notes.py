"""What is to be said of the pictures that were read: how many, and which could not be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.scan.found_languages import FoundLanguages
from align.scan.layout.notes import note_lines
from align.scan.scan_pages import PictureReading
from align.scan.scan_picture import ScanPicture

NOT_READ = "pages that could not be read"

UNFINISHED = "pages on which the OCR engine broke off"
"""How the note begins that the reading is to be repeated."""

MAX_NAMED = 8
"""Pages that are named in a note."""


def read_count(readings: Sequence[PictureReading], whole: int) -> str:
    """How many pictures were read: ``3``, or ``2 of 3`` where the scan has more pages.

    Args:
        readings: What became of each picture.
        whole: The pages of the scan.
    """
    count = sum(not one.failure for one in readings)
    return str(count) if count == whole == len(readings) else f"{count} of {whole}"


def engine_note(engine: str, languages: str, readings: Sequence[PictureReading], whole: int) -> str:
    """What read how many pictures, and in which languages; ``whole`` as in :func:`read_count`."""
    return f"pages read by {engine} ({languages}): {read_count(readings, whole)}"


def keeping_notes(problem: str) -> list[str]:
    """What is to be said where the pages could not be kept; nothing where ``problem`` is empty."""
    return [f"what was read could not be kept ({problem}); the next run reads it again"] if problem else []


def damage_notes(problems: Sequence[str]) -> list[str]:
    """What is to be said of pages of a file that are damaged.

    Args:
        problems: What is wrong with each page; empty where nothing is.
    """
    damaged = [f"page {number}" for number, problem in enumerate(problems, 1) if problem]
    why = next(filter(None, problems), "")
    return [f"{NOT_READ}, {len(damaged)} of {len(problems)}: {_named(damaged)}: {why}"] if damaged else []


def language_notes(found: FoundLanguages) -> list[str]:
    """What is to be said where the languages could not be found; nothing where they were."""
    if not found.failure:
        return []
    why = f"the language of the pages could not be found ({found.failure}); they were read as {found.names}"
    return [f"{why}: name it, --ocr-languages rus+eng, or run the command again"]


def reading_notes(pictures: Sequence[ScanPicture], readings: Sequence[PictureReading]) -> Iterator[str]:
    """What is to be said of the pages that were read, and of those that could not be.

    Args:
        pictures: In order.
        readings: What became of each.
    """
    numbers = [_number(at, picture) for at, picture in enumerate(pictures, 1)]
    notes: list[Sequence[str]] = [()] * max(numbers, default=0)
    for number, reading in zip(numbers, readings, strict=True):
        notes[number - 1] = reading.notes
    yield from note_lines(notes)
    failed = [
        (_page(number, picture), one)
        for number, picture, one in zip(numbers, pictures, readings, strict=True)
        if one.failure
    ]
    for lasting, what in ((True, NOT_READ), (False, UNFINISHED)):
        some = [(page, one) for page, one in failed if one.lasting == lasting]
        if some:
            named = _named([page for page, _ in some])
            again = "" if lasting else "; all others are kept, run the command again to read these"
            yield f"{what}, {len(some)} of {len(pictures)}: {named}: {some[0][1].failure}{again}"


def _named(pages: Sequence[str]) -> str:
    return ", ".join(pages[:MAX_NAMED]) + (" …" if pages[MAX_NAMED:] else "")


def _number(at: int, picture: ScanPicture) -> int:
    """The number of a page from 1: in its file, or of a folder in the order of its pictures."""
    return at if _is_in_folder(picture) else picture.number + 1


def _page(number: int, picture: ScanPicture) -> str:
    """``page 2``; of a folder with the name of the picture, ``page 2 (p3.png)``."""
    return f"page {number} ({picture.path.name})" if _is_in_folder(picture) else f"page {number}"


def _is_in_folder(picture: ScanPicture) -> bool:
    return "/" in picture.name
