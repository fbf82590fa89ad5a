"""Editors' insertions in brackets, which are no OCR errors."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

MAX_INSERTION = 300
"""Characters of an insertion; brackets further apart are not taken for a pair."""

_INSERTION = re.compile(rf"\S*\[[^\[\]]{{1,{MAX_INSERTION}}}\]\S*|\w+\(\w+\)[.,;:]?")
"""``[Stalin]``, ``Typ[ed by]``, ``[the possibility],`` and ``VKP(b)``, each with the word around it."""


def insertions(sentences: Sequence[str]) -> tuple[tuple[range, ...], ...]:
    """The insertions of each sentence.

    Args:
        sentences: Texts of one side, in order; an insertion may go on from one to the next.

    Returns:
        For each sentence ranges of code points, in order.

    Example:
        >>> insertions(["To Filippov [Stalin]."])
        ((range(12, 21),),)
    """
    text = "\n".join(sentences)
    starts = [0, *accumulate(len(sentence) + 1 for sentence in sentences)]
    found: list[list[range]] = [[] for _ in sentences]
    for match in _INSERTION.finditer(text):
        for index in range(bisect_right(starts, match.start()) - 1, len(sentences)):
            if starts[index] >= match.end():
                break
            first, last = max(match.start(), starts[index]), min(match.end(), starts[index + 1] - 1)
            found[index].append(range(first - starts[index], last - starts[index]))
    return tuple(map(tuple, found))


def inside(place: tuple[int, int], stretches: Sequence[range]) -> bool:
    """Whether the place ``(start, stop)`` of a sentence touches one of its insertions."""
    start, stop = place
    return any(start < stretch.stop and stretch.start < stop for stretch in stretches)
