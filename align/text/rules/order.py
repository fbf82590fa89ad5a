"""Reading order: a line that was read out of turn goes back to its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.text.edit import PAGE_BREAK, Shift
from align.text.rule_input import RuleInput, TextLine, ends_sentence
from align.text.rules.words import first_word, last_word, likelihood

BROKEN_WORD = re.compile(r"[^\W\d_]-$")
BEGINNING = re.compile(r"[-–—]?\s?[^\W\d_]")


def reading_order(given: RuleInput) -> Iterator[Shift]:
    """A short line that was read between two page breaks, inside a broken word.

    The second half of the word stands behind the second page break, in a line without an end of sentence.
    The short line begins in the middle of a sentence and ends one: it moves behind that line.
    """
    lines = given.lines
    for number in range(1, len(lines) - 1):
        before, line, after = lines[number - 1], lines[number], lines[number + 1]
        if (
            not BROKEN_WORD.search(before.text)
            or not _page_break_between(given, before, line)
            or not _page_break_between(given, line, after)
        ):
            continue
        if _is_stranded(line.text) and _lacks_end(after.text) and _fits_better(given, before, line, after):
            start = line.start - 1  # with the newline before it, which then separates it from the line before
            yield Shift(start, line.stop, after.stop, "read out of turn")


def _page_break_between(given: RuleInput, before: TextLine, after: TextLine) -> bool:
    return PAGE_BREAK in given.text[before.stop : after.start]


def _is_stranded(text: str) -> bool:
    found = BEGINNING.match(text)
    return found is not None and found.group()[-1].islower() and ends_sentence(text) and len(text) <= 80


def _lacks_end(text: str) -> bool:
    return text[:1].islower() and not ends_sentence(text)


def _fits_better(given: RuleInput, before: TextLine, stranded: TextLine, after: TextLine) -> bool:
    """Whether the broken word goes on in ``after`` rather than in the stranded line."""
    left = last_word(before.text[:-1])
    there, here = (likelihood(given, left + first_word(line.text)) for line in (after, stranded))
    return there > here or not first_word(stranded.text) or stranded.text[0] in "-–—"
