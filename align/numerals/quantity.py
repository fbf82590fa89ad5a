"""A number at its place in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["digits", "roman", "word", "vague", "homonym"]
"""``vague``: words that name a number, but not always (``first``, ``one``, ``half``, ``двухэтажный``).
``homonym``: a word that is more often another word (``семью``: *by seven*, *the family*)."""

YEARS, SHORT_YEARS = range(1000, 2100), range(10, 100)
"""Years, and what they may be cut to."""


@dataclass(frozen=True)
class Quantity:
    """A number at ``start:stop`` (code points) of a text.

    Attributes:
        start: First code point.
        stop: After the last code point.
        values: All values that it may have.
        form: How it is written.
        scale: What the last word multiplies by (``two thousand``: 1000); 1 where there is no such word.
    """

    start: int
    stop: int
    values: frozenset[float]
    form: Form
    scale: float = 1

    def meets(self, other: Quantity) -> bool:
        """Whether the two can be one number."""
        return any(_same(one, another) for one in self.values for another in other.values)


def _same(one: float, other: float) -> bool:
    """Equal, or a year and its last two digits."""
    small, large = sorted((one, other))
    shortened = YEARS.start <= large < YEARS.stop and SHORT_YEARS.start <= small < SHORT_YEARS.stop
    return abs(large - small) <= 1e-9 * large or (shortened and large % 100 == small)
