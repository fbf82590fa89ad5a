"""Two files whose lines are pairs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from align.errors import InputError
from align.text.document import Document, Side
from align.text.lines import raw_lines, whole
from align.text.readers.file import read_file
from align.text.readers.file_text import FileText
from align.text.readers.pairs import Pairs


def read_lines(source: Path, target: Path, encoding: str = "utf-8") -> Pairs:
    """Two files with one sentence a line; blank lines at the end of a file are none.

    Raises:
        ReadError: A file cannot be read as text.
        InputError: The files have not as many lines.
    """
    one, other = read_file(source, encoding), read_file(target, encoding)
    counts, least = zip(*(_counts(file.text) for file in (one, other)), strict=True)
    if max(least) > min(counts):
        raise InputError(
            f"expected as many lines in both files, found {least[0]:,} in {source} and {least[1]:,} in "
            f"{target}; leave --pre-aligned out to have them aligned"
        )
    return Pairs(_document(source, one, "source"), _document(target, other, "target"))


def _document(path: Path, file: FileText, side: Side) -> Document:
    document = whole(path.name, file.text, side, file.encoding)
    return replace(document, notes=file.notes, facsimile=file.facsimile, folder=path.parent)


def _counts(raw: str) -> tuple[int, int]:
    """The number of lines, with blank ones at the end and without."""
    lines = [line.of(raw) for line in raw_lines(raw)]
    used = max((number for number, line in enumerate(lines, start=1) if line.strip()), default=0)
    return max(len(lines), used), used
