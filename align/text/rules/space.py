"""White space as running text has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.text.edit import TextEdit
from align.text.rule_input import RuleInput

RUN = re.compile(r"\s+")


def white_space(given: RuleInput) -> Iterator[TextEdit]:
    """One space between words, one newline between paragraphs, none around the text."""
    last = len(given.text)
    for match in RUN.finditer(given.text):
        start, stop = match.span()
        run = match.group()
        if start == 0 or stop == last:
            yield TextEdit(start, stop, "")
        elif any(mark in run for mark in "\n\r\f\v\x85\u2028\u2029"):
            if run != "\n":
                yield TextEdit(start, stop, "\n")
        elif run != " ":
            yield TextEdit(start, stop, " ")
