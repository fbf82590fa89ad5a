"""Sentences that stand twice, and sentences translated in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.check.context import CheckContext
from align.check.line import Line
from align.flag import Flag
from align.text.document import SIDES

LEAST = 12
"""Letters from which a sentence that stands twice is no exclamation."""

SAME, OTHER = 96, 60
"""Likeness in per cent (rapidfuzz's ratio) from which two sentences are one, and up to which they are two."""


def doubled(matter: CheckContext) -> Iterator[Flag]:
    """A sentence twice in a row on one side, where the other side does not say it twice."""
    for side in SIDES:
        twice = list(_repeated(matter.lines(side)))
        there = len(list(_repeated(matter.lines(SIDES[side == "source"]))))
        if matter.two_sided and there >= len(twice):
            continue
        for line, start, stop in twice:
            yield line.flag(start, stop, "check.doubled", 0.8, "the sentence before says the same.")


def _repeated(lines: Sequence[Line]) -> Iterator[tuple[Line, int, int]]:
    from rapidfuzz import fuzz

    before = ""
    for line in lines:
        for start, sentence in zip(line.starts, line.sentences, strict=True):
            here = normal(sentence.text)
            if len(here) >= LEAST and fuzz.ratio(before, here) >= SAME:
                yield line, start, start + len(sentence.text)
            before = here


def renderings(matter: CheckContext) -> Iterator[Flag]:
    """The same sentence of the original translated otherwise than where it first stood."""
    from rapidfuzz import fuzz

    first: dict[str, Line] = {}
    for both in matter.both:
        said = normal(both.source.text)
        if len(said) < 2 * LEAST or len(said.split()) < 4:
            continue
        earlier = first.setdefault(said, both.target)
        if earlier is not both.target and fuzz.ratio(normal(earlier.text), normal(both.target.text)) < SAME:
            reason = f"the same sentence is “{earlier.text}” before."
            yield both.target.whole("check.rendering", 0.7, reason)


def normal(text: str) -> str:
    """Words in small letters."""
    return " ".join(re.findall(r"\w+", text.lower()))
