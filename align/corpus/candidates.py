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
CHUNK = 1 << 20
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
        band = signatures[:, [at - 1, at]]
        for pairs in _chunks(_pairs_of_band(band)):
            equal = (signatures[pairs[:, 0]] == signatures[pairs[:, 1]]).sum(axis=1)
            found = np.concatenate([found, pairs[equal >= MIN_EQUAL]])
        found = np.unique(found, axis=0)
    return found


def _pairs_of_band(band: NDArray[np.uint32]) -> Iterator[NDArray[np.int64]]:
    """The pairs of documents that agree in a band."""
    order = np.lexsort(band.T)
    ordered = band[order]
    starts = np.flatnonzero(np.r_[True, (ordered[1:] != ordered[:-1]).any(axis=1)])
    stops = np.r_[starts[1:], len(order)]
    for start, stop in zip(starts[stops - starts > 1], stops[stops - starts > 1], strict=True):
        group = np.sort(order[start:stop])
        if len(group) > CROWD:
            yield np.stack([np.full(len(group) - 1, group[0]), group[1:]], axis=1)
        else:
            yield group[np.stack(np.triu_indices(len(group), 1), axis=1)]


def _chunks(groups: Iterator[NDArray[np.int64]]) -> Iterator[NDArray[np.int64]]:
    """The same pairs, many at a time."""
    held, count = list[NDArray[np.int64]](), 0
    for group in groups:
        held.append(group)
        count += len(group)
        if count >= CHUNK:
            yield np.concatenate(held)
            held, count = [], 0
    if held:
        yield np.concatenate(held)
