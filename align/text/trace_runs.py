"""Provenance of a text as a short list of runs, for files."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from align.errors import InvariantError
from align.text.trace import TracedText

Run = tuple[int, int, int]
"""``(start, stop, length)``: ``length`` characters of the text stand for ``raw[start:stop]``.

Either ``length == stop - start`` and each character stands for one code point, or ``length == 1``.
"""


def to_runs(text: TracedText) -> list[Run]:
    """The provenance of a text, its longest runs first to last."""
    if not len(text):
        return []
    single = text.stops - text.starts == 1
    continues = single[1:] & single[:-1] & (text.starts[1:] == text.stops[:-1])
    borders = [0, *(np.flatnonzero(~continues) + 1).tolist(), len(text)]
    return [(int(text.starts[a]), int(text.stops[b - 1]), b - a) for a, b in pairwise(borders)]


def from_runs(text: str, runs: Iterable[Run]) -> TracedText:
    """The traced text with this provenance.

    Raises:
        InvariantError: A run is neither one character nor as long as its raw text, or the runs do not add up
            to the length of the text.
    """
    starts, stops = [], []
    for start, stop, length in runs:
        if length == stop - start:
            offsets = np.arange(start, stop, dtype=np.int32)
            starts.append(offsets)
            stops.append(offsets + np.int32(1))
        elif length == 1:
            starts.append(np.array([start], dtype=np.int32))
            stops.append(np.array([stop], dtype=np.int32))
        else:
            raise InvariantError(f"a run of {length} characters cannot stand for {start}:{stop}")
    empty = [np.zeros(0, dtype=np.int32)]
    return TracedText(text, np.concatenate(starts or empty), np.concatenate(stops or empty))
