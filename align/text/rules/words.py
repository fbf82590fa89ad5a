"""Whether two pieces of text are one word: the likelier of both by word frequency."""

from __future__ import annotations

import re

from align.lang.segmentation import PER_LETTER
from align.text.rule_input import RuleInput

WORD = re.compile(r"[^\W\d_]+")

MISREAD = -1.3
"""log10 of the share of words that an OCR misreads."""


def likelihood(given: RuleInput, word: str) -> float:
    """log10 of the probability of ``word``: of a word on the list, or of a misread one."""
    zipf = given.zipf(word)
    misread = MISREAD + PER_LETTER * len(word)
    return max(zipf - 9.0, misread) if zipf else misread


def first_word(text: str) -> str:
    """The first letters of ``text``, marks before them left out; empty behind white space."""
    found = WORD.search(text[:200])
    return found.group() if found and not any(map(str.isspace, text[: found.start()])) else ""


def last_word(text: str) -> str:
    """The letters that ``text`` ends with."""
    found = re.search(r"[^\W\d_]+$", text[-200:])
    return found.group() if found else ""


def is_one_word(given: RuleInput, left: str, right: str, *, prior: float) -> bool:
    """Whether ``left`` and ``right`` are likelier one word than two.

    ``prior``: log10 of the prior odds for one word. Without a list of words and with odds below 1 they are
    one only where the whole word stands elsewhere in the text.
    """
    if not left or not right:
        return False
    if given.frequency is None and prior < 0:
        return given.zipf(left + right) > 0
    if given.frequency is None:
        return not (given.zipf(left) and given.zipf(right)) or given.zipf(left + right) > 0
    together = likelihood(given, left + right) + prior
    return together > likelihood(given, left) + likelihood(given, right)
