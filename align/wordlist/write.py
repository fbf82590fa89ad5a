"""A word list that a review appends to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from align.errors import OutputError
from align.wordlist.parse import parse_list


@dataclass
class WordList:
    """The file at ``path``; ``pending``: lines that could not be written yet."""

    path: Path
    pending: list[str] = field(default_factory=list)

    def add(self, words: Iterable[str]) -> None:
        """Append words that the list does not hold yet: those of a review that began without it."""
        lines = self.path.read_text(encoding="utf-8-sig").splitlines() if self.path.exists() else []
        known = parse_list(lines)
        self.note([(word, True) for word in sorted(words) if word not in known])

    def note(self, changes: Iterable[tuple[str, bool]]) -> None:
        """Append words, each marked as right or taken back. Raises :class:`OutputError`."""
        self.pending += [f"{'' if right else '-'}{word}\n" for word, right in changes]
        self.save()

    def save(self) -> None:
        """Append what is pending and wait until it is on the disk.

        Raises:
            OutputError: The file cannot be written; the lines stay pending.
        """
        if not self.pending:
            return
        try:
            with self.path.open("a+b") as stream:
                stream.write((self._missing_newline() + "".join(self.pending)).encode())
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise OutputError(
                f"the word list {self.path} cannot be written: {error.strerror or error}; make room, then "
                "save again (Ctrl+S)"
            ) from error
        self.pending.clear()

    def _missing_newline(self) -> str:
        """A newline where the file's last line has none."""
        return "" if self.path.read_bytes()[-1:] in {b"", b"\n"} else "\n"
