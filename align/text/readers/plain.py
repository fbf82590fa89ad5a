"""A file that holds one side: the original or the translation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from align.scan.scan_run import ScanRun
from align.text.document import Document, Metadata, Side
from align.text.readers.archive import text_of
from align.text.readers.file import read_file
from align.text.readers.head import Description, read_description
from align.text.readers.sides import side_sections


def read_plain(path: str | Path, side: Side, encoding: str = "utf-8", scan: ScanRun = ScanRun()) -> Document:
    """Read one side of a bitext; a head such as digital archives put before a text becomes metadata.

    Args:
        path: A file of any format that is read as text (:data:`~align.text.readers.formats.FORMATS`).
        side: What the file holds.
        encoding: Of a text file.
        scan: How pages that are pictures are read.

    Raises:
        ReadError: The file cannot be read as text.
    """
    file = read_file(path, encoding, scan)
    document = one_side(Path(path).name, file.text, side, file.encoding)
    return replace(document, notes=file.notes, facsimile=file.facsimile, folder=Path(path).parent)


def one_side(name: str, raw: str, side: Side, encoding: str = "utf-8") -> Document:
    """The document of a text that holds one side; what archives write around a text is metadata."""
    described = read_description(raw)
    if not any(map(str.isalpha, text_of(raw, described))):
        described = Description(Metadata(), ())
    return Document(name, raw, side_sections(raw, side, described.spans), described.metadata, encoding)
