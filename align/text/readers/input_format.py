"""What is known of a format of files that are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from align.scan.scan_run import ScanRun
from align.text.readers.file_head import FileHead
from align.text.readers.file_text import FileText
from align.text.readers.pairs import Languages, Pairs

NO_TEXT = "holds no text, only pictures? run OCR over it first, then give its text"


@dataclass(frozen=True)
class InputFormat:
    """A format of files that are read.

    Attributes:
        name: For people.
        suffixes: Ends of files' names, in small letters.
        recognised: By what of its content, for people.
        matches: Whether a file is of this format, by its content.
        kept: What is read, for people.
        left_out: What is not, and is said in the summary, for people.
        read_text: Reads one side, or a page of both; ``None`` for a format of ready pairs.
        read_scan: The same of pages that may be pictures, with what an OCR engine is to be called with.
        read_pairs: Reads ready pairs; returns ``None`` for a file that holds none.
        without_letters: What to say of a file without a letter; ``FILE`` stands for its name, ``COUNT`` for
            the number of its characters.
        common: Ends of names, in small letters, that files of other kinds have as well.
        folders: Whether a folder may be of this format.
    """

    name: str
    suffixes: tuple[str, ...]
    recognised: str
    matches: Callable[[FileHead], bool]
    kept: str
    left_out: str
    read_text: Callable[[Path, str], FileText] | None = None
    read_scan: Callable[[Path, ScanRun], FileText] | None = None
    read_pairs: Callable[[Path, Languages], Pairs | None] | None = None
    without_letters: str = NO_TEXT
    common: tuple[str, ...] = ()
    folders: bool = False
