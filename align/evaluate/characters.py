"""Character error rate, before and after the most certain suggestions are applied."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from align.corrections import apply_flags, rewrite
from align.evaluate.choice_matching import folded, truth_edits
from align.evaluate.gold_errors import GoldError
from align.flag import Flag
from align.text.span import Span


@dataclass(frozen=True)
class CharacterScore:
    """Edits (Levenshtein, 1966) from the text to the truth; adding two scores pools their documents.

    Attributes:
        before: Edits of the text as received.
        after: Edits of the text with the suggestions applied.
        length: Characters of the truth.
        applied: How many suggestions were applied.
    """

    before: int = 0
    after: int = 0
    length: int = 0
    applied: int = 0

    def __add__(self, other: CharacterScore) -> CharacterScore:
        return CharacterScore(
            self.before + other.before,
            self.after + other.after,
            self.length + other.length,
            self.applied + other.applied,
        )

    @property
    def rate_before(self) -> float | None:
        """Character error rate as received: edits for each character of the truth."""
        return self.before / self.length if self.length else None

    @property
    def rate_after(self) -> float | None:
        """Character error rate with the suggestions applied."""
        return self.after / self.length if self.length else None

    @property
    def cut(self) -> float | None:
        """Fraction of the edits that suggestions save, negative for more edits; ``None`` without edits."""
        return 1 - self.after / self.before if self.before else None

    def to_json(self) -> dict[str, int | float | None]:
        """The counts and their quotients."""
        return {
            "rate_before": self.rate_before,
            "rate_after": self.rate_after,
            "cut": self.cut,
            "edits_before": self.before,
            "edits_after": self.after,
            "characters": self.length,
            "applied": self.applied,
        }


def score_characters(
    raw: str,
    flags: Collection[Flag],
    truth: str,
    furniture: Sequence[Span] = (),
    *,
    min_confidence: float = 0.9,
) -> CharacterScore:
    """Apply first suggestions and measure against the truth.

    White space is folded and ё is е. Memory grows with the length of the text, not with its square.

    Args:
        raw: The raw file.
        flags: Flags of this file.
        truth: The text as it was typed.
        furniture: Places of page furniture, in order; they are taken out, also from the flags.
        min_confidence: The least confidence of a suggestion that is applied, fraction 0-1.
    """
    from rapidfuzz.distance import Levenshtein

    outside = [trimmed for flag in flags if (trimmed := _outside(flag, furniture))]
    changes = apply_flags(raw, outside, min_confidence)[1]
    edits = dict.fromkeys(furniture, "")
    before = folded(rewrite(raw, edits))
    for change in changes:
        edits |= dict.fromkeys(change.spans[1:], "") | {change.spans[0]: change.new}
    after, wanted = folded(rewrite(raw, edits)), folded(truth)
    return CharacterScore(
        before=Levenshtein.distance(before, wanted),
        after=Levenshtein.distance(after, wanted),
        length=len(wanted),
        applied=len(changes),
    )


def truth_of(raw: str, gold: Collection[GoldError], furniture: Sequence[Span] = ()) -> str:
    """The text as it was typed, from the gold errors: each one's truth in its place, furniture taken out."""
    outside = [error for error in gold if not any(map(error.span.overlaps, furniture))]
    return rewrite(raw, dict.fromkeys(furniture, "") | truth_edits(outside))


def _outside(flag: Flag, furniture: Sequence[Span]) -> Flag | None:
    """The flag without its characters in page furniture; ``None`` where it has no others."""
    pieces = tuple(piece for span in flag.spans for piece in _without(span, furniture))
    return replace(flag, spans=pieces) if pieces else None


def _without(span: Span, furniture: Sequence[Span]) -> list[Span]:
    """The pieces of a span outside of page furniture."""
    pieces, at = [], span.start
    first = max(bisect_right(furniture, span) - 1, 0)
    for place in furniture[first:]:
        if place.start >= span.stop:
            break
        if place.overlaps(span):
            pieces.append(Span(at, max(at, place.start)))
            at = place.stop
    pieces.append(Span(at, max(at, span.stop)))
    return [piece for piece in pieces if piece]
