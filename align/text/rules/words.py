"""Whether two pieces of text are one word."""

from __future__ import annotations

import re

from align.text.rule_input import RuleInput

WORD = re.compile(r"[^\W\d_]+")

MISREAD = -1.3
"""log10 of the share of words that an OCR spoils."""

PER_LETTER = -1.3
"""log10 of a letter's chance in a word that no list holds."""


def likelihood(page: RuleInput, word: str) -> float:
    """log10 of the chance to meet ``word`` at some place: as a word of the list, or as a spoilt one."""
    zipf = page.knows(word)
    spoilt = MISREAD + PER_LETTER * len(word)
    return max(zipf - 9.0, spoilt) if zipf else spoilt


def first_word(text: str) -> str:
    """The letters that ``text`` begins with, marks before them left out."""
    found = WORD.search(text[:200])
    return found.group() if found and not any(map(str.isspace, text[: found.start()])) else ""


def last_word(text: str) -> str:
    """The letters that ``text`` ends with."""
    found = re.search(r"[^\W\d_]+$", text[-200:])
    return found.group() if found else ""


def is_one_word(page: RuleInput, left: str, right: str, *, prior: float) -> bool:
    """Whether ``left`` and ``right`` are likelier one word than two.

    ``prior``: log10 of the odds for one word before the letters are looked at. Without a list of
    words only a word that stands elsewhere in the text can be put together against the odds.
    """
    if not left or not right:
        return False
    if page.familiar is None and prior < 0:
        return page.knows(left + right) > 0
    if page.familiar is None:
        return not (page.knows(left) and page.knows(right)) or page.knows(left + right) > 0
    together = likelihood(page, left + right) + prior
    return together > likelihood(page, left) + likelihood(page, right)
