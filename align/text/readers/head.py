"""The head of an archive's page: what it says of its document, and where the document begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from align.lang import registry
from align.text.document import Metadata

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "citation": "citation",
        "summary": "summary",
        "credits": "credits",
        "original language": "original_language",
        "contents": "contents",
    }
)
"""How archives name the parts of a page's head, and the field each one fills."""

MONTH = "|".join(name for code in ("en", "ru") for name in registry.language(code).months.names)
DATE = re.compile(
    rf"(?:(?:{MONTH})\s+\d{{1,2}},?|\d{{1,2}}\s+(?:{MONTH}))\s+\d{{4}}(?:\s*г\.)?", re.IGNORECASE
)
LISTED = re.compile(r"original|translation|transcript|scan|summary|оригинал|перевод", re.IGNORECASE)
"""A line of the table of contents names the pieces of the page with one of these words."""


@dataclass(frozen=True)
class Head:
    """``stop``: where the head ends, in code points of the raw file."""

    metadata: Metadata
    stop: int


@dataclass(frozen=True)
class _Line:
    start: int
    stop: int
    text: str
    """Without markup."""

    @property
    def label(self) -> str | None:
        """The field that this line opens, if it is a label."""
        name, colon, _ = self.text.partition(":")
        return LABELS.get(name.strip(" *").lower()) if colon else None

    @property
    def rest(self) -> str:
        """What follows a label on its own line."""
        return self.text.partition(":")[2].strip(" *")


def read_head(raw: str) -> Head | None:
    """The head that a page begins with; ``None`` where a file begins with its text.

    A head is two labels at least, each at the start of a line, the first within 30 lines.
    """
    lines = _lines(raw)
    at = [number for number, line in enumerate(lines) if line.label]
    at = [number for number in at if number <= (30 if at[0] == number else at[0] + 60)]
    if len(at) < 2:
        return None
    at = _first_of_each(lines, at)
    values = {}
    last = at[0]
    for number, following in zip(at, [*at[1:], None], strict=True):
        last = _value_stop(lines, number, following)
        label = lines[number].label
        if label:
            values[label] = _joined([lines[number].rest, *(line.text for line in lines[number + 1 : last])])
    date, title = _date_and_title(lines[: at[0]])
    date = date or _date_in(title) or _date_in(values.get("citation"))
    return Head(Metadata(title=title, date=date, **values), lines[last - 1].stop)


def _lines(raw: str) -> list[_Line]:
    lines, at = [], 0
    for piece in raw[:200_000].splitlines(keepends=True):
        text = piece.strip().strip("#").strip("\ufeff* \t")
        lines.append(_Line(at, at + len(piece.rstrip()), text))
        at += len(piece)
    return lines


def _first_of_each(lines: list[_Line], at: list[int]) -> list[int]:
    """A label stands once; the second is a word of the text."""
    seen: set[str | None] = set()
    kept = []
    for number in at:
        if lines[number].label in seen:
            break
        seen.add(lines[number].label)
        kept.append(number)
    return kept


def _value_stop(lines: list[_Line], number: int, following: int | None) -> int:
    """The line after a label's value: up to the next label, or, for the last, one paragraph."""
    if following is not None:
        return following
    stop = number + 1
    if lines[number].rest:
        return stop
    while stop < len(lines) and not lines[stop].text:
        stop += 1
    listed = lines[number].label == "contents"
    if listed and stop < len(lines) and not LISTED.search(lines[stop].text):
        return number + 1
    while stop < len(lines) and lines[stop].text and (not listed or _is_listed(lines[stop].text)):
        stop += 1
    return stop


def _is_listed(text: str) -> bool:
    return len(text) < 100 and LISTED.search(text) is not None


def _joined(texts: list[str]) -> str | None:
    return " ".join(" ".join(texts).split()).strip() or None


def _date_and_title(lines: list[_Line]) -> tuple[str | None, str | None]:
    """A line of its own is the date; the rest is the title."""
    texts = [line.text for line in lines if line.text]
    dates = [text for text in texts if DATE.fullmatch(text)]
    return (dates[0] if dates else None), _joined([text for text in texts if text not in dates])


def _date_in(text: str | None) -> str | None:
    found = DATE.search(text or "")
    return found.group() if found else None
