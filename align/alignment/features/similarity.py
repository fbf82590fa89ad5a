"""Feature group: cosines of the two sides, compared with those of adjacent sentences (margin scoring)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges, windows
from align.alignment.features.document_pair import Columns, DocumentPair, window_vectors
from align.alignment.pooling import Matrix

JOINED_POSTERIOR = 1e-2
"""Posterior of the first pass (fraction 0-1) from which a bead's sentences are encoded as one string."""

Floats = NDArray[np.float64]


def similarity(pair: DocumentPair, edges: Edges) -> Columns:
    """Cosines of each pair and of the sentences before and after it.

    ``similarity.cosine``: of the two sides. ``similarity.least``: of the sentence that fits the other side
    worst. ``similarity.cosine.sized``: the cosine times the size of the bead. ``similarity.beside.sized``:
    the same of the mean cosine with the sentences before and after the partner (after Artetxe and Schwenk,
    2019, and Liu and Zhu, 2022). ``similarity.pull``: by how much a first or last sentence fits the sentence
    beyond the partner better than the partner, at most.
    """
    likely = edges.posterior >= JOINED_POSTERIOR
    source = window_vectors(pair.source, windows(0, edges), pair.encoder, likely)
    target = window_vectors(pair.target, windows(1, edges), pair.encoder, likely)
    texts = pair.source.vectors, pair.target.vectors
    cosines = np.einsum("kd,kd->k", source, target, dtype=np.float64)
    size = edges.sizes.sum(axis=1) / 2
    return {
        "similarity.cosine": cosines,
        "similarity.least": np.minimum(
            _worst(texts[0], windows(0, edges), target), _worst(texts[1], windows(1, edges), source)
        ),
        "similarity.cosine.sized": size * cosines,
        "similarity.beside.sized": size * _beside(texts, edges, (source, target)),
        "similarity.pull": np.maximum(_pull(texts, edges, 0, target), _pull(texts, edges, 1, source)),
    }


def _beside(texts: tuple[Matrix, Matrix], edges: Edges, joined: tuple[Matrix, Matrix]) -> Floats:
    """Mean cosine of each side with the sentences before and after the other one, 0 where there are none."""
    sums, counts = np.zeros(len(edges)), np.zeros(len(edges))
    for side, other in ((0, 1), (1, 0)):
        for sentence in (edges.start[:, other] - 1, edges.stop[:, other]):
            cosines, exists = _cosine_with(joined[side], texts[other], sentence)
            sums += cosines
            counts += exists
    return np.asarray(sums / np.maximum(counts, 1))


def _worst(vectors: Matrix, where: Sequence[tuple[int, int]], partners: Matrix) -> Floats:
    """The least cosine of a sentence of each window with the window's partner, shape ``(k,)``."""
    return np.array(
        [
            (vectors[start:stop] @ partner).min()
            for (start, stop), partner in zip(where, partners, strict=True)
        ],
        dtype=np.float64,
    )


def _pull(texts: tuple[Matrix, Matrix], edges: Edges, side: int, partners: Matrix) -> Floats:
    """Of each pair, the ``similarity.pull`` of the first and last sentence of one side; 0 or more."""
    gains = np.zeros(len(edges))
    outermost = (
        (edges.start[:, side], edges.start[:, 1 - side] - 1),
        (edges.stop[:, side] - 1, edges.stop[:, 1 - side]),
    )
    for sentence, beyond in outermost:
        own = texts[side][sentence]
        cosines, exists = _cosine_with(own, texts[1 - side], beyond)
        gain = cosines - np.einsum("kd,kd->k", own, partners, dtype=np.float64)
        gains = np.where(exists, np.maximum(gains, gain), gains)
    return gains


def _cosine_with(
    rows: Matrix, vectors: Matrix, sentence: NDArray[np.int64]
) -> tuple[Floats, NDArray[np.bool_]]:
    """Cosine of each row with one sentence of the other side, and whether it exists (else 0)."""
    exists = (sentence >= 0) & (sentence < len(vectors))
    cosines = np.zeros(len(rows))
    cosines[exists] = np.einsum("kd,kd->k", rows[exists], vectors[sentence[exists]])
    return cosines, exists
