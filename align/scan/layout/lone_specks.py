"""Specks beside a line that the engine read as signs: ``октября. |``."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from statistics import median

from align.facsimile.page import Page, PageLine, PageWord

SMALL = 0.25
"""Width and height of a speck, in heights of a word with letters, at most; a dash is wider."""
DASHES = frozenset("-‐‑‒–—―−")
BULLETS = frozenset("•·∙*▪●○◦")
"""Signs that may begin a line; they do where another line begins with the same one at the same distance."""
ENDS = frozenset(".,:;…·")
"""Signs that may stand by themselves at the end of a line: of a row of dots, or typed behind a space."""


def without_lone_specks(page: Page) -> Page:
    """The page without the signs at the ends of its lines that are too small to be signs.

    Args:
        page: As the engine read it; a word without a place stays, and so does the last word of a line.
    """
    words = [word for line in page.lines for word in line.words]
    heights = [word.box.height for word in words if word.box and any(map(str.isalnum, word.text))]
    if not heights:
        return page
    usual = median(heights)
    most, starts = SMALL * usual, _starts(page, usual)
    blocks = (
        replace(block, lines=tuple(_line(line, most, starts) for line in block.lines))
        for block in page.blocks
    )
    return replace(page, blocks=tuple(blocks))


def _starts(page: Page, near: float) -> frozenset[str]:
    """The bullets that begin several lines, one nearly below the other."""
    found: dict[str, list[int]] = {}
    for word in (word for line in page.lines for word in line.words[:1]):
        if word.box is not None and word.text in BULLETS:
            found.setdefault(word.text, []).append(word.box.left)
    pairs = {sign: pairwise(sorted(lefts)) for sign, lefts in found.items()}
    return frozenset(sign for sign, of in pairs.items() if any(right - left <= near for left, right in of))


def _line(line: PageLine, most: float, starts: frozenset[str]) -> PageLine:
    start, stop = 0, len(line.words)
    while stop - start > 1 and _is_speck(line.words[stop - 1], most, ENDS):
        stop -= 1
    while stop - start > 1 and _is_speck(line.words[start], most, starts):
        start += 1
    return line if stop - start == len(line.words) else replace(line, words=line.words[start:stop])


def _is_speck(word: PageWord, most: float, kept: frozenset[str]) -> bool:
    if word.box is None or max(word.box.width, word.box.height) > most or len(word.text) > 1:
        return False
    return not word.text.isalnum() and word.text not in DASHES and word.text not in kept
