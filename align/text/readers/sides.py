"""Where on an archive's page the original stands, and where its translation."""

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
"""A heading behind which the translation begins."""

MIN_SIDE_LETTERS = 12
"""Letters that make a side; fewer are a name or a stamp."""

MAX_STRAY_LETTERS = 60
"""Letters that may stand on the wrong side of a :data:`TRANSLATION` heading."""


@dataclass(frozen=True)
class _Line:
    """``source``, ``target``: letters of this line that belong to either side."""

    start: int
    stop: int
    source: int
    target: int
    is_heading: bool
    has_letters: bool


@dataclass(frozen=True)
class _Cut:
    """The page cut before line ``at``, side ``first`` before it; ``wrong``: letters on the wrong side."""

    at: int
    first: Side
    wrong: int


def find_sides(raw: str, start: int, metadata: Metadata) -> tuple[Section, ...]:
    """The sections from ``start`` on: original and translation in either order, or only one of them.

    The page is cut once, where fewest letters stand on the wrong side: a single line in the other script
    does not cut it.
    """
    classifier = side_classifier(raw[start:], metadata)
    lines = _lines(raw, start, classifier)
    cut = _at_heading(lines, _best_cut(lines))
    if cut is None:
        only = _only_side(raw[start:], metadata, classifier.target_language)
        return _sections(raw, [(only, start, len(raw))])
    line = lines[cut.at]
    second: Side = "target" if cut.first == "source" else "source"
    after = line.stop if line.is_heading else line.start
    return _sections(
        raw, [(cut.first, start, line.start), ("metadata", line.start, after), (second, after, len(raw))]
    )


def _sections(raw: str, parts: list[tuple[Part, int, int]]) -> tuple[Section, ...]:
    """The parts without the white space around them; empty ones are left out."""
    sections = []
    for part, start, stop in parts:
        text = raw[start:stop]
        left = start + len(text) - len(text.lstrip())
        right = start + len(text.rstrip())
        if left < right:
            sections.append(Section(part, Span(left, right)))
    return tuple(sections)


def _lines(raw: str, start: int, classifier: SideClassifier) -> list[_Line]:
    lines = []
    for match in re.compile(r"[^\n]*\n|[^\n]+").finditer(raw, start):
        text = match.group()
        is_heading = len(text) < 80 and TRANSLATION.fullmatch(text.strip()) is not None
        source, target = (0, 0) if is_heading else classifier.count(text)
        has_letters = any(map(str.isalpha, text))
        lines.append(_Line(match.start(), match.end(), source, target, is_heading, has_letters))
    return lines


def _best_cut(lines: list[_Line]) -> _Cut:
    """Fewest letters on the wrong side; of equal cuts the first: a heading belongs to what follows it."""
    source_first = sum(line.source for line in lines)
    target_first = sum(line.target for line in lines)
    best = _Cut(0, "source", min(source_first, target_first))
    for number, line in enumerate(lines):
        here = [_Cut(number, "source", source_first), _Cut(number, "target", target_first)]
        if line.has_letters:
            best = min([best, *here], key=lambda cut: cut.wrong)
        source_first += line.target - line.source
        target_first += line.source - line.target
    return best


def _at_heading(lines: list[_Line], cut: _Cut) -> _Cut | None:
    """The cut, moved to the one heading where that is as good; ``None`` where the page has one side."""
    if not _has_both_sides(lines, cut):
        return None
    headings = [number for number, line in enumerate(lines) if line.is_heading]
    if cut.first != "source" or len(headings) != 1:
        return cut
    if _wrong_letters(lines, headings[0]) > cut.wrong + MAX_STRAY_LETTERS:
        return cut
    return _Cut(headings[0], "source", cut.wrong)


def _wrong_letters(lines: list[_Line], at: int) -> int:
    """Letters on the wrong side where the original stands before line ``at``."""
    return sum(line.target for line in lines[:at]) + sum(line.source for line in lines[at:])


def _has_both_sides(lines: list[_Line], cut: _Cut) -> bool:
    """Whether enough letters of each side stand where the cut puts them."""
    before, after = lines[: cut.at], lines[cut.at :]
    if cut.first == "target":
        before, after = after, before
    fewest = min(sum(line.source for line in before), sum(line.target for line in after))
    return fewest >= MIN_SIDE_LETTERS


def _only_side(text: str, metadata: Metadata, target_language: str) -> Side:
    """The original where the text is in its language or not in the translation's, else the translation."""
    language = detect_language(text)
    original = language_named(metadata.original_language)
    return "source" if language == original or language != target_language else "target"
