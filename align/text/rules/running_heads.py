"""Running heads: lines at page ends that are repeated, though misread, or that hold the page's number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz import fuzz, process

from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput
from align.text.rules.page_borders import (
    after_line,
    before_line,
    longest_count,
    near_furniture,
    splits,
)
from align.text.rules.page_numbers import NumberLines

MAX_LENGTH = 80
"""Code points of a line that can be a running head."""

MIN_MEMBERS = 3
"""Pages that a running head stands on, at least."""

ALIKE = 75
"""Likeness (0-100, normalised indel) of two readings of one head, numbers left out."""

MIN_LETTERS = 5
"""Letters of a head that may be misread; shorter ones must be equal."""

MAX_HEADS = 400
"""Different lines at page ends that are compared with all others."""

SEPARATION = 400
"""Code points between two heads that stand between lines without a blank line, as on pages."""

VERSE = 60
"""Code points of a line; lines of verse are shorter."""

MAX_AROUND = 3
"""Lines of furniture that stand between the last line of a page and the first of the next."""

NOT_LETTERS = re.compile(r"[\W\d_]+")
ROMAN = re.compile(r"\b[IVXLCivxlcХІ]{1,7}\b")
PAGE = re.compile(r"(\d{1,4})\W{1,6}[^\W\d_]{2}.*|.*[^\W\d_]{2}\W{1,6}(\d{1,4})\W{0,2}")
"""A line with a number at one end."""


@dataclass(frozen=True)
class HeadLines:
    """The short lines of a text and what stands around them."""

    given: RuleInput

    @cached_property
    def numbers(self) -> NumberLines:
        """The lines that hold nothing but a number."""
        return NumberLines(self.given)

    @cached_property
    def by_key(self) -> Mapping[str, Sequence[int]]:
        """The letters of each short line -> the lines that hold them."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self.given.lines):
            if len(line.text) <= MAX_LENGTH:
                found[NOT_LETTERS.sub("", ROMAN.sub("", line.text)).casefold()].append(number)
        found.pop("", None)
        return found

    @cached_property
    def key_of(self) -> Mapping[int, str]:
        """The letters of each short line."""
        return {number: key for key, numbers in self.by_key.items() for number in numbers}

    def splits(self, number: int) -> bool:
        """Whether a sentence goes on over this line, over page numbers and other repeated lines beside it."""
        if splits(self.given.lines, number - 1, number + 1):
            return True
        before, after = number - 1, number + 1
        while number - before <= MAX_AROUND and self._is_furniture(before):
            before -= 1
        while after - number <= MAX_AROUND and self._is_furniture(after):
            after += 1
        return splits(self.given.lines, before, after)

    def _is_furniture(self, number: int) -> bool:
        if number in self.numbers.all:
            return True
        return len(self.by_key.get(self.key_of.get(number, ""), ())) >= MIN_MEMBERS

    def at_border(self, number: int) -> bool:
        """Whether a page ends here: a page break, a page's number, or a sentence that goes on."""
        return near_furniture(self.given, number) or self.splits(number) or self._is_numbered(number)

    def _is_numbered(self, number: int) -> bool:
        beside = {number - 1, number + 1} & self.numbers.all
        return bool(beside & (self.numbers.marked | self.numbers.count))

    def are_far(self, numbers: Sequence[int]) -> bool:
        """Whether lines stand as far from each other as pages do."""
        gaps = np.diff([self.given.lines[number].start for number in numbers])
        return bool(len(gaps)) and float(np.median(gaps)) >= SEPARATION

    def are_apart(self, numbers: Sequence[int]) -> bool:
        """Whether most lines stand between blank lines or long ones, as no line of verse does."""
        return sum(map(self._is_apart, numbers)) * 3 >= len(numbers) * 2

    def _is_apart(self, number: int) -> bool:
        gaps = before_line(self.given, number), after_line(self.given, number)
        lines = self.given.lines
        beside = lines[max(number - 1, 0)], lines[min(number + 1, len(lines) - 1)]
        is_prose = all(len(line.text) > VERSE for line in beside)
        blank = all(gap.count("\n") > 1 for gap in gaps)
        return is_prose or blank or any(PAGE_BREAK in gap for gap in gaps)


def running_heads(given: RuleInput) -> Iterator[TextEdit]:
    """Short lines at page ends that are repeated, or whose numbers count up with the pages."""
    heads = HeadLines(given)
    found: set[int] = set()
    for numbers in _repeated(heads):
        found.update(numbers)
    found.update(_counting(heads))
    for number in sorted(found):
        yield TextEdit(given.lines[number].start, given.lines[number].stop, PAGE_BREAK, "running head")


def _repeated(heads: HeadLines) -> Iterator[Sequence[int]]:
    """The lines of each repeated head."""
    for key, numbers in _groups(heads):
        inside = sum(map(heads.splits, numbers))
        limit = len(heads.given.lines) / (2 if inside == len(numbers) else 3)
        if not MIN_MEMBERS <= len(numbers) <= limit or not (
            (far := heads.are_far(numbers)) or heads.are_apart(numbers)
        ):
            continue
        border = [number for number in numbers if heads.at_border(number)]
        if len(border) < len(numbers) * (1 / 2 if far else 2 / 3):
            continue
        same = len({heads.given.lines[number].text for number in numbers}) == 1
        if not same and inside * 3 < len(numbers):
            continue  # heads of chapters differ in their numbers, and never stand inside a sentence
        equal = [number for number in heads.by_key[key] if number in border or number != numbers[0]]
        yield sorted({*border, *equal})


def _groups(heads: HeadLines) -> Iterator[tuple[str, Sequence[int]]]:
    """The letters of a head -> the lines that are like it, for the lines at page ends."""
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
        yield centre, sorted(number for key in alike for number in heads.by_key[key])


def _counting(heads: HeadLines) -> Sequence[int]:
    """Lines with a number at one end, inside sentences; the numbers count up through the text."""
    places, values = [], []
    for number in heads.key_of:
        match = PAGE.fullmatch(heads.given.lines[number].text)
        if match and heads.splits(number):
            places.append(number)
            values.append(int(match.group(1) or match.group(2)))
    order = np.argsort(places)
    run = longest_count([values[at] for at in order])
    return [places[order[at]] for at in run] if len(run) >= MIN_MEMBERS else []
