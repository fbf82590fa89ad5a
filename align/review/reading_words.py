"""The words of a reading with their marks apart, and which of two readings stand at one place of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.facsimile.facsimile import PAGE_END
from align.review.kept_reading import KeptReading
from align.review.same_pages import same_pages
from align.text.span import Span

SHARED = 0.5
"""Words of two readings stand at one place if they share this fraction of the smaller one's area."""

ASPECT = 0.03
"""Pages whose width by height differs by more than this fraction show different parts of a picture."""

TOKEN = re.compile(r"\w+|[^\w\s]")

Words = tuple[Sequence[int], Sequence[int]]
"""Words of the old and of the new reading, by number, that stand at one place."""


@dataclass(frozen=True)
class ReadingWords:
    """The words of a reading, by page, and the parts of each: letters and digits together, marks singly."""

    reading: KeptReading

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words, in order of the text."""
        return tuple(Span(*found.span()) for found in re.finditer(r"\S+", self.reading.text))

    @cached_property
    def pages(self) -> tuple[range, ...]:
        """The numbers of the words of each page."""
        at, found = 0, []
        for text in self.reading.text.split(PAGE_END):
            count = len(text.split())
            found.append(range(at, at + count))
            at += count
        return tuple(found)

    def tokens(self, words: Sequence[int]) -> list[Span]:
        """The parts of these words."""
        text = self.reading.text
        return [
            Span(*found.span())
            for number in words
            for found in TOKEN.finditer(text, self.words[number].start, self.words[number].stop)
        ]

    def boxes(self, page: int) -> NDArray[np.float64] | None:
        """Left, top, right, bottom of the words of a page, in fractions of it; None where one is unknown."""
        width, height = self.reading.pages[page]
        boxes = [self.reading.boxes[number] for number in self.pages[page]]
        known = [(box.left, box.top, box.right, box.bottom) for box in boxes if box is not None]
        if not known or len(known) < len(boxes):
            return None
        found: NDArray[np.float64] = np.array(known) / np.array([width, height, width, height])
        return found

    def aspect(self, page: int) -> float:
        """Width by height of a page."""
        width, height = self.reading.pages[page]
        return width / height


def words_by_place(old: ReadingWords, new: ReadingWords) -> Iterator[tuple[Words, bool]]:
    """The words of two readings of the same pages, grouped by where they stand.

    Yields:
        Words that stand at one place, and whether their boxes show that; where a page has no boxes, or is
        cut from its picture otherwise, all its words are one group and order alone tells them apart. Words
        of a page that the other reading does not have are in no group.
    """
    texts = (side.reading.text.split(PAGE_END) for side in (old, new))
    for before, now in same_pages(*texts):
        olds, news = old.pages[before], new.pages[now]
        boxes = old.boxes(before), new.boxes(now)
        same_cut = abs(old.aspect(before) / new.aspect(now) - 1) <= ASPECT
        if boxes[0] is None or boxes[1] is None or not same_cut:
            yield (olds, news), False
            continue
        for mine, theirs in _groups(_overlaps(boxes[0], boxes[1])):
            yield ([olds[at] for at in mine], [news[at] for at in theirs]), True


def _overlaps(old: NDArray[np.float64], new: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which words share enough of their area; bool, shape (old words, new words)."""
    start = np.maximum(old[:, None, :2], new[None, :, :2])
    stop = np.minimum(old[:, None, 2:], new[None, :, 2:])
    shared = np.prod(np.maximum(stop - start, 0), axis=2)
    area_old, area_new = (np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) for boxes in (old, new))
    enough: NDArray[np.bool_] = shared > SHARED * np.minimum(area_old[:, None], area_new[None, :])
    return enough


def _groups(overlap: NDArray[np.bool_]) -> Iterator[tuple[list[int], list[int]]]:
    """Words that are linked by overlaps, however many steps apart; those without a partner are in none."""
    olds_left = {int(number) for number in np.flatnonzero(overlap.any(axis=1))}
    while olds_left:
        mine, theirs, waiting = set[int](), set[int](), {min(olds_left)}
        while waiting:
            mine |= waiting
            theirs |= {int(at) for at in np.flatnonzero(overlap[sorted(waiting)].any(axis=0))}
            waiting = {int(at) for at in np.flatnonzero(overlap[:, sorted(theirs)].any(axis=1))} - mine
        olds_left -= mine
        yield sorted(mine), sorted(theirs)
