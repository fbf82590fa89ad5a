"""Cosines of the two sides of beads, and by how much they exceed those of other sentences near by."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges, windows
from align.alignment.features.document_pair import NEAR, DocumentPair
from align.alignment.pooling import Matrix

BATCH = 1024
"""Edges whose vectors are in memory together."""

SHORTEST = 1e-6
"""Product of lengths below which two vectors have no direction but that of rounding errors."""

Floats = NDArray[np.float64]
WindowSums = Callable[[Sequence[tuple[int, int]]], Matrix]


def pooled_cosines(pair: DocumentPair, edges: Edges) -> Floats:
    """Cosine of the pooled vectors of the two sides of each edge, shape ``(k,)``; NaN for nulls."""
    return _cosines(edges, pair.source.window_sums, pair.target.window_sums)


def plain_cosines(pair: DocumentPair, edges: Edges) -> Floats:
    """The same of the vectors as the encoder gives them, before they are whitened."""
    return _cosines(edges, pair.source.plain_sums, pair.target.plain_sums)


def _cosines(edges: Edges, source: WindowSums, target: WindowSums) -> Floats:
    """Cosine of the sums over the sentences of each edge; NaN for nulls."""
    cosines = np.full(len(edges), np.nan)
    pairs = np.flatnonzero(edges.pairs)
    for start in range(0, len(pairs), BATCH):
        rows = pairs[start : start + BATCH]
        some = edges.where(rows)
        one, other = source(windows(0, some)), target(windows(1, some))
        lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
        cosines[rows] = np.einsum("kd,kd->k", one, other) / np.maximum(lengths, SHORTEST)
    return cosines


def leads(pair: DocumentPair, edges: Edges) -> Floats:
    """By how much the sentences of each edge are nearer to each other than to any other sentence near by.

    For each sentence the greatest cosine with a sentence of the other side of the bead, less that with one
    outside of it; of each side the least, and the mean of the two sides. Shape ``(k,)``; 0 for nulls.
    """
    source, target = pair.source.vectors, pair.target.vectors
    found = np.zeros(len(edges))
    for at in np.flatnonzero(edges.pairs):
        (i, j), (k, m) = edges.start[at].tolist(), edges.stop[at].tolist()
        one, other = range(i, k), range(j, m)
        found[at] = (_lead(source, target, one, other) + _lead(target, source, other, one)) / 2
    return found


def _lead(own: Matrix, others: Matrix, sentences: range, partners: range) -> float:
    """The least lead of some sentences of one side; 0 where the other side has nothing but their partners."""
    near = range(max(partners.start - NEAR, 0), min(partners.stop + NEAR, len(others)))
    if len(near) == len(partners):
        return 0.0
    cosines = own[sentences.start : sentences.stop] @ others[near.start : near.stop].T
    inside = slice(partners.start - near.start, partners.stop - near.start)
    best = cosines[:, inside].max(axis=1)
    cosines[:, inside] = -1.0
    return float((best - cosines.max(axis=1)).min())
