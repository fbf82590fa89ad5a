"""Handwriting and stamps that the OCR took for letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from align.text.edit import PAGE, Edit
from align.text.rule_input import RuleInput

TOKEN = re.compile(r"\S+")
ARITHMETIC = re.compile(r"[+=<>×÷≤≥]")


def handwriting(page: RuleInput) -> Iterator[Edit]:
    """Scraps after a line's end; lines of another script on a page's border; marks alone on a line."""
    border = _border_lines(page)
    for number, line in enumerate(page.lines):
        if not any(map(str.isalnum, line.text)):
            if not re.fullmatch(r"[\[(<]?(?:\.{2,}|…)[\])>]?", line.text):
                yield Edit(line.start, line.stop, "", "marks without a letter")
        elif number in border and _is_scrawl(page, line.text):
            yield Edit(line.start, line.stop, PAGE, "handwriting")
        else:
            start = _scraps(page, line.text)
            if start is not None:
                yield Edit(line.start + start, line.stop, "", "handwriting")


def _border_lines(page: RuleInput) -> set[int]:
    """Lines between a page's border and the first line on either side in the page's own script."""
    lines = page.lines
    edges = [0, len(lines)]
    edges += [
        number
        for number in range(1, len(lines))
        if PAGE in page.text[lines[number - 1].stop : lines[number].start]
    ]
    found: set[int] = set()
    for edge in edges:
        for way in (range(edge, len(lines)), range(edge - 1, -1, -1)):
            found.update(takewhile(lambda at: at not in found and not page.own(lines[at].text), way))
    return found


def _is_scrawl(page: RuleInput, text: str) -> bool:
    """A few letters, none of the page's own script; never so in a text of Latin letters."""
    return page.script != "latin" and len(text) <= 40 and any(map(str.isalpha, text)) and not page.own(text)


def _scraps(page: RuleInput, text: str) -> int | None:
    """Where scraps begin that run to the line's end: single letters and digits, both, most of the words.

    They hold no letter of the page's own script, nor a sign of arithmetic; in a text of Latin
    letters they cannot be told from text.
    """
    offset = max(0, len(text) - 400)
    kept: list[tuple[int, str]] = []
    for match in reversed(list(TOKEN.finditer(text, offset))):
        if page.script == "latin" or page.own(match.group()) or ARITHMETIC.search(match.group()):
            break
        kept.append((match.start(), match.group()))
    while kept and len(kept[-1][1]) > 1:
        kept.pop()
    words = [token.strip(".,") for _, token in kept if any(map(str.isalnum, token))]
    single = [word for word in words if len(word) == 1]
    mixed = any(map(str.isalpha, single)) and any(map(str.isdigit, single))
    return kept[-1][0] if mixed and len(single) >= 4 and len(single) * 2 >= len(words) else None
