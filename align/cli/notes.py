"""What the readers of files note, on the error stream; how a command ends where pages are missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from align.cli.progress import Messages

if TYPE_CHECKING:
    from align.text.document import Document
    from align.text.readers.file_text import FileText

UNFINISHED_CODE = 3
"""The exit code where the OCR engine broke off on a page; what was read is written, and can be completed."""


def note_documents(documents: Iterable[Document]) -> None:
    """Say what was left out or chosen when the files were read; a file that holds both sides counts once.

    Args:
        documents: Of each side that is present.
    """
    for line in dict.fromkeys(f"{one.name}: {note}" for one in documents for note in one.notes):
        Messages.note(line)


def end_unfinished(documents: Iterable[Document | FileText]) -> None:
    """End the command with an exit code of its own where pages are missing that a second run may read.

    Args:
        documents: Of each side that is present, or the one file that was read.

    Raises:
        typer.Exit: The engine broke off on a page.
    """
    from align.scan.read_scan import is_unfinished

    if any(is_unfinished(one.notes) for one in documents):
        raise typer.Exit(UNFINISHED_CODE)
