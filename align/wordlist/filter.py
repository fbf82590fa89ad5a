"""Flags without those that a word list settles."""

from __future__ import annotations

from collections.abc import Iterable

from align.flag import Flag
from align.wordlist.parse import listed_form


def word_of(flag: Flag) -> str:
    """The doubtful word, as word lists hold it."""
    return listed_form(flag.text)


def without_listed(flags: Iterable[Flag], words: frozenset[str]) -> list[Flag]:
    """The flags without OCR flags (``ocr.…``) on words that are right."""
    return [flag for flag in flags if not (flag.kind.startswith("ocr.") and word_of(flag) in words)]
