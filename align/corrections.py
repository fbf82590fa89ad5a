"""Flags -> the raw text with their readings in it, and an apparatus of what was changed.

Only what a flag's spans cover is touched: no space is folded, no line joined around them. A reading
that stands for several spans (a word cut by a page's end) goes to the first in reading order; the
others are emptied.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from align.errors import InvariantError
from align.flag import Flag
from align.text.sentence import Sentence
from align.text.span import Span


@dataclass(frozen=True)
class AppliedCorrection:
    """One entry of the apparatus: ``old`` stood at ``spans`` of the raw file, now ``new`` does.

    ``confidence``: fraction 0-1, that ``new`` is the right reading; ``reason``: the flag's words.
    """

    spans: tuple[Span, ...]
    old: str
    new: str
    confidence: float
    reason: str


def apply_flags(
    raw: str, flags: Iterable[Flag], min_confidence: float = 0.9
) -> tuple[str, tuple[AppliedCorrection, ...]]:
    """``raw`` with every first suggestion that is at least so sure, and what was changed, in order.

    The flags are those of the side that ``raw`` holds. Where two would change the same character the
    surer suggestion stands and the other is left out whole.
    """
    sure = [flag for flag in flags if flag.suggestions and flag.suggestions[0].confidence >= min_confidence]
    _check_inside(sure, len(raw))
    changes = [_change(raw, flag) for flag in compatible(sure)]
    changes = sorted((change for change in changes if _alters(change)), key=lambda change: min(change.spans))
    return rewrite(raw, {span: text for change in changes for span, text in _edits(change)}), tuple(changes)


def sentences_corrected(
    sentences: Sequence[Sentence], flags: Iterable[Flag], min_confidence: float = 0.9
) -> list[str]:
    """The texts of one side's sentences with every first suggestion that is at least so sure.

    ``flags``: of that side. One that reaches beyond its sentence is left out.
    """
    sure = [flag for flag in flags if flag.suggestions and flag.suggestions[0].confidence >= min_confidence]
    edits: dict[int, dict[Span, str]] = {}
    for flag in compatible(sure):
        place = sentences[flag.sentence].locate(flag.spans)
        if place is not None:
            edits.setdefault(flag.sentence, {})[Span(*place)] = flag.suggestions[0].text
    return [rewrite(sentence.text, edits.get(at, {})) for at, sentence in enumerate(sentences)]


def compatible(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Flags with suggestions, surest first suggestion first, none on a character another has taken."""
    readings = [flag for flag in flags if flag.suggestions]
    readings.sort(key=lambda flag: (-flag.suggestions[0].confidence, -flag.confidence, flag.spans))
    taken: list[Span] = []
    kept = []
    for flag in readings:
        places = [(span, bisect_left(taken, span)) for span in flag.spans]
        if any(_meets(taken, span, at) for span, at in places):
            continue
        kept.append(flag)
        for span in flag.spans:
            taken.insert(bisect_left(taken, span), span)
    return tuple(kept)


def rewrite(raw: str, edits: Mapping[Span, str]) -> str:
    """``raw`` with each span's text put in its place; the spans do not overlap."""
    pieces, at = [], 0
    for span in sorted(edits):
        if span.start < at:
            raise InvariantError(f"two edits claim characters {span.start}:{at}")
        pieces += [raw[at : span.start], edits[span]]
        at = span.stop
    return "".join([*pieces, raw[at:]])


def _meets(taken: list[Span], span: Span, at: int) -> bool:
    """Whether ``span`` shares a character with its neighbours in the sorted ``taken``."""
    return any(other.overlaps(span) for other in taken[max(at - 1, 0) : at + 1])


def _change(raw: str, flag: Flag) -> AppliedCorrection:
    best = flag.suggestions[0]
    old = "".join(span.of(raw) for span in flag.spans)
    return AppliedCorrection(flag.spans, old, best.text, best.confidence, flag.reason)


def _alters(change: AppliedCorrection) -> bool:
    """A reading equal to its one span changes nothing; joining several spans always does."""
    return len(change.spans) > 1 or change.old != change.new


def _edits(change: AppliedCorrection) -> tuple[tuple[Span, str], ...]:
    first, *others = change.spans
    return ((first, change.new), *((span, "") for span in others))


def _check_inside(flags: Iterable[Flag], length: int) -> None:
    for flag in flags:
        if max(span.stop for span in flag.spans) > length:
            raise InvariantError(
                f"flag {flag.text!r} at {flag.spans[0].start} leaves the file of {length} characters: "
                "is it another file's?"
            )
