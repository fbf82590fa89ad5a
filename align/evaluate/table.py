"""Scores as plain text in columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from align.evaluate.beads import BeadScore
from align.evaluate.characters import CharacterScore
from align.evaluate.correction import RANKS, CorrectionScore
from align.evaluate.detection import DetectionScore
from align.evaluate.prf import Counts

_RATIOS = ("precision", "recall", "F1")
_COUNTS = ("right", "wrong", "found", "missed")


def columns(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under a heading, the first column aligned to the left, the others to the right."""
    lines = [tuple(header), *(tuple(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def bead_table(score: BeadScore) -> str:
    """Strict, lax and by type, with the confidence interval and the calibration error below."""
    rows = {"beads, strict": score.strict, "beads, lax": score.lax}
    rows |= {f"  {type_} strict": counts for type_, counts in score.by_type.items()}
    notes = []
    if score.interval:
        notes.append(f"strict F1, 95 % interval {score.interval.low:.3f}-{score.interval.high:.3f}")
    notes.append(f"calibration error of beads {fraction(score.calibration.error)}")
    return "\n".join([_counts_table(rows), *notes])


def error_table(detection: DetectionScore, correction: CorrectionScore, characters: CharacterScore) -> str:
    """Flags by kind, corrections by rank, character error rate before and after."""
    rows = {"errors found": detection.counts}
    rows |= {f"  {kind}": counts for kind, counts in detection.by_kind.items()}
    corrected = [
        f"{fraction(correction.rate(rank))} ({correction.corrected.get(rank, 0)} of {correction.errors})"
        for rank in RANKS
    ]
    notes = [
        f"corrected at rank {', '.join(map(str, RANKS))}: {', '.join(corrected)}",
        f"false alarms per 1,000 words: {_number(detection.false_alarms, 1)} ({detection.counts.wrong})",
        f"character error rate as received: {_number(characters.rate_before, 4)}",
        f"with {characters.applied} suggestions applied: {_number(characters.rate_after, 4)}",
        f"calibration error of flags: {fraction(detection.calibration.error)}",
        f"calibration error of suggestions: {fraction(correction.calibration.error)}",
    ]
    return "\n".join([_counts_table(rows), *notes])


def fraction(value: float | None) -> str:
    """Three decimals; a dash for ``None``."""
    return _number(value, 3)


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _counts_table(rows: Mapping[str, Counts]) -> str:
    return columns(
        ("", *_RATIOS, *_COUNTS),
        (
            (
                name,
                *(fraction(value) for value in (counts.precision, counts.recall, counts.f1)),
                *(str(value) for value in (counts.right, counts.wrong, counts.found, counts.missed)),
            )
            for name, counts in rows.items()
        ),
    )
