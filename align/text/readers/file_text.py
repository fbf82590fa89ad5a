"""What was read from a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FileText:
    """The text of a file.

    Attributes:
        text: Code point for code point, newlines and a byte-order mark untouched.
        encoding: The encoding that the text is hashed and written in; UTF-8 for all but text files.
        notes: What was left out or chosen, for people.
    """

    text: str
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
