"""Hyphens at a line's end, and those that stand inside a line since the text was wrapped anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.hyphens import is_broken, is_hyphenated
from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput
from align.text.rules.words import first_word, is_one_word, last_word

HYPHEN = re.compile(r"(?<=[^\W_])([-\u00ad¬])(\s+)(?=[^\W_])")
RANGE = re.compile(r"(?<=\d)[–—]([ \t]*\n\s*)(?=\d)")
"""The dash of ``1950–1953`` at a line's end."""

ABBREVIATED = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,4}\.-([ \t]*\n\s*)(?=[^\W\d_])")
"""``ген.-майор`` at a line's end."""

SOFT_HYPHEN = re.compile(r"(?<=[^\W_])[\u00ad¬](?=[^\W_])")
INNER = re.compile(r"(?<![\w-])([^\W\d_]+)-([^\W\d_]+)(?![\w-])")
CONJUNCTIONS = re.compile("и|или|либо|а|но|да|і|й|та|and|or|to|und|oder|bis|et|ou|y|o|e|i|lub|nebo")
"""Before these a hyphen stands for the second half of a word: ``пяти- и шестилетний``."""

CONTEXT = 40
"""Code points beside a hyphen in which the word's halves are found."""

BROKEN_PRIOR = 2.5
"""log10 of the odds that a hyphen before white space broke a word."""

REASON = "line-end hyphen"


def close_words(given: RuleInput) -> Iterator[TextEdit]:
    """``япон-`` at a line's end and ``ского``: one word; ``из-`` and ``за``: one with its hyphen."""
    for match in SOFT_HYPHEN.finditer(given.text):
        yield TextEdit(match.start(), match.end(), "", REASON)
    for match in HYPHEN.finditer(given.text):
        yield from _closed(given, match)
    for match in (*RANGE.finditer(given.text), *ABBREVIATED.finditer(given.text)):
        yield TextEdit(match.start(1), match.end(1), "")
    for match in INNER.finditer(given.text):
        left, right = match.groups()
        once = given.compounds[match.group().lower()] == 1
        if once and right.islower() and is_broken(given.language, left, right):
            yield TextEdit(match.end(1), match.start(2), "", REASON)


def _closed(given: RuleInput, match: re.Match[str]) -> Iterator[TextEdit]:
    """The edit that closes two halves: without the hyphen, with it, or none where they are two words."""
    hyphen, gap = match.span(1), match.span(2)
    left = last_word(given.text[max(0, hyphen[0] - CONTEXT) : hyphen[0]])
    right = first_word(given.text[gap[1] : gap[1] + CONTEXT])
    line_ends = "\n" in match.group(2) or PAGE_BREAK in match.group(2)
    if right and not _is_continued(left, right):
        if line_ends and left[:1].isupper() and right[:1].isupper():
            yield TextEdit(*gap, "")  # Нью-Йорк
    elif left and right and _is_broken(given, left, right):
        yield TextEdit(hyphen[0], gap[1], "", REASON)
    elif line_ends and not (CONJUNCTIONS.fullmatch(right) and not is_hyphenated(given.language, left, right)):
        if match.group(1) != "-":
            yield TextEdit(*hyphen, "-")
        yield TextEdit(*gap, "")


def _is_continued(left: str, right: str) -> bool:
    """Whether a word can go on with the second half: in small letters, or all of it in capitals."""
    return right[0].islower() or (len(right) > 1 and right.isupper() and left.isupper())


def _is_broken(given: RuleInput, left: str, right: str) -> bool:
    """Whether the two halves are one word without its hyphen."""
    if (
        CONJUNCTIONS.fullmatch(right)
        or _is_usual(given, left, right)
        or is_hyphenated(given.language, left, right)
    ):
        return False
    return is_one_word(given, left.lower(), right.lower(), prior=BROKEN_PRIOR)


def _is_usual(given: RuleInput, left: str, right: str) -> bool:
    """Whether the text itself writes the word with its hyphen where no line ends, and never without it."""
    compound = f"{left}-{right}".lower()
    return compound in given.compounds and (left + right).lower() not in given.words
