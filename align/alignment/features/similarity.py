"""Cosines of the two sides, against those with the neighbours (margin scoring)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges, windows
from align.alignment.features.document_pair import Columns, DocumentPair, window_vectors
from align.alignment.pooling import Matrix

LIKELY = 5e-3
"""Posterior of the first pass (fraction 0-1) from which a bead's sentences are encoded as one string."""


def similarity(material: DocumentPair, pairs: Edges) -> Columns:
    """Cosine of the concatenations (true ones of likely beads), and mean cosine with the sentences beside.

    ``sized``: times the size of the bead (after Artetxe and Schwenk, 2019, and Liu and Zhu, 2022).
    ``least``: of the sentences, one by one with the whole other side, the cosine of the one that fits worst.
    ``pull``: how much better a sentence at the border goes with the one beyond it, at most.
    """
    likely = pairs.posterior >= LIKELY
    source = window_vectors(material.source, windows(0, pairs), material.encoder, likely)
    target = window_vectors(material.target, windows(1, pairs), material.encoder, likely)
    cosines = np.einsum("kd,kd->k", source, target, dtype=np.float64)
    sums, counts = np.zeros(len(pairs)), np.zeros(len(pairs))
    for window, vectors, side in ((source, material.target.vectors, 1), (target, material.source.vectors, 0)):
        for neighbour in (pairs.start[:, side] - 1, pairs.stop[:, side]):
            found, there = _with_neighbour(window, vectors, neighbour)
            sums += found
            counts += there
    texts = material.source.vectors, material.target.vectors
    size = pairs.sizes.sum(axis=1) / 2
    beside = sums / np.maximum(counts, 1)
    return {
        "similarity.cosine": cosines,
        "similarity.least": np.minimum(
            _worst(material.source.vectors, windows(0, pairs), target),
            _worst(material.target.vectors, windows(1, pairs), source),
        ),
        "similarity.cosine.sized": size * cosines,
        "similarity.beside.sized": size * beside,
        "similarity.pull": np.maximum(_pull(texts, pairs, 0, target), _pull(texts, pairs, 1, source)),
    }


def _worst(vectors: Matrix, stretches: Sequence[tuple[int, int]], partners: Matrix) -> NDArray[np.float64]:
    """The least cosine of a sentence of each stretch with the stretch's partner, shape ``(k,)``."""
    return np.array(
        [
            (vectors[start:stop] @ partner).min()
            for (start, stop), partner in zip(stretches, partners, strict=True)
        ],
        dtype=np.float64,
    )


def _pull(texts: tuple[Matrix, Matrix], pairs: Edges, side: int, partners: Matrix) -> NDArray[np.float64]:
    """Of each pair, what a border sentence of ``side`` gains with the sentence next to its partner, or 0."""
    gains = np.zeros(len(pairs))
    borders = (
        (pairs.start[:, side], pairs.start[:, 1 - side] - 1),
        (pairs.stop[:, side] - 1, pairs.stop[:, 1 - side]),
    )
    for border, neighbour in borders:
        own = texts[side][border]
        found, there = _with_neighbour(own, texts[1 - side], neighbour)
        gain = found - np.einsum("kd,kd->k", own, partners, dtype=np.float64)
        gains = np.where(there, np.maximum(gains, gain), gains)
    return gains


def _with_neighbour(
    window: Matrix, vectors: Matrix, neighbour: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Cosine of each window with one sentence of the other side, 0 where there is none."""
    there = (neighbour >= 0) & (neighbour < len(vectors))
    cosines = np.zeros(len(window))
    cosines[there] = np.einsum("kd,kd->k", window[there], vectors[neighbour[there]])
    return cosines, there
