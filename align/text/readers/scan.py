"""A scan (a picture, a TIFF of several pages, a folder of pictures) -> text, by an OCR engine."""

from __future__ import annotations

from pathlib import Path

from align.scan.read_scan import read_scan
from align.scan.scan_run import ScanRun
from align.text.readers.file_text import FileText
from align.text.readers.page_heads import files_read_here

MOST_NAMED = 3
"""Files that are named in a note."""


def read_scan_file(path: Path, run: ScanRun) -> FileText:
    """The text of pages that are pictures.

    Raises:
        ReadError: No picture can be opened, or none could be read.
        ModelError: The OCR engine, one of its languages or a library is missing.
    """
    read = read_scan(path, run)
    notes = read.notes
    if path.is_dir() and (written := files_read_here(path)):
        names = ", ".join(written[:MOST_NAMED]) + (" …" if written[MOST_NAMED:] else "")
        notes = (
            *notes,
            f"{names}: written when the pictures were read, not taken; give it alone to take it",
        )
    return FileText.of_pages(read.facsimile, notes)
