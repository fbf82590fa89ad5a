"""The formats of files that are read, and those that are refused: one registry for code and documentation.

A file's format is recognised by its content; where that is damaged, by the end of its name.
"""

from __future__ import annotations

from pathlib import Path

from align.errors import ReadError
from align.scan.scan_files import picture_files
from align.text.readers.file_head import FileHead
from align.text.readers.input_format import InputFormat
from align.text.readers.pair_formats import TMX, TTX, XLIFF
from align.text.readers.refused_formats import REFUSED
from align.text.readers.scan_formats import (
    ALTO,
    HOCR,
    PAGE_EXPORT,
    PAGE_XML,
    PDF,
    PICTURE,
    PICTURE_FOLDER,
    TSV,
)
from align.text.readers.text_formats import EPUB, HTML, OPENDOCUMENT, PLAIN_TEXT, WORD

__all__ = ["FORMATS", "PLAIN_TEXT", "format_of"]

FORMATS: tuple[InputFormat, ...] = (
    *(TMX, XLIFF, TTX),
    *(HOCR, ALTO, PAGE_XML, TSV),
    *(WORD, PDF, PICTURE, OPENDOCUMENT, EPUB, PAGE_EXPORT, HTML),
    PLAIN_TEXT,
)
"""In the order in which they are tried."""

MISLEADING = frozenset({".txt", ".md", ".docx", ".pdf", ".odt", ".epub", ".html", ".htm"})
"""Ends of names that say of a file of another kind what it is not."""


def format_of(path: Path) -> InputFormat:
    """The format of a file or of a folder.

    Raises:
        ReadError: It cannot be read, or is of a format of
            :data:`~align.text.readers.refused_formats.REFUSED`.
    """
    if path.is_dir():
        return _folder_format(path)
    head = FileHead.of(path)
    if not head.data:
        raise ReadError(f"{path}: expected text, the file is empty; was the export complete?")
    found = next((one for one in FORMATS[:-1] if one.matches(head)), None)
    if found is not None:
        return found
    refused = next((one for one in REFUSED if one.matches(head)), None)
    if refused is not None:
        raise ReadError(refused.message(head, MISLEADING))
    return next((one for one in FORMATS if head.suffix in one.suffixes), PLAIN_TEXT)


def _folder_format(path: Path) -> InputFormat:
    """The format of a folder: of an export of pages, else of pictures."""
    head = FileHead(path, b"")
    found = next((one for one in FORMATS if one.folders and one.matches(head)), None)
    if found is None and picture_files(path):
        return PICTURE_FOLDER
    if found is None:
        raise ReadError(
            f"{path}: expected a text file or a folder of pages, found a directory without pages; name a "
            "file in it"
        )
    return found
