"""The short lines of a text, as running heads are, and what stands around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from align.text.edit import PAGE_BREAK
from align.text.rule_input import RuleInput, continues_sentence, ends_sentence
from align.text.rules.footnote_signs import head, signs
from align.text.rules.page_borders import after_line, before_line, near_furniture, splits
from align.text.rules.page_numbers import NumberLines

MAX_LENGTH = 80
"""Code points of a line that can be a running head."""

MIN_MEMBERS = 3
"""Pages that a running head stands on, at least."""

SEPARATION = 400
"""Code points between two heads that stand between lines without a blank line, as on pages."""

VERSE = 50
"""Code points of a line that few lines of verse have."""

MAX_WORDS = 4
"""Words of a head with a full stop that does not stand inside a sentence; twice as many without."""

MAX_SKIPPED = 50
"""Code points of a repeated line beside another that can both be furniture."""

MAX_AROUND = 3
"""Lines of furniture that stand between the last line of a page and the first of the next."""

NOTE_HEAD = re.compile(r"[\[(]|\d{1,3}\)|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079*†]")
"""How a footnote begins."""

NOT_LETTERS = re.compile(r"[\W\d_]+")
ROMAN = re.compile(r"\b[IVXLCivxlcХІ]{1,7}\b")
NUMERAL = re.compile(rf"\d|{ROMAN.pattern}")


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
            if len(line.text) <= MAX_LENGTH and not NOTE_HEAD.match(line.text):
                found[NOT_LETTERS.sub("", ROMAN.sub("", line.text)).casefold()].append(number)
        found.pop("", None)
        return found

    @cached_property
    def key_of(self) -> Mapping[int, str]:
        """The letters of each short line."""
        return {number: key for key, numbers in self.by_key.items() for number in numbers}

    def splits(self, number: int) -> bool:
        """Whether a sentence goes on over this line, over page numbers and other repeated lines beside it."""
        return splits(self.given.lines, number - 1, number + 1) or splits(
            self.given.lines, *self._around(number)
        )

    def is_open(self, number: int) -> bool:
        """Whether a long line without an end of sentence stands before this line."""
        before, after = self._around(number)
        if before < 0 or after >= len(self.given.lines):
            return False
        text = self.given.lines[before].text
        return len(text) > VERSE and not ends_sentence(text)

    def _around(self, number: int) -> tuple[int, int]:
        """The lines before and behind this one, over page numbers and other repeated lines."""
        before, after = number - 1, number + 1
        while number - before <= MAX_AROUND and self._is_furniture(before):
            before -= 1
        while after - number <= MAX_AROUND and self._is_furniture(after):
            after += 1
        return before, after

    def _is_furniture(self, number: int) -> bool:
        if number in self.numbers.all:
            return True
        count = len(self.by_key.get(self.key_of.get(number, ""), ()))
        return count >= MIN_MEMBERS and len(self.given.lines[number].text) <= MAX_SKIPPED

    def is_text(self, number: int) -> bool:
        """Whether a line begins with a small letter, or with a number that is the sign of a footnote."""
        if continues_sentence(self.given.lines[number].text):
            return True
        sign = head(self.given.lines[number].text)
        return sign is not None and sign.label in self._signs

    @cached_property
    def _signs(self) -> frozenset[str]:
        return frozenset(sign.label for sign in signs(self.given.text) if sign.style == "digit")

    def at_border(self, number: int) -> bool:
        """Whether a page ends here: a page break, a page's number, or a sentence that goes on."""
        if self.splits(number):
            return True
        text = self.given.lines[number].text
        words = len(text.split())
        if words > MAX_WORDS * 2 or (words > MAX_WORDS and ends_sentence(text)):
            return False  # a line of text that is repeated
        return near_furniture(self.given, number) or self._is_numbered(number)

    def _is_numbered(self, number: int) -> bool:
        return bool({number - 1, number + 1} & self.numbers.pages)

    def are_of_chapters(self, numbers: Sequence[int], border: int) -> bool:
        """Whether lines differ as heads of chapters do: in a number, or on less than half of the pages.

        ``border``: how many of them stand at the end of a page.
        """
        texts = {self.given.lines[number].text for number in numbers}
        if len(texts) == 1:
            return False
        return any(NUMERAL.search(text) for text in texts) or border * 2 < self.pages

    @cached_property
    def pages(self) -> int:
        """How many ends of pages the text shows."""
        breaks = sum(PAGE_BREAK in before_line(self.given, n) for n in range(1, len(self.given.lines)))
        return max(breaks, len(self.numbers.pages))

    def are_far(self, numbers: Sequence[int]) -> bool:
        """Whether lines stand as far from each other as pages do."""
        gaps = np.diff([self.given.lines[number].start for number in numbers])
        return bool(len(gaps)) and float(np.median(gaps)) >= SEPARATION

    def are_apart(self, numbers: Sequence[int]) -> bool:
        """Whether most lines hold a number or stand between blank or long lines, as no line of verse does."""
        return sum(map(self._is_apart, numbers)) * 3 >= len(numbers) * 2

    def _is_apart(self, number: int) -> bool:
        if NUMERAL.search(self.given.lines[number].text) or near_furniture(self.given, number):
            return True
        before, after = self._around(number)
        gaps = before_line(self.given, before + 1), after_line(self.given, after - 1)
        beside = (*self.given.lines[max(before, 0) : before + 1], *self.given.lines[after : after + 1])
        is_prose = all(len(line.text) > VERSE for line in beside)
        return is_prose or all(gap.count("\n") > 1 for gap in gaps) or self._is_numbered(number)
