"""One side's text, to be read at any raw place: also where a sentence was cut or a piece brought back."""

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


@dataclass(frozen=True, eq=False)
class SideView:
    """``traced``: all sentences, then all that was set aside, a space between two.

    ``order`` (int64) sorts its characters by where they stand in the raw file, ``starts`` says where.
    ``known``: the sentences as they were split, by their places.
    """

    side: Side
    name: str
    raw: str
    sha256: str
    language: str
    traced: TracedText
    order: NDArray[np.int64]
    starts: NDArray[np.int64]
    known: Mapping[Spans, TracedText]

    @classmethod
    def of(cls, text: SideText) -> SideView:
        """Of one side of a bitext."""
        raw = text.document.raw
        pieces: list[TracedText] = []
        parts = [sentence.traced for sentence in text.sentences]
        parts += [TracedText.of(raw, aside.span) for aside in text.aside]
        for part in parts:
            nowhere = np.full(1, part.starts[0], dtype=np.int32)
            pieces += [part, TracedText(" ", nowhere, nowhere.copy())]
        traced = TracedText.join(pieces)
        inked = np.flatnonzero(traced.stops > traced.starts)
        order = inked[np.argsort(traced.starts[inked], kind="stable")]
        document = text.document
        return cls(
            text.side,
            document.name,
            raw,
            document.sha256,
            text.language,
            traced,
            order,
            traced.starts[order].astype(np.int64),
            {sentence.origin: sentence.traced for sentence in text.sentences},
        )

    def ink(self, spans: Iterable[Span]) -> Spans:
        """The normal form of a stretch of this side."""
        return normalise_spans(self.raw, spans)

    def letters(self, spans: Spans) -> TracedText:
        """What reads at these places, after cleaning, with its provenance; no white space at the ends."""
        if spans in self.known:
            return self.known[spans]
        bounds = np.searchsorted(self.starts, [(span.start, span.stop) for span in spans])
        found = np.sort(np.concatenate([self.order[a:b] for a, b in bounds]))
        if not len(found):
            return self.traced[:0]
        runs = np.split(found, np.flatnonzero(np.diff(found) > 1) + 1)
        pieces = [self.traced[int(runs[0][0]) : int(runs[0][-1]) + 1]]
        for before, run in pairwise(runs):
            gap = self.traced[int(before[-1]) + 1 : int(run[0])]
            if not gap.text.strip():
                pieces.append(gap)
            pieces.append(self.traced[int(run[0]) : int(run[-1]) + 1])
        whole = TracedText.join(pieces)
        first = len(whole) - len(whole.text.lstrip())
        return whole[first : first + len(whole.text.strip())]

    def text(self, spans: Spans) -> str:
        """What reads at these places, after cleaning."""
        return self.letters(spans).text

    def quote(self, spans: Spans) -> str:
        """What the raw file holds at these places."""
        return "".join(span.of(self.raw) for span in spans)

    def holds(self, spans: Spans) -> bool:
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
    def _lines(self) -> list[int]:
        return [0, *(at + 1 for at, character in enumerate(self.raw) if character == "\n")]

    def line(self, offset: int) -> int:
        """The number of the file's line that holds this code point, from 1."""
        return bisect_right(self._lines, offset)

    @cached_property
    def _sentences(self) -> tuple[list[int], list[int]]:
        """Where the sentences begin, ascending, and where each ends."""
        bounds = sorted((min(spans).start, max(span.stop for span in spans)) for spans in self.known)
        return [start for start, _ in bounds], [stop for _, stop in bounds]

    def whole(self, spans: Spans) -> bool:
        """Whether these places hold a sentence from end to end, as the text was split."""
        starts, stops = self._sentences
        first, last = min(spans).start, max(span.stop for span in spans)
        inside = range(bisect_left(starts, first), bisect_left(starts, last))
        return any(stops[number] <= last for number in inside)

    def where(self, spans: Spans) -> str:
        """The place in words, for a person with the file before them."""
        if not spans:
            return ""
        first, last = min(spans), max(spans, key=lambda span: span.stop)
        lines = self.line(first.start), self.line(max(last.stop - 1, first.start))
        lined = f"line {lines[0]}" if lines[0] == lines[1] else f"lines {lines[0]}\N{EN DASH}{lines[1]}"
        return f"{self.name}, {lined}, characters {first.start}\N{EN DASH}{last.stop}"
