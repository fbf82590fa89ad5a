"""Whether confidences are frequencies of being right: calibration error and reliability diagram."""

from __future__ import annotations

from dataclasses import dataclass

from align.errors import InvariantError
from align.evaluate.prf import ratio

BINS = 10


@dataclass(frozen=True)
class Bin:
    """The predictions with ``low <= confidence < high``; the last bin includes 1.0.

    ``confidence`` and ``accuracy`` (fractions 0-1) are the means over them.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True)
class Calibration:
    """``outcomes``: the confidence (fraction 0-1) of each prediction, and whether it was right."""

    outcomes: tuple[tuple[float, bool], ...] = ()

    def __post_init__(self) -> None:
        for confidence, _ in self.outcomes:
            if not 0.0 <= confidence <= 1.0:
                raise InvariantError(f"confidence is a fraction 0-1, got {confidence}")

    def __add__(self, other: Calibration) -> Calibration:
        return Calibration(self.outcomes + other.outcomes)

    @property
    def bins(self) -> tuple[Bin, ...]:
        """Ten bins of equal width, the empty ones left out: the points of a reliability diagram."""
        held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
        for outcome in self.outcomes:
            held[min(int(outcome[0] * BINS), BINS - 1)].append(outcome)
        return tuple(_bin(number, outcomes) for number, outcomes in enumerate(held) if outcomes)

    @property
    def error(self) -> float | None:
        """Expected calibration error (Naeini et al., 2015), fraction 0-1; ``None`` without predictions.

        The mean over the predictions of the distance between accuracy and confidence in their bin.
        """
        if not self.outcomes:
            return None
        return sum(bin_.count * abs(bin_.accuracy - bin_.confidence) for bin_ in self.bins) / len(
            self.outcomes
        )

    @property
    def accuracy(self) -> float | None:
        """Fraction 0-1 of the predictions that are right."""
        return ratio(sum(right for _, right in self.outcomes), len(self.outcomes))

    def to_json(self) -> dict[str, object]:
        """The error and the points of the reliability diagram."""
        return {
            "expected_calibration_error": self.error,
            "binning": f"{BINS} bins of equal width",
            "predictions": len(self.outcomes),
            "bins": [vars(bin_) for bin_ in self.bins],
        }


def _bin(number: int, outcomes: list[tuple[float, bool]]) -> Bin:
    count = len(outcomes)
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        count=count,
        confidence=sum(confidence for confidence, _ in outcomes) / count,
        accuracy=sum(right for _, right in outcomes) / count,
    )
