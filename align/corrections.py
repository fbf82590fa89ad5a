"""Flags -> the raw text with their suggestions in it, and the list of what was changed.

Only the characters of a flag's spans are changed: no space is folded, no line joined around them. A word that
a line, a page or a soft hyphen breaks becomes whole, see :mod:`align.broken_words`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from align.broken_words import edits_of
from align.errors import InvariantError
from align.flag import Flag
from align.text.sentence import Sentence
from align.text.span import Span

RATHER_RIGHT = 0.5
"""Confidence of a suggestion above which applying it mends more than it damages."""


@dataclass(frozen=True)
class AppliedCorrection:
    """One change: the text ``old`` at ``spans`` of the raw file was replaced by ``new``.

    ``confidence``: fraction 0-1, that ``new`` is right; ``reason``: the flag's, for people.
    """

    spans: tuple[Span, ...]
    old: str
    new: str
    confidence: float
    reason: str


def apply_flags(
    raw: str, flags: Iterable[Flag], min_confidence: float = 0.9
) -> tuple[str, tuple[AppliedCorrection, ...]]:
    """Replace flagged text by the first suggestion of each flag that is certain enough.

    A suggestion that is rather wrong than right is never applied, whatever the bar. Of two flags on the
    same character the one with the more certain suggestion is applied; the other is left out whole.

    Args:
        raw: The raw file.
        flags: Flags of the side that the file holds.
        min_confidence: The least confidence of a suggestion, fraction 0-1.

    Returns:
        The corrected text, and the changes in the order of the file.

    Raises:
        InvariantError: A flag's spans leave the file.

    Example:
        >>> from align.flag import Suggestion
        >>> flag = Flag(
        ...     "source", 0, (Span(0, 3),), "Баш", "ocr.real-word", 0.9, "…", (Suggestion("Ваш", 0.95),)
        ... )
        >>> apply_flags("Баш ответ получил.", [flag])[0]
        'Ваш ответ получил.'
    """
    certain = _certain(flags, min_confidence)
    _check_inside(certain, len(raw))
    changes = [_change(raw, flag) for flag in compatible(certain)]
    changes = sorted((change for change in changes if _alters(change)), key=lambda change: min(change.spans))
    return rewrite(raw, edits_of(raw, [(change.spans, change.new) for change in changes])), tuple(changes)


def sentences_corrected(
    sentences: Sequence[Sentence], flags: Iterable[Flag], min_confidence: float = 0.9
) -> list[str]:
    """The texts of sentences with the first suggestion of each flag that is certain enough.

    Args:
        sentences: Of one side, in order.
        flags: Flags of that side; spans outside the flag's sentence are ignored.
        min_confidence: The least confidence of a suggestion, fraction 0-1.
    """
    edits: dict[int, dict[Span, str]] = {}
    for flag in compatible(_certain(flags, min_confidence)):
        place = sentences[flag.sentence].locate(flag.spans)
        if place is not None:
            edits.setdefault(flag.sentence, {})[Span(*place)] = flag.suggestions[0].text
    return [rewrite(sentence.text, edits.get(at, {})) for at, sentence in enumerate(sentences)]


def compatible(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """The flags that can be applied together: no two share a character.

    Returns:
        Flags with suggestions, the most certain first suggestion first; each is kept unless it shares a
        character with one before it.
    """
    ranked = [flag for flag in flags if flag.suggestions]
    ranked.sort(key=lambda flag: (-flag.suggestions[0].confidence, -flag.confidence, flag.spans))
    taken: list[Span] = []
    kept = []
    for flag in ranked:
        places = [(span, bisect_left(taken, span)) for span in flag.spans]
        if any(_overlaps(taken, span, at) for span, at in places):
            continue
        kept.append(flag)
        for span in flag.spans:
            taken.insert(bisect_left(taken, span), span)
    return tuple(kept)


def rewrite(raw: str, edits: Mapping[Span, str]) -> str:
    """The text with each span replaced.

    Args:
        raw: Any text.
        edits: Place in it -> what to put there; an empty place inserts.

    Raises:
        InvariantError: Two places overlap.

    Example:
        >>> rewrite("Баш ответ", {Span(0, 1): "В"})
        'Ваш ответ'
    """
    pieces, at = [], 0
    for span in sorted(edits):
        if span.start < at:
            raise InvariantError(f"two edits claim characters {span.start}:{at}")
        pieces += [raw[at : span.start], edits[span]]
        at = span.stop
    return "".join([*pieces, raw[at:]])


def _certain(flags: Iterable[Flag], min_confidence: float) -> list[Flag]:
    """The flags whose first suggestion is certain enough, and rather right than wrong."""
    return [
        flag
        for flag in flags
        if flag.suggestions
        and flag.suggestions[0].confidence >= min_confidence
        and flag.suggestions[0].confidence > RATHER_RIGHT
    ]


def _overlaps(taken: Sequence[Span], span: Span, at: int) -> bool:
    """Whether ``span``, which would be number ``at`` of the sorted ``taken``, overlaps one beside it."""
    return any(other.overlaps(span) for other in taken[max(at - 1, 0) : at + 1])


def _change(raw: str, flag: Flag) -> AppliedCorrection:
    best = flag.suggestions[0]
    old = "".join(span.of(raw) for span in flag.spans)
    return AppliedCorrection(flag.spans, old, best.text, best.confidence, flag.reason)


def _alters(change: AppliedCorrection) -> bool:
    """Whether the text differs afterwards: several spans that are joined always do."""
    return len(change.spans) > 1 or change.old != change.new


def _check_inside(flags: Iterable[Flag], length: int) -> None:
    for flag in flags:
        if max(span.stop for span in flag.spans) > length:
            raise InvariantError(
                f"flag {flag.text!r} at {flag.spans[0].start} leaves the file of {length} characters: "
                "is it another file's?"
            )
