"""The project's word list: words that a reviewer called right, for all its documents.

Plain text, one word a line, only ever appended to; ``-word`` takes a word back, ``#`` begins a note. Small
and capital letters count alike, ё as е.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from align.errors import OutputError, ReadError
from align.flag import Flag
from align.lang.folding import fold
from align.text.token import parse


def word_of(flag: Flag) -> str:
    """The word that is doubted, as word lists hold it."""
    return listed_form(flag.text)


def listed_form(text: str) -> str:
    """A word without the marks around it, as word lists hold it; empty where there is none."""
    return fold(parse(text.strip()).core)


def read_words(path: Path) -> frozenset[str]:
    """The words that are right. Raises :class:`ReadError` where there is no such text."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not in UTF-8"
        raise ReadError(
            f"{path}: expected a list of words, one a line: {why}; align review --words makes a new one"
        ) from error
    return frozenset(word for word, right in parse_list(text.splitlines()).items() if right)


def parse_list(lines: Iterable[str]) -> Mapping[str, bool]:
    """Each word that a list speaks of, and whether it is right after the last line about it."""
    found = {}
    for line in map(str.strip, lines):
        if line.strip("-") and not line.startswith("#"):
            found[fold(line.removeprefix("-").strip())] = not line.startswith("-")
    return found


def without_listed(flags: Iterable[Flag], words: frozenset[str]) -> list[Flag]:
    """The flags without the OCR's on words that are right."""
    return [flag for flag in flags if not (flag.kind.startswith("ocr.") and word_of(flag) in words)]


@dataclass
class WordList:
    """A list that a review appends to; ``pending``: lines that could not be written yet."""

    path: Path
    pending: list[str] = field(default_factory=list)

    def add(self, words: Iterable[str]) -> None:
        """Words that the list says nothing of yet: those of a review begun without it."""
        known = (
            parse_list(self.path.read_text(encoding="utf-8-sig").splitlines()) if self.path.exists() else {}
        )
        self.note([(word, True) for word in sorted(words) if word not in known])

    def note(self, changes: Iterable[tuple[str, bool]]) -> None:
        """Words called right, or taken back. Raises :class:`OutputError` where the disk refuses."""
        self.pending += [f"{'' if right else '-'}{word}\n" for word, right in changes]
        self.save()

    def save(self) -> None:
        """Write what is pending, and wait until it is on the disk."""
        if not self.pending:
            return
        try:
            with self.path.open("a+b") as stream:
                stream.write((self._closing() + "".join(self.pending)).encode())
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise OutputError(
                f"the word list {self.path} cannot be written: {error.strerror or error}; make room, then "
                "save again (Ctrl+S)"
            ) from error
        self.pending.clear()

    def _closing(self) -> str:
        """What ends a last line that somebody left open."""
        return "" if self.path.read_bytes()[-1:] in {b"", b"\n"} else "\n"
