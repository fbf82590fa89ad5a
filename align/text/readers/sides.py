"""Where on a page the original stands, and where its translation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from align.text.document import Metadata, Part, Section, Side
from align.text.language import detect_language, language_named
from align.text.readers.side_classifier import SideClassifier, side_classifier
from align.text.span import Span

TRANSLATION = re.compile(
    r"[\W_]*(?:translation\s*[-–—:]\s*\w+|(?:english )?translation|перевод)[\W_]*", re.IGNORECASE
)
"""A line that says: from here on it is the translation."""

ENOUGH = 12
"""Letters that make a side; fewer are a name or a stamp."""

STRAY = 60
"""Letters that may stand on the wrong side of a heading that names the translation."""


@dataclass(frozen=True)
class _Line:
    """``source``, ``target``: letters of this line that speak for either side."""

    start: int
    stop: int
    source: int
    target: int
    is_mark: bool
    has_letters: bool


@dataclass(frozen=True)
class _Cut:
    """The page cut before line ``at``; ``wrong``: letters that stand on the wrong side then."""

    at: int
    first: Side
    wrong: int


def find_sides(raw: str, start: int, metadata: Metadata) -> tuple[Section, ...]:
    """The sections from ``start`` on: original and translation in either order, or only one.

    The page is cut once, where fewest letters come to stand on the wrong side; a stray line of
    the other script does not cut it.
    """
    votes = side_classifier(raw[start:], metadata)
    lines = _lines(raw, start, votes)
    cut = _best_cut(lines)
    if not _both_sides(lines, cut):
        return _sections(raw, [(_only_side(raw[start:], metadata, votes.into), start, len(raw))])
    marks = [number for number, line in enumerate(lines) if line.is_mark]
    if cut.first == "source" and len(marks) == 1 and _wrong(lines, marks[0]) <= cut.wrong + STRAY:
        cut = _Cut(marks[0], "source", cut.wrong)
    line = lines[cut.at]
    second: Side = "target" if cut.first == "source" else "source"
    after = line.stop if line.is_mark else line.start
    return _sections(
        raw, [(cut.first, start, line.start), ("metadata", line.start, after), (second, after, len(raw))]
    )


def _sections(raw: str, parts: list[tuple[Part, int, int]]) -> tuple[Section, ...]:
    """The parts without the white space around them."""
    sections = []
    for part, start, stop in parts:
        text = raw[start:stop]
        left = start + len(text) - len(text.lstrip())
        right = start + len(text.rstrip())
        if left < right:
            sections.append(Section(part, Span(left, right)))
    return tuple(sections)


def _lines(raw: str, start: int, votes: SideClassifier) -> list[_Line]:
    lines = []
    for match in re.compile(r"[^\n]*\n|[^\n]+").finditer(raw, start):
        text = match.group()
        is_mark = len(text) < 80 and TRANSLATION.fullmatch(text.strip()) is not None
        source, target = (0, 0) if is_mark else votes.vote(text)
        has_letters = any(map(str.isalpha, text))
        lines.append(_Line(match.start(), match.end(), source, target, is_mark, has_letters))
    return lines


def _best_cut(lines: list[_Line]) -> _Cut:
    """Least letters on the wrong side; of equal cuts the first: a heading belongs to what follows it."""
    source_first = sum(line.source for line in lines)
    target_first = sum(line.target for line in lines)
    best = _Cut(0, "source", min(source_first, target_first))
    for number, line in enumerate(lines):
        here = [
            _Cut(number, "source", source_first),
            _Cut(number, "target", target_first),
        ]
        if line.has_letters:
            best = min([best, *here], key=lambda cut: cut.wrong)
        source_first += line.target - line.source
        target_first += line.source - line.target
    return best


def _wrong(lines: list[_Line], at: int) -> int:
    """Letters on the wrong side where the original stands before line ``at``."""
    return sum(line.target for line in lines[:at]) + sum(line.source for line in lines[at:])


def _both_sides(lines: list[_Line], cut: _Cut) -> bool:
    """Whether enough letters of each side stand where the cut puts them."""
    before, after = lines[: cut.at], lines[cut.at :]
    if cut.first == "target":
        before, after = after, before
    return min(sum(line.source for line in before), sum(line.target for line in after)) >= ENOUGH


def _only_side(text: str, metadata: Metadata, into: str) -> Side:
    """The original if it is in the original's language, the translation if in the translation's."""
    language = detect_language(text)
    original = language_named(metadata.original_language)
    return "source" if language == original or language != into else "target"
