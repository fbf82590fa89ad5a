"""Flags against gold errors: were they found, and was the rest left in peace."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from align.evaluate.calibration import Calibration
from align.evaluate.gold_errors import GoldError
from align.evaluate.overlap import THRESHOLD, FlagOverlap, flag_overlaps
from align.evaluate.prf import Counts
from align.flag import Flag


@dataclass(frozen=True)
class DetectionScore:
    """Counts of flags and gold errors; adding two scores pools their documents.

    ``by_kind``: flags of that kind, and the gold errors *they* find, of all there are.
    ``tokens``: words of the text that was judged.
    """

    counts: Counts = Counts()
    by_kind: Mapping[str, Counts] = field(default_factory=dict)
    tokens: int = 0
    calibration: Calibration = Calibration()

    def __add__(self, other: DetectionScore) -> DetectionScore:
        kinds = sorted(self.by_kind.keys() | other.by_kind.keys())
        return DetectionScore(
            self.counts + other.counts,
            {kind: self.of_kind(kind) + other.of_kind(kind) for kind in kinds},
            self.tokens + other.tokens,
            self.calibration + other.calibration,
        )

    def of_kind(self, kind: str) -> Counts:
        """Counts of one kind of flag; a kind that never came misses every error."""
        return self.by_kind.get(kind, Counts(missed=self.counts.found + self.counts.missed))

    @property
    def false_alarms(self) -> float | None:
        """Wrong flags per 1,000 tokens."""
        return 1000 * self.counts.wrong / self.tokens if self.tokens else None

    def to_json(self) -> dict[str, object]:
        """All of it, ready for ``json.dumps``."""
        return self.counts.to_json() | {
            "false_alarms_per_1000_tokens": self.false_alarms,
            "tokens": self.tokens,
            "by_kind": {kind: counts.to_json() for kind, counts in self.by_kind.items()},
            "calibration": self.calibration.to_json(),
        }


def score_detection(flags: Collection[Flag], gold: Sequence[GoldError], *, tokens: int) -> DetectionScore:
    """Flags of kinds ``ocr.…`` against the stretches that count.

    From confidence .5 on a flag is right when it overlaps an error, and an error is found when such a
    flag overlaps it; flags that touch only other stretches are ignored. The calibration judges every
    flag that was handed in, the less sure ones too.
    """
    judged = [touch for touch in flag_overlaps(flags, gold) if not touch.ignored]
    sure = [touch for touch in judged if touch.flag.confidence >= THRESHOLD]
    errors = sum(stretch.counts for stretch in gold)
    kinds = sorted({touch.flag.kind for touch in sure})
    return DetectionScore(
        counts=_counts(sure, errors),
        by_kind={kind: _counts([t for t in sure if t.flag.kind == kind], errors) for kind in kinds},
        tokens=tokens,
        calibration=Calibration(tuple((touch.flag.confidence, bool(touch.errors)) for touch in judged)),
    )


def _counts(sure: Sequence[FlagOverlap], errors: int) -> Counts:
    right = sum(bool(touch.errors) for touch in sure)
    found = len({stretch for touch in sure for stretch in touch.errors})
    return Counts(right, len(sure) - right, found, errors - found)
