"""A correction of the text -> what it changes on each line.

The new text goes where the old stands. A correction of one line stays on it. One that goes over the end of a
line is divided there:

- A word that the line's end breaks with a hyphen is divided where its letters stand, and the hyphen stays;
  where several words take its place, they are divided at a space, and the hyphen goes.
- Several words are divided at the space nearest to the old line's end.
- Two words that become one are divided where they were, and the first half gets a hyphen.
- Where nothing is left on one of the lines, its hyphen goes too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from align.facsimile.facsimile import Facsimile

HYPHENS = "-\u00ad\u2010\u2011¬"
HYPHEN_AT_END = re.compile(rf"[{HYPHENS}]+(?=\s)")
INSIDE_WORD = re.compile(rf"[{HYPHENS}\s]*|\S*")

NEAR = 2
"""Letters from the place of a hyphen at which a space of the new text is taken for it."""

Stretch = tuple[int, int]
"""Code points of the text: the first, and behind the last."""


@dataclass(frozen=True, order=True)
class LineEdit:
    """What stands on one line from ``start`` to ``stop`` becomes ``text``."""

    start: int
    stop: int
    text: str


def line_edits(facsimile: Facsimile, stretches: Sequence[Stretch], text: str) -> tuple[LineEdit, ...]:
    """What a correction changes, line by line.

    Args:
        facsimile: The pages as they were read.
        stretches: Where the old text stands, in reading order.
        text: The new text.

    Example:
        >>> from align.facsimile.page import Page, PageBlock, PageLine, PageWord
        >>> lines = tuple(PageLine((PageWord(one),)) for one in ("китай-", "схого"))
        >>> line_edits(Facsimile((Page(9, 9, (PageBlock(lines),)),)), ((0, 5), (7, 12)), "китайского")
        (LineEdit(start=0, stop=5, text='китай'), LineEdit(start=7, stop=12, text='ского'))
    """
    raw = facsimile.text
    pieces = _joined(raw, [piece for one in stretches for piece in _by_line(facsimile, *one)])
    if not pieces:
        return ()
    words = " ".join(text.split())
    edits = []
    start = 0
    for (piece, following), cut in zip(pairwise(pieces), _cuts(raw, pieces, words), strict=True):
        part = words[start:cut].strip()
        edits.append(_edit(raw, piece, following[0], part, bool(part) and _is_inside_word(words, cut)))
        start = cut
    return (*edits, LineEdit(*pieces[-1], words[start:].strip()))


def _edit(raw: str, piece: Stretch, following: int, part: str, broken: bool) -> LineEdit:  # noqa: FBT001
    """What a piece becomes; ``broken``: whether its last word goes on where the next piece begins."""
    start, stop = piece
    hyphen = HYPHEN_AT_END.match(raw, stop, max(following, stop))
    if hyphen:
        return LineEdit(start, stop if broken else hyphen.end(), part)
    bare = broken and "\n" in raw[stop:following] and part[-1] not in HYPHENS
    return LineEdit(start, stop, part + "-" if bare else part)


def _by_line(facsimile: Facsimile, start: int, stop: int) -> Iterator[Stretch]:
    """The parts of a stretch on each line that it touches."""
    words = facsimile.words_between(start, stop)
    for _, group in groupby(words, key=lambda word: word.line.start):
        here = list(group)
        yield max(here[0].start, start), min(here[-1].stop, stop)


def _joined(raw: str, pieces: Sequence[Stretch]) -> list[Stretch]:
    """Two pieces of one word, or of a word that a hyphen breaks inside its line, are one."""
    found: list[Stretch] = []
    for start, stop in pieces:
        between = raw[found[-1][1] : start] if found and found[-1][1] <= start else None
        if between is not None and "\n" not in between and INSIDE_WORD.fullmatch(between):
            found[-1] = found[-1][0], stop
        else:
            found.append((start, stop))
    return found


def _cuts(raw: str, pieces: Sequence[Stretch], words: str) -> Iterator[int]:
    """Where the new text is divided: an offset for each end of a piece but the last; they ascend."""
    joins = [" " if _is_apart(raw, *pair) else "" for pair in pairwise(pieces)]
    old, ends = "", []
    for (start, stop), join in zip(pieces, [*joins, ""], strict=True):
        old += raw[start:stop]
        ends.append(len(old))
        old += join
    least = 0
    codes = SequenceMatcher(None, old, words, autojunk=False).get_opcodes()
    for end, join in zip(ends, joins, strict=False):
        cut = _across(codes, end, len(words))
        space = _at_space(words, cut)
        whole = bool(join) or " " not in old or abs(space - cut) <= NEAR
        least = max(space if whole else cut, least)
        yield least


def _is_apart(raw: str, one: Stretch, other: Stretch) -> bool:
    """Whether two words stand at the ends of two pieces, not the halves of one."""
    between = raw[one[1] : other[0]] if one[1] <= other[0] else " "
    halves = HYPHEN_AT_END.match(between) or raw[one[1] - 1] in HYPHENS
    return not halves and any(map(str.isspace, between))


def _across(codes: Sequence[tuple[str, int, int, int, int]], at: int, length: int) -> int:
    """The offset in the new text that stands for an offset in the old; within a change, in proportion."""
    for _, start, stop, new_start, new_stop in codes:
        if start < at <= stop:
            return new_start + round((new_stop - new_start) * (at - start) / (stop - start))
    return 0 if at == 0 else length


def _at_space(words: str, cut: int) -> int:
    """The space nearest to an offset; the offset itself in a single word, and at either end."""
    spaces = [at for at, letter in enumerate(words) if letter == " "]
    ends = [one for one in (0, len(words)) if one == cut]
    return min([*ends, *spaces], key=lambda at: abs(at - cut), default=cut)


def _is_inside_word(words: str, cut: int) -> bool:
    return 0 < cut < len(words) and " " not in words[cut - 1 : cut + 1]
