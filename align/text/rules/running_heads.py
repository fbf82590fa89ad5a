"""Running heads: lines at page ends that are repeated, though misread, or that hold the page's number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput
from align.text.rules.head_lines import MIN_MEMBERS, NUMERAL, HeadLines
from align.text.rules.page_borders import longest_count, near_furniture

ALIKE = 80
"""Likeness (0-100, normalised indel) of two readings of one head, numbers left out."""

MIN_LETTERS = 5
"""Letters of a head that may be misread; shorter ones must be equal."""

MAX_HEADS = 400
"""Different lines at page ends that are compared with all others."""

MAX_SHARE = 0.35
"""Share of a text that running heads can be; the shortest are taken first."""

LEFT = re.compile(r"(\d{1,4})[\s|·•*—–-]{1,6}[^\W\d_]{2}.*")
RIGHT = re.compile(r".*[^\W\d_]{2}[\s|·•*—–.,-]{1,6}(\d{1,4})\W?")
"""Lines with a number at one end; an item of a list has a full stop or a bracket behind its number."""


def running_heads(given: RuleInput) -> Iterator[TextEdit]:
    """Short lines at page ends that are repeated, or whose numbers count up with the pages."""
    heads = HeadLines(given)
    found: set[int] = set()
    left = sum(len(line.text) for line in given.lines) * MAX_SHARE
    groups = [_counting(heads), *_repeated(heads)]
    for numbers in sorted(filter(None, groups), key=lambda group: len(given.lines[group[0]].text)):
        left -= sum(len(given.lines[number].text) for number in numbers if number not in found)
        if left >= 0:
            found.update(numbers)
    for number in sorted(found):
        yield TextEdit(given.lines[number].start, given.lines[number].stop, PAGE_BREAK, "running head")


def _repeated(heads: HeadLines) -> Iterator[Sequence[int]]:
    """The lines of each repeated head."""
    for numbers in _groups(heads):
        inside = sum(map(heads.splits, numbers))
        limit = len(heads.given.lines) / (2 if inside * 3 >= len(numbers) * 2 else 3)
        if not MIN_MEMBERS <= len(numbers) <= limit or not (
            (far := heads.are_far(numbers)) or heads.are_apart(numbers)
        ):
            continue
        border = [number for number in numbers if heads.at_border(number)]
        if len(border) * 3 >= len(numbers):
            border = [number for number in numbers if number in border or heads.is_open(number)]
        if len(border) < len(numbers) * (1 / 3 if far and inside > 1 else 2 / 3):
            continue
        if inside * 3 < len(numbers) and heads.are_of_chapters(numbers, len(border)):
            continue
        first = numbers[0]
        is_title = first not in border and not NUMERAL.search(heads.given.lines[first].text)
        yield numbers[1:] if is_title else numbers


def _groups(heads: HeadLines) -> Iterator[Sequence[int]]:
    """The lines at page ends, each with the lines that are like it."""
    at_border = {
        key: count for key, numbers in heads.by_key.items() if (count := sum(map(heads.at_border, numbers)))
    }
    centres = sorted(at_border, key=lambda key: (-at_border[key], key))[:MAX_HEADS]
    if not centres:
        return
    keys = list(heads.by_key)
    likeness = process.cdist(centres, keys, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)
    taken: set[str] = set()
    for centre, row in zip(centres, likeness, strict=True):
        if centre in taken:
            continue
        alike = [keys[at] for at in np.flatnonzero(row)] if len(centre) >= MIN_LETTERS else [centre]
        taken.update(alike)
        yield sorted(number for key in alike for number in heads.by_key[key])


def _counting(heads: HeadLines) -> Sequence[int]:
    """Lines with a number at one end, most inside sentences; the numbers count up through the text."""
    lines = heads.given.lines
    open_ends = [number for number in sorted(heads.key_of) if heads.splits(number) or heads.is_open(number)]
    open_ends = [number for number in open_ends if not heads.is_text(number)]
    found: set[int] = set()
    for patterns in ((LEFT,), (RIGHT,), (LEFT, RIGHT)):
        run = longest_count([_page_in(lines[number].text, patterns) for number in open_ends])
        numbers = [open_ends[at] for at in run]
        inside = sum(heads.splits(number) or near_furniture(heads.given, number) for number in numbers)
        if len(run) >= MIN_MEMBERS and inside * 3 >= len(run) * 2:
            found.update(numbers, _others(heads, numbers, patterns))
    return sorted(found)


def _others(heads: HeadLines, numbers: Sequence[int], patterns: Sequence[re.Pattern[str]]) -> Iterator[int]:
    """Lines with the same letters as one of these, whose numbers fit between theirs or beside them."""
    lines = heads.given.lines
    keys = {heads.key_of[number] for number in numbers}
    alike = [number for number in sorted(heads.key_of) if heads.key_of[number] in keys]
    run = longest_count([_page_in(lines[number].text, patterns) for number in alike])
    yield from (alike[at] for at in run)


def _page_in(text: str, patterns: Sequence[re.Pattern[str]]) -> int | None:
    """The number at the end of a line that the first fitting pattern looks at."""
    match = next(filter(None, (pattern.fullmatch(text) for pattern in patterns)), None)
    return int(match.group(1)) if match else None
