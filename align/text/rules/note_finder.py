"""Where the lines stand that can be footnotes, and how far each goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from align.text.edit import PAGE_BREAK
from align.text.rule_input import RuleInput, TextLine, continues_sentence, ends_sentence
from align.text.rules.footnote_signs import Sign, head, signs

MAX_LINES = 20
"""Lines of one footnote."""

UNFINISHED = 40
"""A longer line without an end of sentence goes on on the next page."""

MIN_PAIRS = 5
"""Pairs of lines from which it is found that the lines are wrapped."""


@dataclass(frozen=True)
class Note:
    """The lines ``first`` to before ``end`` are a note.

    ``head``: the sign that it begins with; ``ties``: where that sign stands in the text.
    """

    first: int
    end: int
    head: Sign
    ties: tuple[Sign, ...] = ()


@dataclass(frozen=True)
class NoteFinder:
    """Finds the footnotes of a text."""

    given: RuleInput

    @cached_property
    def heads(self) -> dict[int, Sign]:
        """Lines that begin with a sign."""
        found = {number: head(line.text) for number, line in enumerate(self.given.lines) if number}
        return {number: sign for number, sign in found.items() if sign}

    @cached_property
    def signs(self) -> dict[str, list[Sign]]:
        """The signs in the text by label, those at the head of a line left out."""
        starts = {self.given.lines[number].start for number in self.heads}
        found: dict[str, list[Sign]] = {}
        for sign in signs(self.given.text):
            if sign.start not in starts:
                found.setdefault(sign.label, []).append(sign)
        return found

    @cached_property
    def width(self) -> int | None:
        """The width that the lines are wrapped to; ``None`` where they are not."""
        lines = self.given.lines
        pairs = [pair for pair in pairwise(lines) if self._gap(*pair).count("\n") == 1]
        if len(pairs) < MIN_PAIRS:
            return None
        width = sorted(len(before.text) for before, _ in pairs)[int(len(pairs) * 0.9)]
        full = sum(_is_full(before, after, width) for before, after in pairs)
        return width if full * 2 >= len(pairs) else None

    def _gap(self, before: TextLine, after: TextLine) -> str:
        return self.given.text[before.stop : after.start]

    def gap_before(self, number: int) -> str:
        """The white space before a line."""
        return self._gap(self.given.lines[number - 1], self.given.lines[number])

    def groups(self) -> Iterator[list[Note]]:
        """Notes that stand below each other: their signs stand in the text, or they count on."""
        group: list[Note] = []
        for number, sign in self.heads.items():
            counts_on = bool(group) and number == group[-1].end and _counts_on(group[-1].head, sign)
            if not counts_on and sign.label not in self.signs:
                continue
            if group and (number != group[-1].end or _begins_anew(group[-1].head, sign)):
                yield group
                group = []
            first = group[0].first if group else number
            group.append(Note(number, self._end(number, first), sign))
        if group:
            yield group

    def _end(self, number: int, first: int) -> int:
        """The line behind a note that begins at ``number``, in a group that begins at ``first``."""
        lines = self.given.lines
        is_open = not ends_sentence(lines[first - 1].text)
        end = number + 1
        while end < len(lines) and end - number < MAX_LINES and self._goes_on(end, is_open=is_open):
            end += 1
        return end

    def _goes_on(self, number: int, *, is_open: bool) -> bool:
        """Whether a note goes on at this line; ``is_open``: whether the text before it lacks an end."""
        before, line = self.given.lines[number - 1], self.given.lines[number]
        gap = self._gap(before, line)
        if PAGE_BREAK in gap or number in self.heads:
            return False
        small, ended = continues_sentence(line.text), ends_sentence(before.text)
        if gap.count("\n") > 1:
            return small and not ended and not is_open
        if not ended:
            return small or self.width is not None
        return self.width is not None and _is_full(before, line, self.width) and not (is_open and small)

    def is_at_foot(self, group: Sequence[Note]) -> bool:
        """Whether a page or the text ends behind these notes, or a sentence goes on over them."""
        lines, end = self.given.lines, group[-1].end
        if end == len(lines) or PAGE_BREAK in self.gap_before(end):
            return True
        before = lines[group[0].first - 1].text
        return not ends_sentence(before) and (continues_sentence(lines[end].text) or len(before) > UNFINISHED)


def _begins_anew(one: Sign, two: Sign) -> bool:
    """Whether the second of two signs below each other begins another list: it is written otherwise."""
    return one.style != two.style and not _counts_on(one, two)


def _counts_on(one: Sign, two: Sign) -> bool:
    return one.label.isdigit() and two.label.isdigit() and int(two.label) == int(one.label) + 1


def _is_full(before: TextLine, after: TextLine, width: int) -> bool:
    """Whether the next word would not have fitted on the line."""
    return len(before.text) + 1 + len(after.text.split(None, 1)[0]) > width
