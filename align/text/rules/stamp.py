"""Stamps that the OCR read letter by letter, and their numbers inside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput, TextLine

MAX_PIECE = 8
"""Characters of a line that can be a piece of a vertical stamp."""

MIN_PIECES = 5

NUMBER = re.compile(r"(\d{1,4})[ \t]+(?=[^\W\d_])")


def vertical_stamps(given: RuleInput) -> Iterator[TextEdit]:
    """Five or more short lines in a row, most of them no words in the text's script."""
    lines = given.lines
    start = 0
    while start < len(lines):
        stop = start
        while stop < len(lines) and len(lines[stop].text) <= MAX_PIECE:
            stop += 1
        if stop - start >= MIN_PIECES and _is_stamp(given, lines[start:stop]):
            yield TextEdit(lines[start].start, lines[stop - 1].stop, PAGE_BREAK, "vertical stamp")
        start = stop + 1


def _is_stamp(given: RuleInput, lines: Sequence[TextLine]) -> bool:
    strange = sum(not _is_word(given, line.text) for line in lines)
    if not any(_is_scrap(given, line.text) for line in lines):
        return False  # a column of numbers below its head
    scraps = sum(len(line.text) <= 2 for line in lines)
    lettered = sum(any(map(str.isalpha, line.text)) for line in lines)
    return strange * 10 >= len(lines) * 6 and scraps * 4 >= len(lines) and lettered * 3 >= len(lines)


def _is_scrap(given: RuleInput, text: str) -> bool:
    return any(map(str.isalpha, text)) and not _is_word(given, text)


def _is_word(given: RuleInput, text: str) -> bool:
    """Whether a short line can be text: a word in the text's script, or a number with its full stop."""
    count = given.own_letters(text)
    return (count >= 2 and count == sum(map(str.isalpha, text))) or re.fullmatch(
        r"\W*\d+[.)]", text
    ) is not None


def numbers_in_words(given: RuleInput) -> Iterator[TextEdit]:
    """A stamp's number before the second half of a word that a page break cut."""
    lines = given.lines
    for number, line in enumerate(lines):
        found = NUMBER.match(line.text)
        if found is None or not line.text[found.end()].islower() or not number:
            continue
        if PAGE_BREAK not in given.text[lines[number - 1].stop : line.start]:
            continue
        if any(re.search(r"[^\W\d_]-$", before.text) for before in lines[max(0, number - 3) : number]):
            yield TextEdit(line.start, line.start + found.end(1), "", "stamp number")
