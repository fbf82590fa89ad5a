"""Doubts and corrections in the words of a reader: what was read, what is suggested, how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from align.export.row import Correction, ExportRow
from align.flag import KIND_NAMES, Flag
from align.review.sureness import PLEASE_LOOK, in_a_word

NOTHING = "(nothing)"
"""Stands for text that is deleted."""

MAX_SHOWN = 60
"""Code points of a doubtful passage that are quoted."""


def row_remarks(row: ExportRow) -> Iterator[str]:
    """A line for each correction of a row, then one for each open doubt."""
    yield from map(correction_line, row.corrections)
    yield from map(doubt_line, row.flags)


def correction_line(correction: Correction) -> str:
    """``corrected: Баш → Ваш (anna)``."""
    by = f" ({correction.by})" if correction.by else ""
    return f"corrected: {shortened(correction.old)} → {shortened(correction.new) or NOTHING}{by}"


def doubt_line(flag: Flag) -> str:
    """``Баш → Ваш? likely``; where nothing is suggested, what is wrong.

    Example:
        >>> from align.text.span import Span
        >>> doubt_line(Flag("source", 0, (Span(0, 4),), "внл", "ocr.unknown-word", 0.9, "no word"))
        'внл: please look: unknown word'
    """
    if not flag.suggestions:
        return f"{shortened(flag.text)}: {PLEASE_LOOK}: {KIND_NAMES[flag.kind]}"
    return f"{shortened(flag.text)} → {shortened(flag.suggestions[0].text) or NOTHING}? {sureness_word(flag)}"


def sureness_word(flag: Flag) -> str:
    """How sure the first suggestion is: ``sure``, ``likely`` or ``please look``."""
    return in_a_word(flag.suggestions[0].confidence if flag.suggestions else 0.0)


def shortened(text: str) -> str:
    """A passage in one line, cut behind :data:`MAX_SHOWN` code points."""
    words = " ".join(text.split())
    return words if len(words) <= MAX_SHOWN else f"{words[: MAX_SHOWN - 1].rstrip()}…"
