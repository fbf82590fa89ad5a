"""The names of the months in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Months:
    """The twelve months.

    Attributes:
        names: In the form that a date has, lower case, from January on; empty where they are not listed.
        pattern: A regular expression for every form of every month; ``None`` where only ``names`` are known.
        stems: How the forms begin that ``pattern`` matches, and the number (1 to 12) of the month.
    """

    names: tuple[str, ...] = ()
    pattern: str | None = None
    stems: Mapping[str, int] = field(default_factory=dict)

    def number(self, written: str) -> int | None:
        """The number of a month in any of its forms, 1 to 12; ``None`` for another word."""
        lower = written.lower()
        return next(
            (number for stem, number in self.stems.items() if written == stem or lower.startswith(stem)),
            None,
        )
