"""Which pages of two readings are the same, by their words; some may be missing, added or moved."""

from __future__ import annotations

import re
from collections.abc import Sequence

SAME = 0.4
"""The share of common words from which two pages are the same.

Two readings of a page, one of them of a bad copy, share more than half of their words; of two pages of
letters, no more than a quarter.
"""


def same_pages(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of pages with the largest share of common words, each page in one pair at most.

    Args:
        old: The text of each page.
        new: The text of each page in the other reading.

    Returns:
        The number of the old page and of the new one, in order of the old ones.

    Example:
        >>> same_pages(["one two", "three four"], ["three four"])
        [(1, 0)]
    """
    words = [[set(re.findall(r"\w+", text)) for text in texts] for texts in (old, new)]
    shares = [
        (_share(mine, theirs), -abs(one - other), one, other)
        for one, mine in enumerate(words[0])
        for other, theirs in enumerate(words[1])
    ]
    found = dict[int, int]()
    for share, _, one, other in sorted(shares, reverse=True):
        if share >= SAME and one not in found and other not in found.values():
            found[one] = other
    return sorted(found.items())


def _share(one: set[str], other: set[str]) -> float:
    """The share of words that both have (Dice's coefficient)."""
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)
