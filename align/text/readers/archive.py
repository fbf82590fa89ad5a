"""A page of a digital archive: metadata, the original and its translation in one text file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from align.errors import ReadError
from align.text.document import Document, Metadata, Section
from align.text.readers.file import read_file
from align.text.readers.head import read_head
from align.text.readers.sides import find_sides
from align.text.span import Span


def read_archive(path: str | Path, encoding: str = "utf-8") -> Document:
    """Read a page that holds an original, its translation, or both.

    Args:
        path: A text file, a Word document, or a PDF with a text layer.
        encoding: Of a text file.

    Returns:
        The document with a section for the metadata and for each side.

    Raises:
        ReadError: The file cannot be read as text, or holds no text behind its metadata.
    """
    file = read_file(path, encoding)
    return replace(page(Path(path).name, file.text, file.encoding), notes=file.notes)


def page(name: str, raw: str, encoding: str = "utf-8") -> Document:
    """The same for a text that is in memory."""
    head = read_head(raw)
    metadata = head.metadata if head else Metadata()
    stop = head.stop if head else 0
    if not any(map(str.isalpha, raw[stop:])):
        raise ReadError(
            f"{name}: expected a document behind the page's head, found no letter after offset {stop}; "
            "was only the head saved?"
        )
    sections = (*head_section(raw, stop), *find_sides(raw, stop, metadata))
    return Document(name, raw, sections, metadata, encoding)


def head_section(raw: str, stop: int) -> tuple[Section, ...]:
    """The metadata before ``stop`` without the white space around them; none where there are none."""
    text = raw[:stop]
    start = stop - len(text.lstrip())
    return (Section("metadata", Span(start, len(text.rstrip()))),) if text.strip() else ()
