"""A sentence cut into segments to be drawn: plain text, doubts, corrections; word by word on request.

Segments are all that a browser receives of a text: it draws them and refers to them by id, so no offset
crosses from Python's strings (code points) to JavaScript's (UTF-16). An id is the side's letter and the raw
offset of the segment's first character.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.review.doubts import Doubt
from align.review.marks import Mark, marks, ranges
from align.review.patch import Verdict
from align.review.place import Place, Spans
from align.review.state import State
from align.text.document import Side
from align.text.trace import TracedText


@dataclass(frozen=True)
class Segment:
    """``text`` as shown; ``old``: as read, where a correction replaces it; ``spans``: its raw places.

    ``doubt``: id of the flag on it. ``verdict``: the reviewer's decision on it.
    """

    id: str
    text: str
    spans: Spans
    old: str | None = None
    doubt: str | None = None
    verdict: Verdict | None = None


def segments(
    state: State, side: Side, sentence: Spans, doubts: Sequence[Doubt], *, words: bool = False
) -> list[Segment]:
    """Cut a sentence into segments.

    Args:
        state: The review as it stands.
        side: The sentence's side.
        sentence: Its raw spans.
        doubts: Those to be marked; doubts of other sentences are ignored.
        words: Cut plain text into words, each with the space after it.

    Returns:
        The segments in reading order; their texts joined are the corrected sentence.
    """
    traced = state.side_views[side].traced_text(sentence)
    found: list[Segment] = []
    at = 0
    for mark in marks(state, side, traced, sentence, doubts, words=words):
        found += _plain(side, traced, at, mark.start, words=words)
        found.append(_marked(traced, mark, sentence))
        at = mark.stop
    return found + _plain(side, traced, at, len(traced), words=words)


def corrected_sentence(state: State, side: Side, sentence: Spans) -> str:
    """The text of a sentence with the reviewer's corrections in it."""
    if not state.verdicts or not state.verdict_index.overlapping(Place(side, sentence)):
        return state.side_views[side].text(sentence)
    return shown(segments(state, side, sentence, ()))


def shown(found: Sequence[Segment]) -> str:
    """The text of some segments as a reader sees it."""
    return "".join(segment.text for segment in found)


def _plain(side: Side, traced: TracedText, start: int, stop: int, *, words: bool) -> list[Segment]:
    return [
        Segment(_id(side, traced, a), traced.text[a:b], traced.spans(a, b))
        for a, b in ranges(traced.text, start, stop, words=words)
    ]


def _marked(traced: TracedText, mark: Mark, sentence: Spans) -> Segment:
    """The segment of a mark. A correction of several sentences is shown in the first, empty in the others."""
    old = traced.text[mark.start : mark.stop]
    new: str | None = None
    if mark.verdict is not None and mark.verdict.text is not None:
        first = mark.place.spans[0]
        here = any(first.overlaps(span) for span in sentence)
        new = mark.verdict.text if here else ""
    return Segment(
        _id(mark.place.side, traced, mark.start),
        old if new is None else new,
        traced.spans(mark.start, mark.stop),
        None if new is None else old,
        mark.doubt,
        mark.verdict,
    )


def _id(side: Side, traced: TracedText, at: int) -> str:
    return f"{side[0]}{int(traced.starts[at])}"
