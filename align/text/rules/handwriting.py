"""Handwriting and stamps that the OCR read as letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput

TOKEN = re.compile(r"\S+")
ARITHMETIC = re.compile(r"[+=<>×÷≤≥]")
NUMERAL = re.compile(r"\W*(?=[IVXLC])(?:XC|XL|L?X{0,3}|C{1,3}L?X{0,3})(?:IX|IV|V?I{0,3})\W*")
"""A Roman number alone: the number of a chapter."""


def handwriting(given: RuleInput) -> Iterator[TextEdit]:
    """Scraps at the end of a line; lines of another script at a page break; lines without a letter."""
    at_breaks = _lines_at_breaks(given)
    for number, line in enumerate(given.lines):
        if not any(map(str.isalnum, line.text)):
            if not re.fullmatch(r"[\[(<]?(?:\.{2,}|…)[\])>]?", line.text):
                yield TextEdit(line.start, line.stop, "", "marks without a letter")
        elif number in at_breaks and _is_scrawl(given, line.text):
            yield TextEdit(line.start, line.stop, PAGE_BREAK, "handwriting")
        else:
            start = _scraps(given, line.text)
            if start is not None:
                yield TextEdit(line.start + start, line.stop, "", "handwriting")


def _lines_at_breaks(given: RuleInput) -> set[int]:
    """Numbers of the lines between a page break and the nearest lines in the text's own script."""
    lines = given.lines
    edges = [0, len(lines)]
    edges += [
        number
        for number in range(1, len(lines))
        if PAGE_BREAK in given.text[lines[number - 1].stop : lines[number].start]
    ]
    found: set[int] = set()
    for edge in edges:
        for direction in (range(edge, len(lines)), range(edge - 1, -1, -1)):
            found.update(
                takewhile(lambda at: at not in found and not given.own_letters(lines[at].text), direction)
            )
    return found


def _is_scrawl(given: RuleInput, text: str) -> bool:
    """A few letters, none of the text's own script; never in a text of Latin letters."""
    return (
        given.script != "latin"
        and len(text) <= 40
        and any(map(str.isalpha, text))
        and not given.own_letters(text)
        and not NUMERAL.fullmatch(text)
    )


def _scraps(given: RuleInput, text: str) -> int | None:
    """Where the scraps at a line's end begin; ``None`` where there are none.

    Most of their words are single letters and digits, of both sorts. They hold no letter of the text's own
    script and no sign of arithmetic. In a text of Latin letters they cannot be distinguished from text.
    """
    offset = max(0, len(text) - 400)
    kept: list[tuple[int, str]] = []
    for match in reversed(list(TOKEN.finditer(text, offset))):
        if given.script == "latin" or given.own_letters(match.group()) or ARITHMETIC.search(match.group()):
            break
        kept.append((match.start(), match.group()))
    while kept and len(kept[-1][1]) > 1:
        kept.pop()
    words = [token.strip(".,") for _, token in kept if any(map(str.isalnum, token))]
    single = [word for word in words if len(word) == 1]
    mixed = any(map(str.isalpha, single)) and any(map(str.isdigit, single))
    return kept[-1][0] if mixed and len(single) >= 4 and len(single) * 2 >= len(words) else None
