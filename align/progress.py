"""How far a run is: the stage, how much of it is done, and how long the rest of it may take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic


@dataclass(frozen=True)
class Step:
    """A moment of a run.

    Attributes:
        stage: What the run does now.
        done: How much of the stage is done, in units.
        total: How much there is; 0 where nothing is counted.
        unit: What is counted, in the plural.
        seconds_left: What the rest of the stage takes at the speed so far; ``None`` where it is unknown.

    Example:
        >>> print(Step("encoding sentences", 512, 2048, "sentences", 6.2))
        encoding sentences: 512 of 2048 sentences, 6 s left
        >>> print(Step("aligning"))
        aligning
    """

    stage: str
    done: int = 0
    total: int = 0
    unit: str = ""
    seconds_left: float | None = None

    def __str__(self) -> str:
        counted = f": {self.done} of {self.total} {self.unit}" if self.total else ""
        left = "" if self.seconds_left is None else f", {duration(self.seconds_left)} left"
        return f"{self.stage}{counted}{left}"


Progress = Callable[[Step], None]
"""Called as each stage begins, and whenever more of it is done."""


def no_progress(_step: Step) -> None:
    """Ignore a step."""


def duration(seconds: float) -> str:
    """A length of time for people.

    Example:
        >>> duration(6.2), duration(80), duration(4000)
        ('6 s', '1 min 20 s', '1 h 07 min')
    """
    whole = round(seconds)
    minutes, hours = whole // 60, whole // 3600
    if hours:
        return f"{hours} h {minutes % 60:02} min"
    return f"{minutes} min {whole % 60:02} s" if minutes else f"{whole} s"


class Reporter:
    """Tells a listener how far a run is; the time left is that of the stage, at its speed so far.

    Args:
        listener: Is called with each step.
    """

    def __init__(self, listener: Progress = no_progress) -> None:
        self._listener = listener
        self._stage, self._left = "", 0

    def begin(self, stage: str) -> None:
        """Begin a stage."""
        self._stage, self._left = stage, 0
        self._listener(Step(stage))

    def counter(self, total: int, unit: str) -> Callable[[int], None]:
        """Begin to count in this stage; a count inside another one is not told.

        Args:
            total: How much there is to do.
            unit: What is counted, in the plural.

        Returns:
            What is to be called with the number of units that are done since the last call.
        """
        if self._left:
            return ignore
        began = monotonic()
        self._left = total
        self._listener(Step(self._stage, 0, total, unit))

        def advance(more: int) -> None:
            self._left -= more
            done, passed = total - self._left, monotonic() - began
            seconds = passed * self._left / done if done else None
            self._listener(Step(self._stage, done, total, unit, seconds))

        return advance


def ignore(_more: int) -> None:
    """Count nothing."""
