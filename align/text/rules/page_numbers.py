"""Page numbers that stand on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput, TextLine, ends_sentence
from align.text.rules.page_borders import after_line, before_line, longest_count, near_furniture, splits

MAX_LENGTH = 48
"""Code points of a line that can be a page number."""

MIN_COUNT = 3
"""Numbers that count up are page numbers all, where this many are."""

ROMAN = r"(?=[ivxl])l?x{0,3}(?:ix|iv|v?i{0,3})"
NUMBER = rf"(?:\d{{1,4}}(?:\s?(?:об(?:\.|орот)?|[rvab])(?![^\W\d_]))?|{ROMAN})"
"""``41``, ``12 об.``, ``12v``, ``xii``."""

PAGE = (
    r"(?:(?:pages?|page no|folio|стр(?:аниц[аы])?|лист|лл|seite|blatt|página|pagina|pág"
    r"|stron[ay]|stran[ay]|str)\b\.?"
    r"|(?:pp?|pg|fol|fo|ff?|bl)\.?(?=\s?\d)|[сsл]\.)"
)
"""The word for a page or a leaf."""

NAMED = rf"{PAGE}\s*№?\s*{NUMBER}(?:\s*[-–—]\s*{NUMBER})?(?:\s*(?:of|из|von|de|sur|z|/)\s*\d{{1,4}})?\.?"
"""``стр. 41``, ``Page 3 of 7``, ``л. 12 об.``"""

CLASSIFICATION = (
    r"(?:(?:сов(?:ершенно|\.)?\s*)?секретно|особая папка|строго секретно|для служебного пользования"
    r"|(?:top )?secret|confidential|restricted|(?:un|de)classified)"
)

MARKED_NUMBER = re.compile(
    rf"(?:{CLASSIFICATION}[\s.,]*)?"
    rf"(?:([-–—~•*·=_])\1*\s*(?P<dashed>{NUMBER})\s*(?:[-–—~•*·=_])+|[-–—=*_\[(<{{|/\s]*{NAMED}[-–—=*_\])>}}|/\s]*"
    rf"|[{{|<]\s*\d{{1,4}}\s*[}}|>]|\d{{1,4}}\s*(?:of|из|von)\s*\d{{1,4}})"
    rf"(?:[\s.,]*{CLASSIFICATION}[\s.]*)?",
    re.IGNORECASE,
)
BARE_NUMBER = re.compile(rf"[\[(]?(\d{{1,4}}|(?:{ROMAN})|(?:{ROMAN.upper()}))(?:\s?/\s?\d{{1,4}})?[\].)]?")
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class NumberLines:
    """The lines of a text that hold nothing but a number."""

    given: RuleInput

    @cached_property
    def marked(self) -> frozenset[int]:
        """Lines that name the page or set its number between dashes."""
        return frozenset(
            number
            for number, line in enumerate(self.given.lines)
            if len(line.text) <= MAX_LENGTH and MARKED_NUMBER.fullmatch(line.text)
        )

    @cached_property
    def bare(self) -> Mapping[int, str]:
        """Other lines with a number -> the number."""
        found = {
            number: BARE_NUMBER.fullmatch(line.text)
            for number, line in enumerate(self.given.lines)
            if len(line.text) <= MAX_LENGTH and number not in self.marked
        }
        return {number: match.group(1) for number, match in found.items() if match}

    @cached_property
    def all(self) -> frozenset[int]:
        """Lines with a number, marked or bare."""
        return self.marked | self.bare.keys()

    def beside(self, number: int) -> tuple[int, int]:
        """The next lines before and behind this one that are more than a number, one number skipped."""
        before, after = number - 1, number + 1
        return (before - 1 if before in self.all else before), (after + 1 if after in self.all else after)

    def in_column(self, number: int) -> bool:
        """Whether three numbers or more stand below each other, as in a table."""
        around = [place in self.all for place in range(number - 2, number + 3)]
        return any(all(around[start : start + 3]) for start in range(3))

    @cached_property
    def count(self) -> frozenset[int]:
        """The lines whose numbers count up through the text."""
        places = sorted(self.all)
        values = [_value(self.given.lines[place].text) for place in places]
        run = longest_count(values)
        return frozenset(places[at] for at in run) if len(run) >= MIN_COUNT else frozenset()

    @cached_property
    def pages(self) -> frozenset[int]:
        """The lines whose numbers are those of pages."""
        counted = not {"1", "i"}.isdisjoint(self.bare.values())
        sure = {number for number in self.bare if _is_sure(self, number, counted=counted)}
        counting = self.count & self.bare.keys()
        from_one = bool(counting) and self.bare[min(counting)] == "1"
        if len(sure & counting) * (2 if from_one else 3) >= len(counting):
            sure |= {number for number in counting if self.bare[number].isdigit()}
        return self.marked | sure

    @cached_property
    def are_chapters(self) -> bool:
        """Whether the numbers count from 1, each at the head of a page that begins with a new sentence."""
        counting, lines = sorted(self.count), self.given.lines
        return (
            bool(counting)
            and _value(lines[counting[0]].text) == 1
            and all(
                PAGE_BREAK in before_line(self.given, number)
                and PAGE_BREAK not in after_line(self.given, number)
                and not splits(lines, *self.beside(number))
                for number in counting[1:]
            )
        )


def _value(text: str) -> int | None:
    found = DIGITS.search(text)
    return int(found.group()) if found else None


def page_numbers(given: RuleInput) -> Iterator[TextEdit]:
    """``- 2 -`` on its own line; ``2.`` where it is not the number of an item or chapter."""
    for number in sorted(NumberLines(given).pages):
        line = given.lines[number]
        yield TextEdit(line.start, line.stop, PAGE_BREAK, "page number")


def _is_sure(numbers: NumberLines, number: int, *, counted: bool) -> bool:
    """Whether the place of a bare number shows that it is a page's.

    ``counted``: whether a line holds the number 1, as in a text with numbered chapters or items.
    """
    given, text = numbers.given, numbers.bare[number]
    if numbers.in_column(number):
        return False
    before, after = numbers.beside(number)
    if splits(given.lines, before, after) and (not _is_year(text) or number in numbers.count):
        return True
    if text.isupper() or _is_year(text):
        return False
    if near_furniture(given, number) and not text.isalpha():
        return not numbers.are_chapters
    if text.isalpha():
        return not counted and _in_prose(given.lines, before, after)
    return int(text) > 1 and (
        (_is_unfinished(given.lines, before, after) and not (counted and number in numbers.count))
        or (not counted and _in_prose(given.lines, before, after))
    )


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit()


def _is_unfinished(lines: Sequence[TextLine], before: int, after: int) -> bool:
    """Whether a long line without an end of sentence stands before the number."""
    if before < 0 or after >= len(lines):
        return False
    return len(lines[before].text) > 40 and not ends_sentence(lines[before].text)


def _in_prose(lines: Sequence[TextLine], before: int, after: int) -> bool:
    """Whether long lines of prose stand on both sides, as around a page break."""
    if before < 0 or after >= len(lines):
        return False
    return min(len(lines[before].text), len(lines[after].text)) > 40
