"""Counts of pairs and triples as sorted arrays, and the back-off probabilities they give."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from align.user_cache import Arrays

BITS = 20
"""Bits of one token's number inside a key; a table holds at most 2**20 different tokens."""

Keys = NDArray[np.uint64]
Ids = NDArray[np.int64]
Floats = NDArray[np.float64]
Steps = NDArray[np.uint8]


def pair(first: Ids, second: Ids) -> Keys:
    """One key for two token numbers."""
    return (first.astype(np.uint64) << np.uint64(BITS)) | second.astype(np.uint64)


def pack(keys: Keys) -> NDArray[np.uint8]:
    """Sorted keys as differences, bytes of equal weight together: what deflate shrinks best."""
    steps = np.diff(keys, prepend=np.uint64(0)).astype("<u8")
    return np.ascontiguousarray(steps.view(np.uint8).reshape(-1, 8).T)


def unpack(planes: NDArray[np.uint8]) -> Keys:
    """The keys that ``pack`` was given."""
    return np.cumsum(np.ascontiguousarray(planes.T).view("<u8").ravel(), dtype=np.uint64)


@dataclass(frozen=True, eq=False)
class BackoffTable:
    """Absolute discounting with back-off (Ney, Essen & Kneser 1994) over token numbers.

    ``totals``: occurrences of each token, shape ``(n_tokens,)``. ``pairs``, ``triples``: sorted keys;
    beside them in the same order how often they occur, as places in ``counts``. ``discounted_pairs``,
    ``discounted_triples``: what absolute discounting leaves of each count. ``after_one``, ``after_two``:
    the share of probability left to the shorter history, after a token (by its number) and a pair (by
    its place).
    """

    totals: Floats
    counts: Floats
    discounted_pairs: Floats
    discounted_triples: Floats
    pairs: Keys
    pair_steps: Steps
    triples: Keys
    triple_steps: Steps
    after_one: Floats
    after_two: NDArray[np.float32]

    @classmethod
    def load(cls, arrays: Arrays, prefix: str) -> Self:
        """From what :meth:`opened` gives for the prefix."""
        return cls(*(arrays[f"{prefix}.{part.name}"] for part in fields(cls)))

    @classmethod
    def opened(cls, packed: Arrays, prefix: str) -> dict[str, NDArray[Any]]:
        """The fields by name, ``prefix`` before each, from arrays of the data file with that prefix."""
        pairs, triples = (unpack(packed[f"{prefix}.{keys}"]) for keys in ("pairs", "triples"))
        pair_steps, triple_steps = packed[f"{prefix}.pair_counts"], packed[f"{prefix}.triple_counts"]
        counts = packed[f"{prefix}.steps"].astype(np.float64)
        totals = packed[f"{prefix}.totals"].astype(np.float64)
        of_pairs, of_triples = (counts - _discounts(counts, by) for by in packed[f"{prefix}.discounts"])
        first = (pairs >> np.uint64(BITS)).astype(np.int64)
        place = np.searchsorted(pairs, triples >> np.uint64(BITS))
        used_one = np.bincount(first, of_pairs[pair_steps], len(totals)).astype(np.float64)
        used_two = np.bincount(place, of_triples[triple_steps], len(pairs)).astype(np.float64)
        whole = {
            "totals": totals,
            "counts": counts,
            "discounted_pairs": of_pairs,
            "discounted_triples": of_triples,
            "pairs": pairs,
            "pair_steps": pair_steps,
            "triples": triples,
            "triple_steps": triple_steps,
            "after_one": _left_over(used_one, totals),
            "after_two": _left_over(used_two, counts[pair_steps]).astype(np.float32),
        }
        return {f"{prefix}.{name}": array for name, array in whole.items()}

    def probabilities(self, first: Ids, second: Ids, third: Ids, shorter: Floats) -> Floats:
        """P(third | first, second), ``shorter`` being its probability without a history; all ``(n,)``."""
        history = pair(first, second)
        place, found = find(self.pairs, pair(second, third))
        seen = np.where(found, self.discounted_pairs[self.pair_steps[place]], 0.0)
        result = seen / np.maximum(self.totals[second], 1.0) + self.after_one[second] * shorter
        place, found = find(self.pairs, history)
        count, left = self.counts[self.pair_steps[place]], self.after_two[place]
        spot, known = find(self.triples, (history << np.uint64(BITS)) | third.astype(np.uint64))
        seen = np.where(known, self.discounted_triples[self.triple_steps[spot]], 0.0)
        longer: Floats = np.where(found, seen / count + left * result, result)
        return longer


def find(keys: NDArray[np.integer[Any]], wanted: NDArray[np.integer[Any]]) -> tuple[Ids, NDArray[np.bool_]]:
    """Where each wanted key stands (some valid place when it does not), and whether it does."""
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return place, keys[place] == wanted


def _left_over(used: Floats, totals: Floats) -> Floats:
    """The share of probability left to the shorter history; at least .01, since counts are rounded."""
    return np.maximum(1.0 - used / np.maximum(totals, 1.0), 0.01)


def _discounts(counts: Floats, by_count: NDArray[np.generic]) -> Floats:
    """What is taken from each count: by its size 1, 2, 3 or more."""
    sizes = np.minimum(counts, 3.0).astype(np.int64) - 1
    chosen: Floats = by_count.astype(np.float64)[sizes]
    return np.minimum(chosen, counts)
