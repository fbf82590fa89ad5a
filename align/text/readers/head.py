"""The head of an archive's page: the metadata before the document, and where the document begins."""

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
"""Label of a part of the head -> the field of :class:`Metadata` that it fills."""

MIN_LABELS = 2
"""A head has at least so many labels."""

MAX_FIRST_LABEL, MAX_HEAD_LINES = 30, 60
"""Lines before the first label; lines from there to the last."""


MONTH = "|".join(name for code in ("en", "ru") for name in registry.language(code).months.names)
DATE = re.compile(
    rf"(?:(?:{MONTH})\s+\d{{1,2}},?|\d{{1,2}}\s+(?:{MONTH}))\s+\d{{4}}(?:\s*г\.)?", re.IGNORECASE
)
CONTENTS_ENTRY = re.compile(r"original|translation|transcript|scan|summary|оригинал|перевод", re.IGNORECASE)
"""Words of a line of the table of contents."""


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
        """The field that this line begins; ``None`` where it has no label."""
        name, colon, _ = self.text.partition(":")
        return LABELS.get(name.strip(" *").lower()) if colon else None

    @property
    def rest(self) -> str:
        """What follows a label on the same line."""
        return self.text.partition(":")[2].strip(" *")


def read_head(raw: str) -> Head | None:
    """The head that a page begins with; ``None`` where a file begins with its text.

    A head is two labels at least, each at the start of a line, the first within 30 lines.
    """
    lines = _lines(raw)
    labelled = _labelled(lines)
    if len(labelled) < MIN_LABELS:
        return None
    labelled = _first_of_each(lines, labelled)
    values, stop = _values(lines, labelled)
    date, title = _date_and_title(lines[: labelled[0]])
    date = date or _date_in(title) or _date_in(values.get("citation"))
    return Head(Metadata(title=title, date=date, **values), lines[stop - 1].stop)


def _labelled(lines: list[_Line]) -> list[int]:
    """Numbers of the lines with labels, as far as they can be of one head."""
    found = [number for number, line in enumerate(lines) if line.label]
    return [
        number
        for number in found
        if number <= (MAX_FIRST_LABEL if number == found[0] else found[0] + MAX_HEAD_LINES)
    ]


def _values(lines: list[_Line], labelled: list[int]) -> tuple[dict[str, str | None], int]:
    """The value of each label, and the number of the first line behind the last value."""
    values: dict[str, str | None] = {}
    stop = labelled[0]
    for number, following in zip(labelled, [*labelled[1:], None], strict=True):
        stop = _value_stop(lines, number, following)
        label = lines[number].label
        if label:
            values[label] = _joined([lines[number].rest, *(line.text for line in lines[number + 1 : stop])])
    return values, stop


def _lines(raw: str) -> list[_Line]:
    lines, at = [], 0
    for piece in raw[:200_000].splitlines(keepends=True):
        text = piece.strip().strip("#").strip("\ufeff* \t")
        lines.append(_Line(at, at + len(piece.rstrip()), text))
        at += len(piece)
    return lines


def _first_of_each(lines: list[_Line], labelled: list[int]) -> list[int]:
    """The labels before the first that stands a second time: that one is a word of the text."""
    seen: set[str | None] = set()
    kept = []
    for number in labelled:
        if lines[number].label in seen:
            break
        seen.add(lines[number].label)
        kept.append(number)
    return kept


def _value_stop(lines: list[_Line], number: int, following: int | None) -> int:
    """The line behind a label's value: the next label, or, for the last label, the end of one paragraph."""
    if following is not None:
        return following
    stop = number + 1
    if lines[number].rest:
        return stop
    while stop < len(lines) and not lines[stop].text:
        stop += 1
    contents = lines[number].label == "contents"
    if contents and stop < len(lines) and not CONTENTS_ENTRY.search(lines[stop].text):
        return number + 1
    while stop < len(lines) and lines[stop].text and (not contents or _is_entry(lines[stop].text)):
        stop += 1
    return stop


def _is_entry(text: str) -> bool:
    """Whether a line can be one of the table of contents."""
    return len(text) < 100 and CONTENTS_ENTRY.search(text) is not None


def _joined(texts: list[str]) -> str | None:
    return " ".join(" ".join(texts).split()).strip() or None


def _date_and_title(lines: list[_Line]) -> tuple[str | None, str | None]:
    """The first line that is nothing but a date; the other lines are the title."""
    texts = [line.text for line in lines if line.text]
    dates = [text for text in texts if DATE.fullmatch(text)]
    return (dates[0] if dates else None), _joined([text for text in texts if text not in dates])


def _date_in(text: str | None) -> str | None:
    found = DATE.search(text or "")
    return found.group() if found else None
