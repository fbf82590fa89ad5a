"""What the network computes of each token among its neighbours, kept for the tokens that were met last.

Two convolutions let a token see four tokens on either side and no more. Where these are the same the features
are the same: in a sentence and in the window of several sentences that holds it, and in a sentence before and
after a correction elsewhere in it. Such a token is computed once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from align.embed.fixed_products import Floats
from align.embed.token_table import WIDEST, Ids

SEEN = 2 * WIDEST
"""Tokens on either side on which the features of a token depend."""
ROOM = 8192
"""Tokens that are kept, 5 KB each; when the table is full, it begins anew."""


def contexts(ids: Ids, positions: Ids) -> list[bytes]:
    """The ids of the nine tokens around each of some rising positions; four are before and behind each."""
    first, behind = positions[0] - SEEN, positions[-1] + SEEN + 1
    data = ids[first:behind].astype(np.int32).tobytes()
    size = np.dtype(np.int32).itemsize
    width = (2 * SEEN + 1) * size
    return [data[at : at + width] for at in ((positions - SEEN - first) * size).tolist()]


class ContextTable:
    """Features by context. Threads may share it; what it returns does not depend on what is kept.

    Args:
        width: Features of a token.
    """

    def __init__(self, width: int) -> None:
        self._lock = Lock()
        self._rows: dict[bytes, int] = {}
        self._features = np.empty((ROOM, width), dtype=np.float32)

    def features(self, contexts: Sequence[bytes], compute: Callable[[Ids], Floats]) -> Floats:
        """The features of some tokens, shape ``(len(contexts), width)``.

        Args:
            contexts: Of each token, at most :data:`ROOM`.
            compute: Gives the features of the tokens at some places of ``contexts``, in rising order.
        """
        with self._lock:
            if len(self._rows) + len(contexts) > ROOM:
                self._rows.clear()
            self._add(contexts, compute)
            rows: NDArray[np.intp] = np.fromiter(map(self._rows.__getitem__, contexts), dtype=np.intp)
            return self._features.take(rows, axis=0)

    def _add(self, contexts: Sequence[bytes], compute: Callable[[Ids], Floats]) -> None:
        """Compute what is not kept, each context once."""
        new: dict[bytes, int] = {}
        for place, context in enumerate(contexts):
            if context not in self._rows:
                new.setdefault(context, place)
        if new:
            first = len(self._rows)
            computed = compute(np.fromiter(new.values(), dtype=np.int64))
            self._features[first : first + len(new)] = computed
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
