"""A file that holds one side: the original or the translation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from align.text.document import Document, Metadata, Section, Side
from align.text.readers.archive import head_section
from align.text.readers.file import read_file
from align.text.readers.head import read_head
from align.text.span import Span


def read_plain(path: str | Path, side: Side, encoding: str = "utf-8") -> Document:
    """Read one side of a bitext; a head such as digital archives put before a text becomes metadata.

    Args:
        path: A text file, a Word document, or a PDF with a text layer.
        side: What the file holds.
        encoding: Of a text file.

    Raises:
        ReadError: The file cannot be read as text.
    """
    file = read_file(path, encoding)
    return replace(one_side(Path(path).name, file.text, side, file.encoding), notes=file.notes)


def one_side(name: str, raw: str, side: Side, encoding: str = "utf-8") -> Document:
    """The document of a text that holds one side; a head such as archives put before a text is metadata."""
    head = read_head(raw)
    stop = head.stop if head else 0
    if not raw[stop:].strip():
        head, stop = None, 0
    rest = raw[stop:]
    text = Section(side, Span(stop + len(rest) - len(rest.lstrip()), stop + len(rest.rstrip())))
    metadata = head.metadata if head else Metadata()
    return Document(name, raw, (*head_section(raw, stop), text), metadata, encoding)
