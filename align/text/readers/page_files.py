"""A file of pages -> its text: hOCR, ALTO, PAGE XML, the table of Tesseract."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from align.facsimile.facsimile import Facsimile
from align.facsimile.reading_tally import ReadingTally
from align.text.readers.decoding import read_bytes
from align.text.readers.file_text import FileText
from align.text.readers.page_formats import PageBytes, PageFormat
from align.text.readers.page_pictures import PictureFinder, picture_notes


def page_reader(found: PageFormat) -> Callable[[Path, str], FileText]:
    """What reads a file of this format, given its path and the encoding that the user names."""

    def read(path: Path, encoding: str) -> FileText:
        pictures, tally = PictureFinder(path.parent, path), ReadingTally()
        file = PageBytes(read_bytes(path), str(path), tally, encoding, pictures.width)
        facsimile = found.read(file)
        pages, missing = pictures.placed(facsimile.pages)
        notes = (*tally.notes(), *picture_notes(pages, missing))
        return FileText.of_pages(Facsimile(pages, facsimile.engine), notes)

    return read
