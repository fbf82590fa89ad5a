"""Precision, recall and F1, as quotients of counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """Predictions that are right or wrong, and gold items that were found or missed.

    ``right`` and ``found`` may differ: two flags may be right about one error, and a null bead counts
    where it is predicted but not where it is missed.
    """

    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right,
            self.wrong + other.wrong,
            self.found + other.found,
            self.missed + other.missed,
        )

    @property
    def precision(self) -> float | None:
        """Fraction 0-1 of the predictions that are right; ``None`` where nothing was predicted."""
        return ratio(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        """Fraction 0-1 of the gold items that were found; ``None`` where there are none."""
        return ratio(self.found, self.found + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; 0 where one of them is 0 or unknown, ``None`` where both are unknown."""
        if self.precision is None and self.recall is None:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def to_json(self) -> dict[str, int | float | None]:
        """The counts and their quotients."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "right": self.right,
            "wrong": self.wrong,
            "found": self.found,
            "missed": self.missed,
        }


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of all counts."""
    return sum(counts, Counts())


def ratio(part: int, whole: int) -> float | None:
    """``part / whole``, ``None`` where there is no whole."""
    return part / whole if whole else None
