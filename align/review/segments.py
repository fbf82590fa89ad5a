"""A sentence cut into pieces to be drawn: plain text, doubts, corrections; word by word where asked.

The pieces are all that a browser ever sees of a text: it draws them and answers with their ids, so no offset
crosses from one language's strings to the other's. An id is the side's letter and the raw place of the
piece's first character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from align.review.doubts import Doubt
from align.review.place import Place, Spans
from align.review.state import State, Verdict
from align.text.document import Side
from align.text.span import Span
from align.text.trace import TracedText

WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Segment:
    """``text`` as shown; ``old``: as read, where a correction took its place; ``spans``: its raw places.

    ``doubt``: id of the flag on it. ``verdict``: what the reviewer made of it.
    """

    id: str
    text: str
    spans: Spans
    old: str | None = None
    doubt: str | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True)
class _Mark:
    start: int
    stop: int
    place: Place
    doubt: str | None = None
    verdict: Verdict | None = None

    @property
    def reads(self) -> bool:
        """Whether another text stands there now."""
        return self.verdict is not None and self.verdict.text is not None

    def rank(self, state: State) -> tuple[bool, bool, int]:
        """The lower goes before the higher where two share a character."""
        passage = not self.reads and state.covers_sentence(self.place)
        return passage, self.place not in state.verdicts, self.stop - self.start


def segments(
    state: State, side: Side, sentence: Spans, doubts: Sequence[Doubt], *, words: bool = False
) -> list[Segment]:
    """A sentence's pieces in reading order; with ``words`` each is a word and the space after it."""
    letters = state.side_views[side].traced_text(sentence)
    found: list[Segment] = []
    at = 0
    for mark in _marks(state, side, letters, sentence, doubts, words=words):
        found += _plain(side, letters, at, mark.start, words=words)
        found.append(_marked(letters, mark, sentence))
        at = mark.stop
    return found + _plain(side, letters, at, len(letters), words=words)


def corrected_sentence(state: State, side: Side, sentence: Spans) -> str:
    """How a sentence reads with the reviewer's corrections in it."""
    if not state.verdicts or not state.verdict_index.overlapping(Place(side, sentence)):
        return state.side_views[side].text(sentence)
    return shown(segments(state, side, sentence, ()))


def shown(found: Sequence[Segment]) -> str:
    """The text as a reader sees it."""
    return "".join(piece.text for piece in found)


def _plain(side: Side, letters: TracedText, start: int, stop: int, *, words: bool) -> list[Segment]:
    return [
        Segment(_id(side, letters, a), letters.text[a:b], letters.spans(a, b))
        for a, b in _cut(letters.text, start, stop, words=words)
    ]


def _cut(text: str, start: int, stop: int, *, words: bool) -> list[tuple[int, int]]:
    """A stretch, not empty, as it is or word by word."""
    begins = (match.start() for match in WORD.finditer(text, start, stop) if match.start() > start)
    bounds = [start, *(begins if words else ()), stop]
    return [(a, b) for a, b in pairwise(bounds) if a < b]


def _marked(letters: TracedText, mark: _Mark, sentence: Spans) -> Segment:
    old = letters.text[mark.start : mark.stop]
    spans = letters.spans(mark.start, mark.stop)
    text: str | None = None
    if mark.verdict is not None and mark.verdict.text is not None:
        first = mark.place.spans[0]
        here = any(first.overlaps(span) for span in sentence)
        text = mark.verdict.text if here else ""
    new = old if text is None else text
    return Segment(
        _id(mark.place.side, letters, mark.start),
        new,
        spans,
        None if text is None else old,
        mark.doubt,
        mark.verdict,
    )


def _id(side: Side, letters: TracedText, at: int) -> str:
    return f"{side[0]}{int(letters.starts[at])}"


def _marks(
    state: State, side: Side, letters: TracedText, sentence: Spans, doubts: Sequence[Doubt], *, words: bool
) -> list[_Mark]:
    """Verdicts and doubts in order, none inside another; a verdict goes before a doubt, the narrower first.

    What is said of a whole sentence comes last. A check's doubt about one is in several marks, around those
    inside it, and each of its words can be typed anew.
    """
    found = _met(state, side, letters, sentence, doubts) if doubts or state.verdicts else []
    checks = (doubt for doubt in doubts if doubt.flag.kind.startswith("check."))
    passages = {doubt.id for doubt in checks if state.covers_sentence(doubt.place)}
    taken = np.zeros(len(letters), dtype=bool)
    kept: list[_Mark] = []
    for mark in sorted(found, key=lambda mark: mark.rank(state)):
        free = ~taken[mark.start : mark.stop]
        if mark.doubt in passages and not mark.reads:
            kept += _around(letters.text, mark, free, words=words)
        elif free.all():
            kept.append(mark)
        else:
            continue
        taken[mark.start : mark.stop] = True
    return sorted(kept, key=lambda mark: mark.start)


def _met(
    state: State, side: Side, letters: TracedText, sentence: Spans, doubts: Sequence[Doubt]
) -> list[_Mark]:
    """All verdicts and doubts that touch a sentence."""
    here = Place(side, sentence)
    named = {doubt.place: doubt.id for doubt in doubts}
    found = []
    for place in state.verdict_index.overlapping(here):
        found += _mark(letters, place, named.get(place), state.verdicts[place])
    for doubt in doubts:
        if doubt.flag.side == side and doubt.place not in state.verdicts and doubt.place.overlaps(here):
            found += _mark(letters, doubt.place, doubt.id, doubt.verdict)
    return found


def _around(text: str, mark: _Mark, free: NDArray[np.bool_], *, words: bool) -> Iterator[_Mark]:
    """What is left of a mark between others, from its first letter on."""
    at = np.flatnonzero(free) + mark.start
    for run in np.split(at, np.flatnonzero(np.diff(at) > 1) + 1):
        found = WORD.search(text, int(run[0]), int(run[-1]) + 1) if len(run) else None
        if found:
            cut = _cut(text, found.start(), int(run[-1]) + 1, words=words)
            yield from (replace(mark, start=start, stop=stop) for start, stop in cut)


def _mark(letters: TracedText, place: Place, doubt: str | None, verdict: Verdict | None) -> list[_Mark]:
    bounds = _locate(letters, place.spans)
    return [] if bounds is None else [_Mark(*bounds, place, doubt, verdict)]


def _locate(letters: TracedText, spans: Sequence[Span]) -> tuple[int, int] | None:
    inside = np.zeros(len(letters), dtype=bool)
    for span in spans:
        inside |= (
            (letters.starts >= span.start) & (letters.starts < span.stop) & (letters.stops > letters.starts)
        )
    at = np.flatnonzero(inside)
    return (int(at[0]), int(at[-1]) + 1) if len(at) else None
