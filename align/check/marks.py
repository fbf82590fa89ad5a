"""Brackets and quotation marks left open, and dashes set in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from align.check.context import CheckContext
from align.check.line import Line
from align.flag import Flag
from align.text.document import SIDES

CLOSES: Mapping[str, str] = MappingProxyType({")": "(", "]": "[", "}": "{"})
QUOTES: tuple[Mapping[str, str], ...] = (MappingProxyType({"»": "«"}), MappingProxyType({"”": "“"}))
DASH = re.compile(r"(?<=\s)(?:--|-|–|—)(?=\s)|(?<=\w)(?:--|—)(?=\w)")
REACH = 12
"""Lines in which a bracket must close."""

RARE, USUAL = 1, 10
"""A dash set so often, where another is set so often or more, is a slip."""


def brackets(matter: CheckContext) -> Iterator[Flag]:
    """A bracket without its partner within the next sentences; ``1)`` of a list needs none."""
    for side in SIDES:
        for line, at, word in _single(matter.lines(side), CLOSES):
            if not _of_a_list(line.text, at):
                yield _flag(line, at, f"nothing {word} this “{line.text[at]}”.")


def quotes(matter: CheckContext) -> Iterator[Flag]:
    """A quotation mark without its partner, where the other side has whole pairs."""
    others = {both.source: both.target for both in matter.both} | {b.target: b.source for b in matter.both}
    for side in SIDES:
        for closes in QUOTES:
            for line, at, word in _single(matter.lines(side), closes):
                if line in others and _whole(others[line].text):
                    reason = f"nothing {word} this “{line.text[at]}”; the other side has whole pairs."
                    yield _flag(line, at, reason)


def _whole(text: str) -> bool:
    """Whether a text has quotation marks, each with its partner."""
    pairs = [(text.count(left), text.count(right)) for left, right in (("«", "»"), ("“", "”"))]
    return any(left for left, _ in pairs) and all(left == right for left, right in pairs)


def _single(lines: Sequence[Line], closes: Mapping[str, str]) -> list[tuple[Line, int, str]]:
    """Marks without a partner, each with what is missing: ``opens`` or ``closes``."""
    waiting: list[tuple[int, int, Line]] = []
    found: list[tuple[Line, int, str]] = []
    for number, line in enumerate(lines):
        waiting = _in_reach(waiting, number, found)
        for at, mark in enumerate(line.text):
            if line.sure[at] == " " and mark not in "[]":
                continue  # an OCR flag doubts it
            if mark in closes.values():
                waiting.append((number, at, line))
            elif mark in closes and waiting and waiting[-1][2].text[waiting[-1][1]] == closes[mark]:
                waiting.pop()
            elif mark in closes:
                found.append((line, at, "opens"))
    return [*found, *((line, at, "closes") for _, at, line in waiting)]


def _in_reach(
    waiting: list[tuple[int, int, Line]], number: int, found: list[tuple[Line, int, str]]
) -> list[tuple[int, int, Line]]:
    """Open marks that may still close; the others are found to be single."""
    found += ((line, at, "closes") for first, at, line in waiting if number - first >= REACH)
    return [entry for entry in waiting if number - entry[0] < REACH]


def _of_a_list(text: str, at: int) -> bool:
    """``1)``, ``а)``: whether the mark closes a short label."""
    label = text[:at].rsplit(" ", 1)[-1]
    return text[at] == ")" and 0 < len(label) < 4 and label.isalnum()


def dashes(matter: CheckContext) -> Iterator[Flag]:
    """A dash of the translation that is set as no other: ``-`` between words where all else is ``—``."""
    lines = matter.lines("target")
    places = [(line, match) for line in lines for match in DASH.finditer(line.sure)]
    counts = Counter(match.group() for _, match in places)
    [(usual, often)] = counts.most_common(1) or [("", 0)]
    if often < USUAL:
        return
    for line, match in places:
        if counts[match.group()] <= RARE:
            reason = f"a dash is “{usual}” elsewhere ({often} times)."
            yield line.flag(match.start(), match.end(), "check.punctuation", 0.6, reason)


def _flag(line: Line, at: int, reason: str) -> Flag:
    return line.flag(at, at + 1, "check.punctuation", 0.7, reason)
