"""A bound on the text of one file: a file may name a part of its text, or a space, any number of times."""

from __future__ import annotations

from pathlib import Path

from align.errors import ReadError
from align.text.readers.zip_guard import MAX_BYTES, MAX_RATIO, RATIO_FROM


class TextBound:
    """Counts the characters that are read of a file.

    Args:
        path: The file; the larger it is, the more text it may hold.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = path.stat().st_size
        self._left = max(RATIO_FROM, min(MAX_BYTES, MAX_RATIO * self._size))

    def count(self, text: str) -> str:
        """The text, where the file may hold so much.

        Args:
            text: What was read.

        Raises:
            ReadError: More was read of the file than it can hold.
        """
        self._left -= len(text)
        if self._left < 0:
            raise ReadError(
                f"{self._path}: its {self._size:,} bytes make more text than they can hold: a bomb? nothing "
                "was read; if it is sound, save its text as plain text"
            )
        return text
