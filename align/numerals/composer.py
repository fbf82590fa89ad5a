"""Number words in a row -> the value of the whole, as the grammar of numbers allows it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from align.lang.number_words import MIN_SCALE


@dataclass
class Composer:
    """A number that grows word by word: *two*, *two hundred*, *two hundred and five*, *205 thousand*.

    Attributes:
        years_in_pairs: Whether *nineteen fifty* is 1950.
        total: What stands before the last scale, the scale included.
        part: What stands behind it; ``None`` where nothing does.
        scale: The last multiplier; 1 where there is none.
        smallest: The last multiplier from a thousand.
        closed: Whether no number word belongs to it any more but a multiplier.
    """

    years_in_pairs: bool = False
    total: float = 0
    part: float | None = None
    scale: float = 1
    smallest: float = math.inf
    closed: bool = False

    @property
    def value(self) -> float:
        """The value of all words so far."""
        return self.total + (self.part or 0)

    @property
    def is_empty(self) -> bool:
        """Whether no word was added."""
        return self.part is None and not self.total

    def add_multiplier(self, factor: float) -> bool:
        """Add *hundred*, *dozen*, *thousand*; whether it belongs to the number."""
        before = 1 if self.part is None else self.part
        if factor < MIN_SCALE and 0 < before < 100:
            self.part = before * factor
        elif MIN_SCALE <= factor < self.smallest:
            self.total, self.part, self.smallest = self.total + before * factor, None, factor
        else:
            return False
        self.scale, self.closed = factor, factor < MIN_SCALE and factor != 100
        return True

    def add_fraction(self, fraction: float, *, joined: bool) -> bool:
        """Add *half* (``half a million``, ``two thirds``, joined ``two and a half``); whether it belongs."""
        if self.is_empty:
            self.part = fraction
        elif joined and not self.closed:
            self.part = fraction * self.smallest if self.part is None else self.part + fraction
        elif not joined and not self.total and self.part is not None and self.part < 20:
            self.part *= fraction
        else:
            return False
        self.closed = True
        return True

    def add(self, value: float) -> bool:
        """Add a number below a thousand; whether it belongs to the number."""
        part = self.part or 0
        if self.closed:
            return False
        if self.part is None or self._has_room(part, value):
            self.part = part + value
        elif self._is_year(part, value):
            self.part = part * 100 + value
        else:
            return False
        return True

    @staticmethod
    def _has_room(part: float, value: float) -> bool:
        """Whether the last digits of a number are free (``hundred`` + ``twenty`` + ``five``)."""
        if value < 10:
            return part >= 20 and part % 10 == 0 and part % 100 != 10
        return value < 100 and part >= 100 and part % 100 == 0

    def _is_year(self, part: float, value: float) -> bool:
        return self.years_in_pairs and not self.total and 11 <= part <= 20 and 10 <= value < 100
