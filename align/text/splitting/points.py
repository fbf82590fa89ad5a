"""The numbers of points inside a paragraph: ``решено: 1. Принять … 2. Поручить …``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang import registry
from align.numerals.roman import arabic, latin_form
from align.text.splitting.tokens import STOPS, Tokens
from align.text.splitting.word_lists import BEFORE_NUMBER, MONTHS

LABEL = re.compile(r"\d{1,2}|[^\W\d_]{1,5}")
LETTERS = ("абвгдежзиклмн", "abcdefghijklm")
LETTER_STOP = "а."
"""The kind of point that has a letter and a stop, as abbreviations have: it has to begin with the first."""

BEFORE = STOPS | frozenset(":;")
"""Marks that a point may follow."""

Point = tuple[int, int, str]
"""The index of a point's first token, its value from 1 on, and the mark behind its number or its kind."""


def points(tokens: Tokens) -> frozenset[int]:
    """The tokens that begin a point.

    Points are numbered with a stop or bracket behind the number, in digits, Roman numerals or letters. Two or
    more count where each number follows the one before, and a first one behind a colon.
    """
    found: set[int] = set()
    runs: list[list[Point]] = []
    for point in _labels(tokens):
        _, value, mark = point
        run = next((run for run in runs if (run[-1][1] + 1, run[-1][2]) == (value, mark)), None)
        if run is None:
            runs.append([point])
        else:
            run.append(point)
    for run in runs:
        index, value, mark = run[0]
        opens = value == 1 and mark == "." and tokens.texts[max(index - 1, 0)][-1] == ":"
        if opens or (len(run) > 1 and (value == 1 or mark != LETTER_STOP)):
            found.update(index for index, _, _ in run)
    return frozenset(found)


def _labels(tokens: Tokens) -> Iterator[Point]:
    """What may be the numbers of points, in order; a letter may be a Roman numeral too."""
    for index in range(len(tokens)):
        if index and not _may_precede(tokens, index - 1):
            continue
        found = _label(tokens, index)
        if found is not None:
            label, mark = found
            kind = LETTER_STOP if label.islower() and mark == "." else mark
            yield from ((index, value, kind) for value in sorted(_values(label, mark)))


def _may_precede(tokens: Tokens, index: int) -> bool:
    """Whether a point may follow a token: a mark that ends a sentence or clause, or a quotation in it.

    The stop of an abbreviation before a number does not (``ст. 1``, ``Sec. 2``).
    """
    if tokens.texts[index] == "(":
        return False
    while index and tokens.is_mark(index) and tokens.texts[index][-1] not in BEFORE:
        index -= 1
    if tokens.texts[index][-1] != ".":
        return tokens.texts[index][-1] in BEFORE
    words = registry.language(tokens.language).abbreviations
    numbered = BEFORE_NUMBER | words.before_number | words.before_name
    found = set(tokens.abbreviations_before(0, index))
    return not numbered & found or bool(words.may_end & found)


def _label(tokens: Tokens, index: int) -> tuple[str, str] | None:
    """The label that begins at a token, and the mark behind it (``.`` or ``)``), before a word."""
    opened = tokens.texts[index] == "("
    texts = "".join(tokens.texts[index + opened : index + opened + 2])
    label = LABEL.match(texts)
    if label is None or texts[label.end() : label.end() + 1] not in (".", ")"):
        return None
    mark = texts[label.end()]
    last = index + opened + (tokens.texts[index + opened] == label.group())
    ends = tokens.texts[min(last, len(tokens) - 1)].endswith(mark) and (mark == ")" or not opened)
    following = tokens.word_index(last + 1)
    if not ends or last + 1 >= len(tokens) or not tokens.spaced[last] or following is None:
        return None
    word = tokens.texts[following]
    return (label.group(), mark) if word[0].isalpha() and word.lower() not in MONTHS else None


def _values(label: str, mark: str) -> set[int]:
    """The values that a label may have; a capital letter before a stop is an initial."""
    if label.isdigit():
        return {int(label)}
    numeral = arabic(latin_form(label)) if label.isupper() else None
    values = {numeral} if numeral else set()
    if len(label) == 1 and (mark == ")" or label.islower()):
        values |= {letters.index(label.lower()) + 1 for letters in LETTERS if label.lower() in letters}
    return values
