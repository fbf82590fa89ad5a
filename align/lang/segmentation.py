"""The likeliest cut of letters into pieces, by Viterbi's algorithm."""

from __future__ import annotations

from collections.abc import Callable, Sequence

PER_LETTER = -1.3
"""log10 of the probability of a letter in a word that is on no list."""

MAX_PIECE = 24
"""Letters of a piece; no word of a text that lost its spaces is longer."""


def segmented(
    letters: str, log_probability: Callable[[str], float]
) -> tuple[Sequence[tuple[int, int]], float]:
    """The pieces whose log probabilities have the greatest sum.

    Args:
        letters: Without spaces.
        log_probability: Of a piece, any base; minus infinity for one that cannot be.

    Returns:
        Start and stop of each piece, in order, and the sum.

    Example:
        >>> segmented("abc", lambda piece: 0.0 if piece in ("a", "bc") else -9.0)
        ([(0, 1), (1, 3)], 0.0)
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for stop in range(1, len(letters) + 1):
        starts = range(max(0, stop - MAX_PIECE), stop)
        best.append(max((best[start][0] + log_probability(letters[start:stop]), start) for start in starts))
    pieces, stop = list[tuple[int, int]](), len(letters)
    while stop:
        pieces.append((best[stop][1], stop))
        stop = best[stop][1]
    return pieces[::-1], best[-1][0]
