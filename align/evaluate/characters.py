"""Character error rate, before and after the sure suggestions are applied."""

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
    """Edits (Levenshtein) from the text to the truth, before and after; ``length``: characters of the truth.

    ``applied``: suggestions that were. Adding two scores pools their documents.
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
        """Character error rate as received: edits per character of the truth."""
        return self.before / self.length if self.length else None

    @property
    def rate_after(self) -> float | None:
        """Character error rate with the suggestions applied."""
        return self.after / self.length if self.length else None

    @property
    def cut(self) -> float | None:
        """Fraction of the errors that went, negative where there are more; ``None`` where there were none."""
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
    """Apply first suggestions with at least this confidence and measure against the truth.

    Furniture is taken out before both measurements, with what the flags say of it. White space is
    folded, ё is е. Memory grows with the length of the text, not with its square.
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
    """The text as typed, by the gold errors alone: each stretch's truth in its place, furniture taken out."""
    outside = [stretch for stretch in gold if not any(map(stretch.span.overlaps, furniture))]
    return rewrite(raw, dict.fromkeys(furniture, "") | truth_edits(outside))


def _outside(flag: Flag, furniture: Sequence[Span]) -> Flag | None:
    """The flag without what it says of furniture; ``None`` where nothing else is left."""
    pieces = tuple(piece for span in flag.spans for piece in _without(span, furniture))
    return replace(flag, spans=pieces) if pieces else None


def _without(span: Span, furniture: Sequence[Span]) -> list[Span]:
    pieces, at = [], span.start
    first = max(bisect_right(furniture, span) - 1, 0)
    for aside in furniture[first:]:
        if aside.start >= span.stop:
            break
        if aside.overlaps(span):
            pieces.append(Span(at, max(at, aside.start)))
            at = aside.stop
    pieces.append(Span(at, max(at, span.stop)))
    return [piece for piece in pieces if piece]
