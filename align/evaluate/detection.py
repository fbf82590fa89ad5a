"""Flags against gold errors: how many errors were found, and how many flags were false alarms."""

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

    Attributes:
        counts: Of all kinds of flags.
        by_kind: Flags of a kind, and the gold errors that they find, of all gold errors.
        tokens: Words of the text that was searched.
        calibration: Of the flags' confidences.
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
        """Counts of one kind of flag; a kind without flags misses every error."""
        return self.by_kind.get(kind, Counts(missed=self.counts.found + self.counts.missed))

    @property
    def false_alarms(self) -> float | None:
        """Wrong flags per 1,000 tokens."""
        return 1000 * self.counts.wrong / self.tokens if self.tokens else None

    def to_json(self) -> dict[str, object]:
        """All figures, as values that ``json.dumps`` takes."""
        return self.counts.to_json() | {
            "false_alarms_per_1000_tokens": self.false_alarms,
            "tokens": self.tokens,
            "by_kind": {kind: counts.to_json() for kind, counts in self.by_kind.items()},
            "calibration": self.calibration.to_json(),
        }


def score_detection(flags: Collection[Flag], gold: Sequence[GoldError], *, tokens: int) -> DetectionScore:
    """Flags of kinds ``ocr.…`` against the gold errors that are scored.

    A flag of confidence .5 or more is right where it overlaps an error; an error is found where such a flag
    overlaps it. Flags that overlap only errors of other kinds are ignored.

    Args:
        flags: Of one raw file, of every confidence: the calibration is measured on all of them.
        gold: The errors of that file.
        tokens: Words of the text that was searched.
    """
    scored = [one for one in flag_overlaps(flags, gold) if not one.ignored]
    certain = [one for one in scored if one.flag.confidence >= THRESHOLD]
    errors = sum(error.counts for error in gold)
    kinds = sorted({one.flag.kind for one in certain})
    return DetectionScore(
        counts=_counts(certain, errors),
        by_kind={kind: _counts([one for one in certain if one.flag.kind == kind], errors) for kind in kinds},
        tokens=tokens,
        calibration=Calibration(tuple((one.flag.confidence, bool(one.errors)) for one in scored)),
    )


def _counts(overlaps: Sequence[FlagOverlap], errors: int) -> Counts:
    """``errors``: how many there are to find."""
    right = sum(bool(one.errors) for one in overlaps)
    found = len({error for one in overlaps for error in one.errors})
    return Counts(right, len(overlaps) - right, found, errors - found)
