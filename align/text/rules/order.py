"""Reading order: a line that was read out of turn goes back to its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.text.edit import PAGE, Shift
from align.text.rule_input import RuleInput, TextLine, ends
from align.text.rules.words import first_word, last_word, likelihood

BROKEN = re.compile(r"[^\W\d_]-$")
STRANDED = re.compile(r"[-–—]?\s?[^\W\d_]")


def reading_order(page: RuleInput) -> Iterator[Shift]:
    """A short line stranded between two page borders inside a broken word.

    The word's other half stands below the second border, at the head of a paragraph that has no
    end; the stranded line begins in the middle of a sentence and ends one: it belongs there.
    """
    lines = page.lines
    for number in range(1, len(lines) - 1):
        before, line, after = lines[number - 1], lines[number], lines[number + 1]
        if (
            not BROKEN.search(before.text)
            or not _bordered(page, before, line)
            or not _bordered(page, line, after)
        ):
            continue
        if _is_stranded(line.text) and _lacks_end(after.text) and _fits_better(page, before, line, after):
            start = line.start - 1  # with the newline before it, which then parts it from its new neighbour
            yield Shift(start, line.stop, after.stop, "read out of turn")


def _bordered(page: RuleInput, before: TextLine, after: TextLine) -> bool:
    return PAGE in page.text[before.stop : after.start]


def _is_stranded(text: str) -> bool:
    found = STRANDED.match(text)
    return found is not None and found.group()[-1].islower() and ends(text) and len(text) <= 80


def _lacks_end(text: str) -> bool:
    return text[:1].islower() and not ends(text)


def _fits_better(page: RuleInput, before: TextLine, stranded: TextLine, after: TextLine) -> bool:
    """Whether the broken word goes on in ``after`` rather than in the stranded line."""
    left = last_word(before.text[:-1])
    there, here = (likelihood(page, left + first_word(line.text)) for line in (after, stranded))
    return there > here or not first_word(stranded.text) or stranded.text[0] in "-–—"
