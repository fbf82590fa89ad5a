"""Signatures -> pairs of documents that may be alike: hashing by bands (locality-sensitive hashing).

A band is two neighbouring values of a signature; documents that have one in common are compared further. Two
readings of a worn page have a quarter of their values in common, and of 128 such bands almost surely one; an
excerpt of a third has a tenth, and a band in three of four cases; unrelated letters in one of five thousand.

Bands are sorted one after the other, so that no table of all bands is held: the signatures are what needs
memory, 512 bytes a document.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

MIN_EQUAL = 5
"""Values of two signatures that must be equal."""
CROWD = 64
"""Documents with a band in common from which on each is compared with the first of them alone: letters of one
form share bands, and the pairs of many are too many."""
CHUNK = 1 << 18
"""Pairs that are looked at together."""


def candidate_pairs(signatures: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The pairs of documents that may be alike.

    Args:
        signatures: Of shape (documents, values).

    Returns:
        Shape (pairs, 2): numbers of documents, the smaller first; each pair once, in order.
    """
    found = np.empty((0, 2), np.int64)
    for at in range(signatures.shape[1]):
        band = signatures[:, at - 1].astype(np.uint64) << np.uint64(32) | signatures[:, at]
        for pairs in _pairs_of_band(band):
            for part in np.array_split(pairs, len(pairs) // CHUNK + 1):
                equal = (signatures[part[:, 0]] == signatures[part[:, 1]]).sum(axis=1)
                found = np.concatenate([found, part[equal >= MIN_EQUAL]])
        found = np.unique(found, axis=0)
    return found


def _pairs_of_band(band: NDArray[np.uint64]) -> Iterator[NDArray[np.int64]]:
    """The pairs of documents that agree in a band, in parts."""
    order = np.argsort(band, kind="stable")
    is_first = np.r_[True, band[order[1:]] != band[order[:-1]]] if len(order) else np.empty(0, bool)
    group, firsts = np.cumsum(is_first) - 1, np.flatnonzero(is_first)
    crowded = np.bincount(group)[group] > CROWD
    left = np.flatnonzero(crowded & ~is_first)
    yield np.stack([order[firsts[group[left]]], order[left]], axis=1)
    left = np.flatnonzero(~crowded)
    for distance in range(1, CROWD):
        left = left[left + distance < len(order)]
        left = left[group[left] == group[left + distance]]
        yield np.stack([order[left], order[left + distance]], axis=1)
