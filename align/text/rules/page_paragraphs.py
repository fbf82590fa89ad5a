"""Blank lines that stand, or do not stand, where a page shows that a paragraph begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput, continues_sentence, ends_sentence


def page_paragraphs(given: RuleInput) -> Iterator[TextEdit]:
    """A blank line before a line that is indented, none before one that goes on in the next block."""
    for before, after in pairwise(given.lines):
        gap = given.text[before.stop : after.start]
        if PAGE_BREAK in gap:
            continue
        is_over, goes_on = ends_sentence(before.text), continues_sentence(after.text)
        if after.start in given.placed.indented and (is_over or not goes_on):
            yield TextEdit(before.stop, after.start, "\n\n")
        elif before.stop in given.placed.wrapped and (goes_on or not is_over):
            yield TextEdit(before.stop, after.start, "\n")
