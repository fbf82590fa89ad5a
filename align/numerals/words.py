"""The numbers that a text names in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.number_words import NumberWords
from align.numerals.phrase import Phrase
from align.numerals.quantity import Quantity

WORD = re.compile(r"[^\W\d_]+")
GAP = re.compile(r"[ \u00a0-]?")
"""What stands between the words of one number."""

DIGITS_BEFORE = re.compile(r"\d[ \u00a0-]?\Z")


def word_numbers(text: str, numbers: NumberWords) -> Iterator[Quantity]:
    """The numbers in words of a text, each as a whole (``two hundred and five``, ``полтора миллиона``).

    Words in a row that make no number together are several numbers: ``five-six``, ``сто-двести``.
    """
    row: list[re.Match[str]] = []
    for match in WORD.finditer(text):
        if row and not GAP.fullmatch(text, row[-1].end(), match.start()):
            yield from _numbers_of_row(text, row, numbers)
            row = []
        row.append(match)
    yield from _numbers_of_row(text, row, numbers)


def _numbers_of_row(text: str, row: list[re.Match[str]], numbers: NumberWords) -> Iterator[Quantity]:
    """The numbers of words that nothing but a space or a hyphen parts."""
    words = [match.group().lower().replace("ё", "е") for match in row]
    at = 0
    while at < len(words):
        if DIGITS_BEFORE.search(text, 0, row[at].start()) and numbers.multiplies(words[at]):
            at += 1  # a scale of the digits before it
            continue
        phrase = Phrase(numbers)
        stop = phrase.read(words, at)
        if stop > at:
            place = row[at].start(), row[stop - 1].end()
            is_clock = at > 0 and words[at - 1] in numbers.minutes_before
            values = phrase.values | (phrase.parts if is_clock else frozenset())
            yield Quantity(*place, values, phrase.form, phrase.composer.scale)
        at = max(stop, at + 1)
