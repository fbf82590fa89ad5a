"""A page of two languages -> the part of each of its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from align.text.document import Part, Side
from align.text.readers.page_languages import ScriptLine

LANGUAGE_NAME = r"(?:\s*[-–—:(]?\s*(?:from|to|into|in|с|на)?(?: the)?\s*\w+\)?)?"
TRANSLATION = re.compile(
    r"[\W_]*(?:(?:english|russian|german|french|full|unofficial)?\s*translation"
    rf"|перевод|переклад|превод|traduction|übersetzung|tłumaczenie|traducción|traduzione){LANGUAGE_NAME}[\W_]*",
    re.IGNORECASE,
)
"""A heading behind which the translation begins."""

ORIGINAL = re.compile(
    r"[\W_]*(?:original(?: text| document| scan| version| language)?|\w+ (?:original|text)|transcript(?:ion)?"
    r"|оригинал|подлинник|текст оригинала|оригінал|originaltext|texte original|tekst oryginalny)"
    rf"{LANGUAGE_NAME}[\W_]*",
    re.IGNORECASE,
)
"""A heading behind which the original begins."""

MAX_HEADING = 80
"""Code points of a heading."""

MIN_SIDE_LETTERS = 12
"""Letters that make a side; fewer are a name or a stamp."""

MIN_PURITY = 0.6
"""Fraction of the letters of a side that are in its language: a page with less has quotations, not sides."""

MAX_STRAY_LETTERS = 60
"""Letters that may stand on the wrong side of a :data:`TRANSLATION` heading."""

MAX_WRONG = 0.05
"""Fraction of the letters of the shorter side that one cut may leave on the wrong side."""

MIN_RUNS, MIN_RUN_LETTERS, MIN_BALANCE, MIN_BALANCED = 4, 12, 0.3, 0.6
"""Original and translation alternate: so many stretches; of two that follow each other, one with so many
letters, the shorter is so much of the longer, in such a fraction of pairs."""

MIN_NOTED_BALANCE = 0.6
"""Of original and translation on a page with a note, the shorter is so much of the longer: a quotation inside
a text in the other language is seldom so long as what follows it."""

MAX_TITLE_LINES, MAX_TITLE_LETTERS = 6, 400
"""Lines and letters of a title or a remark in the translation's language at the edge of the original."""


@dataclass(frozen=True)
class SideLine:
    """``source``, ``target``: letters of this line that belong to either side; ``aside``: it is of none."""

    place: ScriptLine
    source: int
    target: int
    aside: bool = False

    @property
    def heading(self) -> Side | None:
        """The side that this line announces."""
        return heading_of(self.place.text)


@dataclass(frozen=True)
class Cut:
    """The page cut before line ``at``, side ``first`` before it; ``wrong``: letters on the wrong side."""

    at: int
    first: Side
    wrong: int


def heading_of(text: str) -> Side | None:
    """The side that a line announces; ``None`` for a line that is no heading."""
    if len(text) > MAX_HEADING:
        return None
    if TRANSLATION.fullmatch(text):
        return "target"
    return "source" if ORIGINAL.fullmatch(text) else None


def best_cut(lines: Sequence[SideLine]) -> Cut:
    """Fewest letters on the wrong side; of equal cuts the first: a heading belongs to what follows it."""
    source_first = sum(line.source for line in lines)
    target_first = sum(line.target for line in lines)
    best = Cut(0, "source", min(source_first, target_first))
    for number, line in enumerate(lines):
        here = [Cut(number, "source", source_first), Cut(number, "target", target_first)]
        if any(map(str.isalpha, line.place.text)):
            best = min([best, *here], key=lambda cut: cut.wrong)
        source_first += line.target - line.source
        target_first += line.source - line.target
    return best


def has_both_sides(lines: Sequence[SideLine], cut: Cut) -> bool:
    """Whether the letters where the cut puts a side are enough, and most of them are of that side."""
    before, after = lines[: cut.at], lines[cut.at :]
    source, target = (before, after) if cut.first == "source" else (after, before)
    own = sum(line.source for line in source), sum(line.target for line in target)
    wrong = sum(line.target for line in source), sum(line.source for line in target)
    return all(
        right >= max(MIN_SIDE_LETTERS, MIN_PURITY * (right + other))
        for right, other in zip(own, wrong, strict=True)
    )


def at_heading(lines: Sequence[SideLine], cut: Cut) -> Cut:
    """The cut, moved to the one heading of the second side where that is as good."""
    second: Side = "target" if cut.first == "source" else "source"
    headings = [number for number, line in enumerate(lines) if line.heading == second]
    if len(headings) != 1 or wrong_letters(lines, headings[0], cut.first) > cut.wrong + MAX_STRAY_LETTERS:
        return cut
    return replace(cut, at=headings[0])


def wrong_letters(lines: Sequence[SideLine], at: int, first: Side) -> int:
    """Letters on the wrong side where ``first`` stands before line ``at``."""
    before, after = (lines[:at], lines[at:]) if first == "source" else (lines[at:], lines[:at])
    return sum(line.target for line in before) + sum(line.source for line in after)


def two_sides(lines: Sequence[SideLine], cut: Cut, *, titled: bool) -> list[Part]:
    """The part of each line of a page that is cut once."""
    second: Side = "target" if cut.first == "source" else "source"
    parts: list[Part] = [cut.first if number < cut.at else second for number in range(len(lines))]
    at_edge = {0, cut.at - 1, cut.at, cut.at + 1}
    for number, line in enumerate(lines):
        if line.aside or (line.heading and number in at_edge):
            parts[number] = "metadata"
    numbers = range(len(lines))
    for number in [
        *([] if titled else _remarks(lines, parts, numbers)),
        *_remarks(lines, parts, numbers[::-1]),
    ]:
        parts[number] = "metadata"
    return parts


def _remarks(lines: Sequence[SideLine], parts: Sequence[Part], numbers: range) -> range:
    """The first lines of an original that are in the translation's language: a title, words of the archive.

    ``numbers``: of the lines from the edge of the page inwards.
    """
    count = 0
    while count < len(lines) and _is_remark(lines[numbers[count]], parts[numbers[count]]):
        count += 1
    size = sum(lines[number].target for number in numbers[:count])
    return numbers[: count if count <= MAX_TITLE_LINES and size <= MAX_TITLE_LETTERS else 0]


def _is_remark(line: SideLine, part: Part) -> bool:
    return part == "source" and line.target > line.source


def noted_sides(lines: Sequence[SideLine]) -> list[Part] | None:
    """The part of each line where a note in the translation's language stands at the original's edge.

    An archive's summary is such a note. It has paragraphs of its own and is shorter than the translation.
    Where either edge may hold it, the two sides that are most alike in length are left.
    """
    found = []
    for numbers, first in ((range(len(lines)), "source"), (range(len(lines))[::-1], "target")):
        count = next((at for at, number in enumerate(numbers) if lines[number].source), 0)
        note, rest = sorted(numbers[:count]), [lines[number] for number in sorted(numbers[count:])]
        cut = best_cut(rest)
        balance = _balance(rest)
        apart = count and lines[numbers[count - 1]].place.paragraph != lines[numbers[count]].place.paragraph
        shorter = sum(lines[number].target for number in note) < sum(line.target for line in rest)
        if apart and shorter and cut.first == first and balance >= MIN_NOTED_BALANCE:
            parts = two_sides(rest, at_heading(rest, cut), titled=True)
            aside: list[Part] = ["metadata"] * count
            whole = [*aside, *parts] if first == "source" else [*parts, *aside]
            found += [(balance, whole)] if has_both_sides(rest, cut) else []
    return max(found, default=(0.0, None))[1]


def _balance(lines: Sequence[SideLine]) -> float:
    """The letters of the shorter side for one of the longer."""
    shorter, longer = sorted((sum(line.source for line in lines), sum(line.target for line in lines)))
    return shorter / longer if longer else 0.0


def alternating(lines: Sequence[SideLine], cut: Cut) -> list[Part] | None:
    """The part of each line where stretches of original and translation alternate; ``None`` elsewhere."""
    source, target = sum(line.source for line in lines), sum(line.target for line in lines)
    if cut.wrong <= MAX_WRONG * min(source, target) or min(source, target) < MIN_BALANCE * max(
        source, target
    ):
        return None
    parts = _by_line(lines)
    sizes: list[int] = []
    for part, run in groupby(zip(parts, lines, strict=True), key=lambda pair: pair[0]):
        if part != "metadata":
            sizes.append(sum(line.source + line.target for _, line in run))
    pairs = [pair for pair in zip(sizes[::2], sizes[1::2], strict=False) if max(pair) >= MIN_RUN_LETTERS]
    balanced = sum(min(pair) >= MIN_BALANCE * max(pair) for pair in pairs)
    return parts if len(sizes) >= MIN_RUNS and balanced >= max(2, MIN_BALANCED * len(pairs)) else None


def _by_line(lines: Sequence[SideLine]) -> list[Part]:
    """Each line on its own side; a line that tells none is on the side of the line before."""
    parts: list[Part] = []
    before: Part = (
        "source"
        if next(line.source > line.target for line in lines if line.source + line.target)
        else "target"
    )
    for line in lines:
        if line.source != line.target:
            before = "source" if line.source > line.target else "target"
        parts.append("metadata" if line.aside or line.heading else before)
    return parts
