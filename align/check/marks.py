"""The checks of marks: unpaired brackets and quotation marks, dashes set in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from align.check.context import CheckContext
from align.check.line import Line
from align.flag import Flag
from align.text.document import SIDES

BRACKETS: Mapping[str, str] = MappingProxyType({")": "(", "]": "[", "}": "{"})
"""Closing mark -> opening mark."""

QUOTES: tuple[Mapping[str, str], ...] = (MappingProxyType({"»": "«"}), MappingProxyType({"”": "“"}))
DASH = re.compile(r"(?<=\s)(?:--|-|–|—)(?=\s)|(?<=\w)(?:--|—)(?=\w)")
MAX_LINES = 12
"""Lines within which a mark must be closed."""

MAX_LABEL = 3
"""Characters of a list item's label."""

MAX_RARE, MIN_USUAL = 1, 10
"""A dash that occurs at most so often, where another occurs at least so often, is a slip."""

PAIR_CONFIDENCE, DASH_CONFIDENCE = 0.7, 0.6

Waiting = tuple[int, int, Line]
"""An open mark: number of its line, its place in the line, the line."""


def unpaired_brackets(context: CheckContext) -> Iterator[Flag]:
    """A bracket without its partner within the next sentences; ``1)`` of a list needs none."""
    for side in SIDES:
        for line, at, word in _unpaired(context.lines(side), BRACKETS):
            if not _is_list_label(line.text, at):
                yield _flag(line, at, f"Nothing {word} this “{line.text[at]}”.")


def unpaired_quotes(context: CheckContext) -> Iterator[Flag]:
    """A quotation mark without its partner, where the other side has pairs only."""
    others = {pair.source: pair.target for pair in context.pairs}
    others |= {pair.target: pair.source for pair in context.pairs}
    for side in SIDES:
        for marks in QUOTES:
            for line, at, word in _unpaired(context.lines(side), marks):
                if line in others and _has_pairs_only(others[line].text):
                    reason = (
                        f"Nothing {word} this “{line.text[at]}”; on the other side each mark has its partner."
                    )
                    yield _flag(line, at, reason)


def _has_pairs_only(text: str) -> bool:
    """Whether a text has quotation marks, each with its partner."""
    counts = [(text.count(left), text.count(right)) for left, right in (("«", "»"), ("“", "”"))]
    return any(left for left, _ in counts) and all(left == right for left, right in counts)


def _unpaired(lines: Sequence[Line], pairs: Mapping[str, str]) -> list[tuple[Line, int, str]]:
    """Marks without a partner: line, place, and what is missing (``opens`` or ``closes``)."""
    waiting: list[Waiting] = []
    found: list[tuple[Line, int, str]] = []
    for number, line in enumerate(lines):
        found += [(held, at, "closes") for first, at, held in waiting if number - first >= MAX_LINES]
        waiting = [mark for mark in waiting if number - mark[0] < MAX_LINES]
        for at, mark in enumerate(line.text):
            if line.certain[at] == " " and mark not in "[]":
                continue  # an OCR flag doubts it
            if mark in pairs.values():
                waiting.append((number, at, line))
            elif mark in pairs and waiting and waiting[-1][2].text[waiting[-1][1]] == pairs[mark]:
                waiting.pop()
            elif mark in pairs:
                found.append((line, at, "opens"))
    return [*found, *((line, at, "closes") for _, at, line in waiting)]


def _is_list_label(text: str, at: int) -> bool:
    """``1)``, ``а)``: whether the mark closes a short label."""
    label = text[:at].rsplit(" ", 1)[-1]
    return text[at] == ")" and 0 < len(label) <= MAX_LABEL and label.isalnum()


def inconsistent_dashes(context: CheckContext) -> Iterator[Flag]:
    """A dash of the translation that is set as no other: ``-`` between words where all else is ``—``."""
    places = [(line, match) for line in context.lines("target") for match in DASH.finditer(line.certain)]
    counts = Counter(match.group() for _, match in places)
    [(usual, count)] = counts.most_common(1) or [("", 0)]
    if count < MIN_USUAL:
        return
    for line, match in places:
        if counts[match.group()] <= MAX_RARE:
            reason = f"Everywhere else the dash is “{usual}” ({count} times)."
            yield line.flag(match.start(), match.end(), "check.punctuation", DASH_CONFIDENCE, reason)


def _flag(line: Line, at: int, reason: str) -> Flag:
    return line.flag(at, at + 1, "check.punctuation", PAIR_CONFIDENCE, reason)
