"""Passages that the OCR could not read: word after word is wrong, without a likely suggestion."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from align.flag import Flag
from align.text.sentence import Sentence
from align.text.token import tokenize

MIN_WORDS = 4
"""Words in a row that make a passage."""
MIN_ERROR, MIN_SUGGESTION = 0.5, 0.3
"""A word is unreadable that is wrong with at least the first probability and has no suggestion as likely as
the second."""


def unreadable(flags: Iterable[Flag], sentences: Sequence[Sentence]) -> Iterator[Flag]:
    """A flag for each such passage, beside those of its words; the flags are those of one side."""
    lost: dict[int, list[Flag]] = {}
    for flag in flags:
        best = max((one.confidence for one in flag.suggestions), default=0.0)
        if flag.confidence >= MIN_ERROR and best < MIN_SUGGESTION:
            lost.setdefault(flag.sentence, []).append(flag)
    for number, found in lost.items():
        if len(found) >= MIN_WORDS:
            yield from _stretches(found, sentences[number])


def _stretches(found: Sequence[Flag], sentence: Sentence) -> Iterator[Flag]:
    stops = [chunk.stop for chunk in tokenize(sentence.text)]
    located = ((sentence.locate(flag.spans), flag) for flag in found)
    places = sorted(((place, flag) for place, flag in located if place), key=lambda one: one[0])
    numbers = [bisect_right(stops, start) for (start, _), _ in places]
    breaks = [0, *(at for at, (a, b) in enumerate(pairwise(numbers), start=1) if b > a + 1), len(places)]
    for first, last in pairwise(breaks):
        if last - first >= MIN_WORDS:
            start, stop = places[first][0][0], places[last - 1][0][1]
            yield Flag(
                found[0].side,
                sentence.index,
                sentence.traced.spans(start, stop),
                sentence.text[start:stop],
                "layout.unreadable",
                min(flag.confidence for _, flag in places[first:last]),
                f"{last - first} words in a row that cannot be read.",
            )
