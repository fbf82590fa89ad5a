"""A page of a digital archive: metadata, the original and its translation in one text file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from align.errors import ReadError
from align.scan.scan_run import ScanRun
from align.text.document import Document
from align.text.readers.file import read_file
from align.text.readers.head import Description, read_description
from align.text.readers.page_languages import Named
from align.text.readers.sides import find_sides


def read_archive(
    path: str | Path, encoding: str = "utf-8", named: Named = (None, None), scan: ScanRun = ScanRun()
) -> Document:
    """Read a page that holds an original, its translation, or both.

    Args:
        path: A file of any format that is read as text (:data:`~align.text.readers.formats.FORMATS`).
        encoding: Of a text file.
        named: The languages of original and translation, ISO 639-1; ``None`` for one that is to be found.
        scan: How pages that are pictures are read.

    Returns:
        The document with a section for the metadata and for each side.

    Raises:
        ReadError: The file cannot be read as text, or holds no text behind its metadata.
    """
    file = read_file(path, encoding, scan)
    document = page(Path(path).name, file.text, file.encoding, named)
    notes = *file.notes, *document.notes
    return replace(document, notes=notes, facsimile=file.facsimile, folder=Path(path).parent)


def page(name: str, raw: str, encoding: str = "utf-8", named: Named = (None, None)) -> Document:
    """The same for a text that is in memory."""
    described = read_description(raw)
    if not _has_text(raw, described):
        described = read_description(raw, lists=False)  # a text of a few words looks like a list of names
    if not _has_text(raw, described):
        raise ReadError(
            f"{name}: expected a document behind the page's head, found no letter after offset "
            f"{described.spans[-1].stop if described.spans else 0}; was only the head saved?"
        )
    sides = find_sides(raw, described, named)
    return Document(name, raw, sides.sections, described.metadata, encoding, sides.notes)


def _has_text(raw: str, described: Description) -> bool:
    return any(map(str.isalpha, text_of(raw, described)))


def text_of(raw: str, described: Description) -> str:
    """The page without what describes its document."""
    pieces, at = [], 0
    for span in described.spans:
        pieces.append(raw[at : span.start])
        at = span.stop
    return "".join([*pieces, raw[at:]])
