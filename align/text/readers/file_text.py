"""What was read from a file."""

from __future__ import annotations

from dataclasses import dataclass

from align.facsimile.facsimile import Facsimile


@dataclass(frozen=True)
class FileText:
    """The text of a file.

    Attributes:
        text: Code point for code point, newlines and a byte-order mark untouched.
        encoding: The encoding that the text is hashed and written in; UTF-8 for all but text files.
        notes: What was left out or chosen, for people.
        facsimile: The pages that the text was read from, where their words have places.
    """

    text: str
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    facsimile: Facsimile | None = None

    @classmethod
    def of_pages(cls, facsimile: Facsimile, notes: tuple[str, ...] = ()) -> FileText:
        """The text of pages."""
        return cls(facsimile.text, notes=notes, facsimile=facsimile)
