"""Stamps that the OCR read letter by letter, and their numbers inside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.text.edit import PAGE, Edit
from align.text.rule_input import RuleInput, TextLine

SHORT = 8
"""Characters of a line that can be a piece of a vertical stamp."""

NUMBER = re.compile(r"(\d{1,4})[ \t]+(?=[^\W\d_])")


def vertical_stamps(page: RuleInput) -> Iterator[Edit]:
    """Five short lines or more, one after another, most of them no words of the text's script."""
    lines = page.lines
    start = 0
    while start < len(lines):
        stop = start
        while stop < len(lines) and len(lines[stop].text) <= SHORT:
            stop += 1
        if stop - start >= 5 and _is_stamp(page, lines[start:stop]):
            yield Edit(lines[start].start, lines[stop - 1].stop, PAGE, "vertical stamp")
        start = stop + 1


def _is_stamp(page: RuleInput, lines: Sequence[TextLine]) -> bool:
    strange = sum(not _is_word(page, line.text) for line in lines)
    scraps = sum(len(line.text) <= 2 for line in lines)
    lettered = sum(any(map(str.isalpha, line.text)) for line in lines)
    return strange * 10 >= len(lines) * 6 and scraps * 4 >= len(lines) and lettered * 3 >= len(lines)


def _is_word(page: RuleInput, text: str) -> bool:
    """Whether a short line can be text: words of the page's script, or a number with its stop."""
    count = page.own(text)
    return (count >= 2 and count == sum(map(str.isalpha, text))) or re.fullmatch(
        r"\W*\d+[.)]", text
    ) is not None


def numbers_in_words(page: RuleInput) -> Iterator[Edit]:
    """A stamp's number before the second half of a word that the page's end cut: it stands inside a word."""
    lines = page.lines
    for number, line in enumerate(lines):
        found = NUMBER.match(line.text)
        if found is None or not line.text[found.end()].islower() or not number:
            continue
        if PAGE not in page.text[lines[number - 1].stop : line.start]:
            continue
        if any(re.search(r"[^\W\d_]-$", before.text) for before in lines[max(0, number - 3) : number]):
            yield Edit(line.start, line.start + found.end(1), "", "stamp number")
