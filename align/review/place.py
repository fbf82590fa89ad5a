"""Raw places: where a decision stands in the file, whatever the sentences and beads are.

A decision must find its place again in a bitext that a newer model made: other sentences, other beads, but
the same raw file. So a place is made of raw spans, and two places are the same when they cover the same
characters other than white space.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from align.errors import InvariantError
from align.text.document import Side
from align.text.span import Span

Spans = tuple[Span, ...]
"""Raw spans of one passage, in reading order."""


@dataclass(frozen=True, order=True)
class Place:
    """A passage of one side's raw file.

    Raises:
        InvariantError: If it covers no character.
    """

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
    """The sentences of a row, each by its raw spans.

    ``score``: cosine; ``confidence``: fraction 0-1; both None where a person made the pairing.

    Raises:
        InvariantError: If both sides are empty.
    """

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
        """Whether the two pair the same sentences; scores are ignored."""
        return (self.source, self.target) == (other.source, other.target)

    def unscored(self) -> Pairing:
        """The same sentences without score and confidence."""
        return Pairing(self.source, self.target)


def normalise_spans(raw: str, spans: Iterable[Span]) -> Spans:
    """The normal form of a passage: ascending spans without white space at their ends or between two."""
    return merge_spans(raw, sorted(spans))


def merge_spans(raw: str, spans: Iterable[Span]) -> Spans:
    """The same in the order given: spans trimmed, those with only white space between them joined."""
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
