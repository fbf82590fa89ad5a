"""A file -> its text, by the reader of its format."""

from __future__ import annotations

import shlex
from pathlib import Path

from align.errors import ReadError
from align.scan.layout.notes import WORDS
from align.scan.scan_run import ScanRun
from align.text.readers.file_text import FileText
from align.text.readers.formats import format_of


def read_file(path: str | Path, encoding: str = "utf-8", scan: ScanRun = ScanRun()) -> FileText:
    """The text of a file, and what its reader says of it.

    Args:
        path: A file of any format that is read as text (:data:`~align.text.readers.formats.FORMATS`).
        encoding: Of a text file, by Python's name for it.
        scan: How pages that are pictures are read.

    Raises:
        ModelError: What reads pages that are pictures is not installed.
        ReadError: The file is missing, empty, binary, without a letter, not in this encoding, or of a format
            that is not read as text.
    """
    path = Path(path)
    found = format_of(path)
    if found.read_scan is not None:
        file = found.read_scan(path, scan)
    elif found.read_text is not None:
        file = found.read_text(path, encoding)
    else:
        raise ReadError(
            f"{path}: expected a text, found {found.name}, which holds an original and its translation: "
            "give it as the only file"
        )
    if not any(map(str.isalpha, file.text)):
        reason = found.without_letters.replace("FILE", shlex.quote(str(path)))
        seen = "".join(
            f" ({note})" for note in file.notes if note.endswith((WORDS["unread"], WORDS["blank"]))
        )
        raise ReadError(f"{path}: {reason.replace('COUNT', f'{len(file.text):,}')}{seen}")
    return file


def read_text(path: str | Path, encoding: str = "utf-8") -> str:
    """The text of a file, code point for code point: newlines and a byte-order mark stay.

    Args and errors are those of :func:`read_file`.
    """
    return read_file(path, encoding).text
