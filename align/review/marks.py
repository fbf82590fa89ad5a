"""Which ranges of a sentence carry a verdict or a doubt; no two ranges overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from align.review.doubts import Doubt
from align.review.patch import Verdict
from align.review.place import Place, Spans
from align.review.state import State
from align.text.document import Side
from align.text.span import Span
from align.text.trace import TracedText

WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Mark:
    """The range ``[start, stop)`` of a sentence's text, in code points, and what is marked there.

    ``doubt``: id of the doubt. ``verdict``: the decision on it.
    """

    start: int
    stop: int
    place: Place
    doubt: str | None = None
    verdict: Verdict | None = None

    @property
    def replaces_text(self) -> bool:
        """Whether a correction stands there."""
        return self.verdict is not None and self.verdict.text is not None

    def rank(self, state: State) -> tuple[bool, bool, int]:
        """Of two marks on one character the one of lower rank is kept."""
        sentence = not self.replaces_text and state.covers_sentence(self.place)
        return sentence, self.place not in state.verdicts, self.stop - self.start


def marks(
    state: State, side: Side, traced: TracedText, sentence: Spans, doubts: Sequence[Doubt], *, words: bool
) -> list[Mark]:
    """The marks of a sentence in order, none overlapping another.

    A verdict goes before a doubt, and a narrow mark before a wide one; what is about the whole sentence comes
    last. A check's doubt about the whole sentence is divided into several marks around those inside it.

    Args:
        state: The review as it stands.
        side: The sentence's side.
        traced: The sentence's text with its provenance.
        sentence: Its raw spans.
        doubts: Those to be marked; doubts of other sentences are ignored.
        words: Divide a doubt about the whole sentence into words.
    """
    found = _found(state, side, traced, sentence, doubts) if doubts or state.verdicts else []
    checks = (doubt for doubt in doubts if doubt.flag.kind.startswith("check."))
    about_sentence = {doubt.id for doubt in checks if state.covers_sentence(doubt.place)}
    taken = np.zeros(len(traced), dtype=bool)
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: mark.rank(state)):
        free = ~taken[mark.start : mark.stop]
        if mark.doubt in about_sentence and not mark.replaces_text:
            kept += _free_parts(traced.text, mark, free, words=words)
        elif free.all():
            kept.append(mark)
        else:
            continue
        taken[mark.start : mark.stop] = True
    return sorted(kept, key=lambda mark: mark.start)


def ranges(text: str, start: int, stop: int, *, words: bool) -> list[tuple[int, int]]:
    """The range ``[start, stop)`` of a text, or its words, each with the space after it; none if empty."""
    begins = (match.start() for match in WORD.finditer(text, start, stop) if match.start() > start)
    bounds = [start, *(begins if words else ()), stop]
    return [(a, b) for a, b in pairwise(bounds) if a < b]


def _found(
    state: State, side: Side, traced: TracedText, sentence: Spans, doubts: Sequence[Doubt]
) -> list[Mark]:
    """All verdicts and doubts that share a character with a sentence."""
    here = Place(side, sentence)
    ids = {doubt.place: doubt.id for doubt in doubts}
    found = []
    for place in state.verdict_index.overlapping(here):
        found += _mark(traced, place, ids.get(place), state.verdicts[place])
    for doubt in doubts:
        if doubt.flag.side == side and doubt.place not in state.verdicts and doubt.place.overlaps(here):
            found += _mark(traced, doubt.place, doubt.id, doubt.verdict)
    return found


def _free_parts(text: str, mark: Mark, free: NDArray[np.bool_], *, words: bool) -> Iterator[Mark]:
    """What other marks leave of a mark; each part begins with a character other than white space."""
    at = np.flatnonzero(free) + mark.start
    for run in np.split(at, np.flatnonzero(np.diff(at) > 1) + 1):
        found = WORD.search(text, int(run[0]), int(run[-1]) + 1) if len(run) else None
        if found:
            parts = ranges(text, found.start(), int(run[-1]) + 1, words=words)
            yield from (replace(mark, start=start, stop=stop) for start, stop in parts)


def _mark(traced: TracedText, place: Place, doubt: str | None, verdict: Verdict | None) -> list[Mark]:
    bounds = _locate(traced, place.spans)
    return [] if bounds is None else [Mark(*bounds, place, doubt, verdict)]


def _locate(traced: TracedText, spans: Sequence[Span]) -> tuple[int, int] | None:
    """The range of the text that comes from these spans; None where none does."""
    inside = np.zeros(len(traced), dtype=bool)
    for span in spans:
        inside |= (traced.starts >= span.start) & (traced.starts < span.stop) & (traced.stops > traced.starts)
    at = np.flatnonzero(inside)
    return (int(at[0]), int(at[-1]) + 1) if len(at) else None
