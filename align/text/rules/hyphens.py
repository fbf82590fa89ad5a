"""Hyphens at a line's end, and those that stand inside a line since the text was wrapped anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.hyphens import is_broken, is_hyphenated
from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput
from align.text.rules.words import first_word, is_one_word, last_word

HYPHEN = re.compile(r"(?<=[^\W_])([-\u00ad¬])(\s+)(?=[^\W_])")
REPEATED = re.compile(r"(?<=[^\W\d_])-([ \t]*\n\s*-)(?=[^\W\d_])")
"""A hyphen at a line's end that the next line repeats, as Polish, Czech and Portuguese print does."""

ELIDED = re.compile(r"(?<=[^\W\d_]['’])(-[ \t]*\n\s*)(?=[^\W\d_])")
"""``aujourd'-`` at a line's end and ``hui``."""

RANGE = re.compile(r"(?<=\d)[–—]([ \t]*\n\s*)(?=\d)")
"""The dash of ``1950–1953`` at a line's end."""

ABBREVIATED = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,6}\.-([ \t]*\n\s*)(?=[^\W\d_])")
"""``ген.-майор`` at a line's end."""

SOFT_HYPHEN = re.compile(r"(?<=[^\W_])[\u00ad¬](?=[^\W_])")
INNER = re.compile(r"(?<![\w-])([^\W\d_]+)-([^\W\d_]+)(?![\w-])")
CONJUNCTIONS = re.compile("и|или|либо|а|но|да|і|й|та|and|or|to|und|oder|bis|et|ou|y|o|e|i|lub|nebo")
"""Before these a hyphen stands for the second half of a word: ``пяти- и шестилетний``."""

ENDINGS = frozenset(["й", "а", "я", "та", "е"])
"""Of them those that are endings of ordinals too: ``3-й``, ``5-та``."""

CONTEXT = 40
"""Code points beside a hyphen in which the word's halves are found."""

BROKEN_PRIOR = 2.5
"""log10 of the odds that a hyphen before white space broke a word."""

MIN_KNOWN = 1.5
"""Zipf frequency of a word that a line's end may break behind its first or before its last letter."""

REASON = "line-end hyphen"


def close_words(given: RuleInput) -> Iterator[TextEdit]:
    """``япон-`` at a line's end and ``ского``: one word; ``из-`` and ``за``: one with its hyphen."""
    for match in SOFT_HYPHEN.finditer(given.text):
        yield TextEdit(match.start(), match.end(), "", REASON)
    for match in HYPHEN.finditer(given.text):
        yield from _closed(given, match)
    for match in (*RANGE.finditer(given.text), *ABBREVIATED.finditer(given.text)):
        yield TextEdit(match.start(1), match.end(1), "")
    for match in REPEATED.finditer(given.text):
        yield TextEdit(match.start(1), match.end(1), "", REASON)
    for match in ELIDED.finditer(given.text):
        yield TextEdit(match.start(1), match.end(1), "", REASON)
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
        blank = match.group(2).count("\n") > 1
        if line_ends and left and right[:1].isupper() and (left[:1].isupper() or not blank):
            yield TextEdit(*gap, "")  # Нью-Йорк, ex-President
    elif left and right and _is_broken(given, left, right, hyphen[0] - len(left)):
        yield TextEdit(hyphen[0], gap[1], "", REASON)
    elif line_ends and not _is_suspended(given, left, right, gap[1]):
        if match.group(1) != "-":
            yield TextEdit(*hyphen, "-")
        yield TextEdit(*gap, "")


def _is_suspended(given: RuleInput, left: str, right: str, at: int) -> bool:
    """Whether a hyphen stands for the second half of a word; ``at``: where ``right`` begins.

    Behind a figure a conjunction can be the ending of an ordinal (``3-й``, ``5-та``), but before a figure.
    """
    if not _follows_suspended(given, left, right) or is_hyphenated(given.language, left, right):
        return False
    behind = given.text[at + len(right) : at + len(right) + CONTEXT].lstrip()
    return bool(left) or right not in ENDINGS or behind[:1].isdigit()


def _follows_suspended(given: RuleInput, left: str, right: str) -> bool:
    """Whether ``right`` is a conjunction behind a word or a figure."""
    known = not left or given.frequency is None or given.zipf(left) > 0
    return known and CONJUNCTIONS.fullmatch(right) is not None


def _is_continued(left: str, right: str) -> bool:
    """Whether a word can go on with the second half: in small letters, or all of it in capitals."""
    return right[0].islower() or (len(right) > 1 and right.isupper() and left.isupper())


def _is_broken(given: RuleInput, left: str, right: str, start: int) -> bool:
    """Whether the two halves are one word without its hyphen; ``start``: where the left one begins."""
    if (
        _follows_suspended(given, left, right)
        or _is_usual(given, left, right)
        or is_hyphenated(given.language, left, right)
    ):
        return False
    apart = len(left) == 1 and not given.text[max(0, start - 1) : start].strip()
    if apart and given.frequency and given.zipf(left + right) < MIN_KNOWN:
        return False  # г-н, T-shirt
    return is_one_word(given, left.lower(), right.lower(), prior=BROKEN_PRIOR)


def _is_usual(given: RuleInput, left: str, right: str) -> bool:
    """Whether the text itself writes the word with its hyphen where no line ends, and never without it."""
    compound = f"{left}-{right}".lower()
    return compound in given.compounds and (left + right).lower() not in given.words
