"""From places in one reading of some pages to places in another, by where a word stands and its letters.

Words of both readings that share their place on the page belong together. Within such a group, and on pages
without boxes, equal words are found by the longest common runs (Ratcliff and Obershelp 1988). Where order
alone tells words apart, a run needs some words of context to count, as in the text quotes of the W3C's Web
Annotation model.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from align.errors import PlaceError
from align.review.kept_reading import KeptReading
from align.review.reading_words import ReadingWords, words_by_place
from align.text.span import Span

CONTEXT = 3
"""Words and marks that must be equal one after the other where there are no boxes."""

FEW = 4
"""In a group of more words than this, boxes do not tell the words apart."""

Borders = tuple[AbstractSet[int], AbstractSet[int]]
"""Offsets of the new text at which sentences, or their parts on two pages, begin, and at which they end."""


@dataclass
class ReadingMap:
    """Which words and marks of the new reading stand for which of the old one.

    ``links``: of an old one, the new ones. ``equal``: the old ones that are read the same. ``attached``: new
    ones that were only added, by an old one beside them at the same place. ``owners``: of a new one, the old
    ones.
    """

    old: KeptReading
    new: KeptReading
    olds: list[Span] = field(default_factory=list)
    news: list[Span] = field(default_factory=list)
    links: dict[int, list[int]] = field(default_factory=dict)
    equal: set[int] = field(default_factory=set)
    attached: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    owners: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def between(cls, old: KeptReading, new: KeptReading) -> ReadingMap:
        """The map from one reading of some pages to another of the same pages."""
        sides = ReadingWords(old), ReadingWords(new)
        olds, news = (side.tokens(range(len(side.words))) for side in sides)
        made = cls(old, new, olds, news)
        for (mine, theirs), by_box in words_by_place(*sides):
            numbers = _numbers(olds, sides[0].tokens(mine)), _numbers(news, sides[1].tokens(theirs))
            made._link(*numbers, 1 if by_box and max(len(mine), len(theirs)) <= FEW else CONTEXT)
        return made

    def _link(self, mine: list[int], theirs: list[int], context: int) -> None:
        """Link the words of one group; an equal run of fewer than ``context`` counts as read otherwise."""
        texts = (
            [self.olds[number].of(self.old.text) for number in mine],
            [self.news[number].of(self.new.text) for number in theirs],
        )
        matcher = SequenceMatcher(None, *texts, autojunk=False)
        a = b = 0
        for run in matcher.get_matching_blocks():
            if 0 < run.size < context:
                continue
            self._replace(mine[a : run.a], theirs[b : run.b], [*mine[:a][-1:], *mine[run.a :]])
            for one, other in zip(mine[run.a : run.a + run.size], theirs[run.b :], strict=False):
                self.links[one], self.owners[other] = [other], {one}
                self.equal.add(one)
            a, b = run.a + run.size, run.b + run.size

    def _replace(self, mine: list[int], theirs: list[int], beside: list[int]) -> None:
        """Link what was read otherwise as a whole; what is only added belongs to what stands beside it."""
        for one in mine:
            self.links[one] = theirs
        if not mine and beside:
            self.attached[beside[0]] += theirs
        for other in theirs:
            self.owners[other] |= set(mine or beside[:1])

    def moved(self, span: Span, borders: Borders | None = None) -> Span:
        """Where a stretch of the old reading stands in the new one, whatever letters it has there.

        Args:
            span: Of the old text.
            borders: Where sentences of the new reading begin and end. With them the stretch is a sentence:
                marks that were added to a word belong to it, and specks that were read beside it up to the
                border.

        Raises:
            PlaceError: It is not there, or other words stand between its own.
        """
        inside = self._old_numbers(span)
        found = sorted({other for one in inside for other in self.links.get(one, ())})
        if borders is not None:
            found = sorted({*found, *(other for one in inside for other in self.attached[one])})
        if not found:
            raise PlaceError("nothing was read there this time")
        within = set(inside)
        if any(not self.owners[number] <= within for number in range(found[0], found[-1] + 1)):
            raise PlaceError("its words were read in another order, or together with others")
        made = Span(self._start(span, inside[0], found[0]), self._stop(span, inside[-1], found[-1]))
        return made if borders is None else self._to_borders(made, found[0], found[-1], borders)

    def is_gone(self, span: Span) -> bool:
        """Whether the words and marks of a stretch are not read any more, and those beside it are."""
        inside = self._old_numbers(span)
        beside = [at for at in (inside.start - 1, inside.stop) if 0 <= at < len(self.olds)]
        return bool(inside and beside) and not any(map(self.links.get, inside)) and self.equal >= set(beside)

    def _to_borders(self, span: Span, first: int, last: int, borders: Borders) -> Span:
        """A sentence with what was not read before beside it, as far as the sentence of now goes."""
        starts, stops = borders
        start, stop = span.start, span.stop
        while start not in starts and first and not self.owners[first - 1]:
            first, start = first - 1, self.news[first - 1].start
        while stop not in stops and last + 1 < len(self.news) and not self.owners[last + 1]:
            last, stop = last + 1, self.news[last + 1].stop
        return Span(start, stop)

    def _old_numbers(self, span: Span) -> range:
        """The old words and marks that share a character with a span."""
        first = bisect_right(self.olds, span.start, key=lambda one: one.stop)
        return range(first, max(first, bisect_left(self.olds, span.stop, key=lambda one: one.start)))

    def _start(self, span: Span, one: int, other: int) -> int:
        return self.news[other].start + self._inside(one, max(span.start - self.olds[one].start, 0))

    def _stop(self, span: Span, one: int, other: int) -> int:
        return self.news[other].stop - self._inside(one, max(self.olds[one].stop - span.stop, 0))

    def _inside(self, one: int, offset: int) -> int:
        """An offset into a word, which must be read the same where the offset is not its border."""
        if offset and one not in self.equal:
            raise PlaceError("a part of the word was read otherwise")
        return offset


def _numbers(all_tokens: list[Span], some: list[Span]) -> list[int]:
    """The numbers of some tokens, which begin where no other does."""
    return [bisect_left(all_tokens, one.start, key=lambda token: token.start) for one in some]
