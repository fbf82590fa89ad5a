"""One side's text, which can be read at any raw place: also at parts of sentences and excluded passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from align.review.place import Spans, normalise_spans
from align.text.document import Side
from align.text.side_text import SideText
from align.text.span import Span
from align.text.trace import TracedText

CONTEXT = 30
"""Code points of context on either side of a place."""


@dataclass(frozen=True, eq=False)
class SideView:
    """``traced``: all sentences, then all excluded passages, a space between two.

    ``order`` (int64) sorts the characters of ``traced`` by their raw offsets, ``starts`` (int64) are these
    offsets. ``sentences``: the sentences as they were split, by their places.
    """

    side: Side
    name: str
    raw: str
    sha256: str
    language: str
    traced: TracedText
    order: NDArray[np.int64]
    starts: NDArray[np.int64]
    sentences: Mapping[Spans, TracedText]

    @classmethod
    def of(cls, text: SideText) -> SideView:
        """The view of one side of a bitext."""
        document = text.document
        traced = _joined(text)
        with_place = np.flatnonzero(traced.stops > traced.starts)
        order = with_place[np.argsort(traced.starts[with_place], kind="stable")]
        return cls(
            text.side,
            document.name,
            document.raw,
            document.sha256,
            text.language,
            traced,
            order,
            traced.starts[order].astype(np.int64),
            {sentence.origin: sentence.traced for sentence in text.sentences},
        )

    def normalise(self, spans: Iterable[Span]) -> Spans:
        """The normal form of a passage of this side."""
        return normalise_spans(self.raw, spans)

    def traced_text(self, spans: Spans) -> TracedText:
        """The cleaned text of these places with its provenance, without white space at the ends."""
        if spans in self.sentences:
            return self.sentences[spans]
        bounds = np.searchsorted(self.starts, [(span.start, span.stop) for span in spans])
        found = np.sort(np.concatenate([self.order[a:b] for a, b in bounds]))
        if not len(found):
            return self.traced[:0]
        runs = np.split(found, np.flatnonzero(np.diff(found) > 1) + 1)
        pieces = [self.traced[int(runs[0][0]) : int(runs[0][-1]) + 1]]
        for before, run in pairwise(runs):
            between = self.traced[int(before[-1]) + 1 : int(run[0])]
            if not between.text.strip():
                pieces.append(between)
            pieces.append(self.traced[int(run[0]) : int(run[-1]) + 1])
        joined = TracedText.join(pieces)
        first = len(joined) - len(joined.text.lstrip())
        return joined[first : first + len(joined.text.strip())]

    def text(self, spans: Spans) -> str:
        """The cleaned text of these places."""
        return self.traced_text(spans).text

    def quote(self, spans: Spans) -> str:
        """What the raw file holds at these places."""
        return "".join(span.of(self.raw) for span in spans)

    def has_text(self, spans: Spans) -> bool:
        """Whether some text of this side stands at each of these places."""
        return all(
            span.stop <= len(self.raw) and np.diff(np.searchsorted(self.starts, (span.start, span.stop)))[0]
            for span in spans
        )

    @cached_property
    def characters(self) -> Mapping[str, int]:
        """How often each character occurs."""
        return Counter(self.traced.text)

    @cached_property
    def _sentence_bounds(self) -> tuple[list[int], list[int]]:
        """Where the sentences begin, ascending, and where each ends."""
        bounds = sorted((min(spans).start, max(span.stop for span in spans)) for spans in self.sentences)
        return [start for start, _ in bounds], [stop for _, stop in bounds]

    def covers_sentence(self, spans: Spans) -> bool:
        """Whether these places hold a sentence from end to end, as the text was split."""
        starts, stops = self._sentence_bounds
        first, last = min(spans).start, max(span.stop for span in spans)
        inside = range(bisect_left(starts, first), bisect_left(starts, last))
        return any(stops[number] <= last for number in inside)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(at + 1 for at, character in enumerate(self.raw) if character == "\n")]

    def line(self, offset: int) -> int:
        """The number of the file's line that holds this code point, from 1."""
        return bisect_right(self._line_starts, offset)

    def where(self, spans: Spans) -> str:
        """File, lines and characters of these places, for a person with the file before them."""
        if not spans:
            return ""
        first, last = min(spans), max(spans, key=lambda span: span.stop)
        lines = self.line(first.start), self.line(max(last.stop - 1, first.start))
        lined = f"line {lines[0]}" if lines[0] == lines[1] else f"lines {lines[0]}\N{EN DASH}{lines[1]}"
        return f"{self.name}, {lined}, characters {first.start}\N{EN DASH}{last.stop}"

    def context(self, spans: Spans) -> tuple[str, str]:
        """The raw text before and after these places, white space folded."""
        start, stop = min(spans).start, max(span.stop for span in spans)
        before, after = self.raw[max(start - CONTEXT, 0) : start], self.raw[stop : stop + CONTEXT]
        return _folded(before), _folded(after)


def _joined(text: SideText) -> TracedText:
    """All sentences, then all excluded passages, a space without a place after each."""
    parts = [sentence.traced for sentence in text.sentences]
    parts += [TracedText.of(text.document.raw, excluded.span) for excluded in text.excluded]
    pieces: list[TracedText] = []
    for part in parts:
        no_place = np.full(1, part.starts[0], dtype=np.int32)
        pieces += [part, TracedText(" ", no_place, no_place.copy())]
    return TracedText.join(pieces)


def _folded(text: str) -> str:
    """Runs of white space as one space, also at the ends."""
    words = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + words + (" " if text[-1:].isspace() and words else "")
