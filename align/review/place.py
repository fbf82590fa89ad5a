"""Where a decision stands: raw places, told apart by the ink they cover.

A decision must find its place again in a bitext that a newer model made: other sentences, other beads,
but the same raw file. So places are raw spans, and two are the same when they cover the same ink, whatever
white space lies between or around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from align.errors import InvariantError
from align.text.document import Side
from align.text.span import Span

Spans = tuple[Span, ...]
"""Raw places of one stretch of text, in reading order."""


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of one side's raw file."""

    side: Side
    spans: Spans

    def __post_init__(self) -> None:
        if not self.spans or not all(len(span) for span in self.spans):
            raise InvariantError(f"a place covers at least one character, got {self.spans}")

    def overlaps(self, other: Place) -> bool:
        """Whether the two share a character."""
        return self.side == other.side and any(one.overlaps(two) for one in self.spans for two in other.spans)


@dataclass(frozen=True)
class Pairing:
    """The sentences of a row, each by its raw places; ``score``, ``confidence``: where a model gave them."""

    source: tuple[Spans, ...]
    target: tuple[Spans, ...]
    score: float | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        if not self.source and not self.target:
            raise InvariantError("a pairing needs a sentence on one side at least")

    def side(self, side: Side) -> tuple[Spans, ...]:
        """Its sentences of one side."""
        return self.source if side == "source" else self.target

    def same(self, other: Pairing) -> bool:
        """Whether the two pair the same sentences, whatever a model gave them."""
        return (self.source, self.target) == (other.source, other.target)

    def unscored(self) -> Pairing:
        """The same sentences, as a person pairs them."""
        return Pairing(self.source, self.target)


def normalise_spans(raw: str, spans: Iterable[Span]) -> Spans:
    """The same stretch in its one normal form: ascending, no white space at any end or between two spans."""
    return merge_spans(raw, sorted(spans))


def merge_spans(raw: str, spans: Iterable[Span]) -> Spans:
    """The same without sorting: what is read, in the order it is read."""
    merged: list[Span] = []
    for span in spans:
        text = span.of(raw)
        start = span.stop - len(text.lstrip())
        stop = start + len(text.strip())
        if start >= stop:
            continue
        if merged and merged[-1].stop <= start and not raw[merged[-1].stop : start].strip():
            merged[-1] = Span(merged[-1].start, stop)
        else:
            merged.append(Span(start, stop))
    return tuple(merged)


def flat(sentences: Iterable[Spans]) -> Spans:
    """All spans of several sentences."""
    return tuple(span for spans in sentences for span in spans)
