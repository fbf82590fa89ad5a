"""Vectors of sentences without what the sentences of a text have in common.

All sentences of one side share something: their language, the subject of the text, the kind of its print. It
makes the vectors of any two of them alike, and hides which of them translate each other. So the mean of the
side is subtracted, and the directions in which the sentences of both sides vary most are shortened (a partial
whitening; Mu and Viswanath, 2018, and Su et al., 2021, do so with vectors of words and of sentences). What
is shared is estimated on the text itself, so this works with any encoder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.alignment.pooling import Matrix, unit_rows

FEW = 20
"""Sentences at which half of the mean is subtracted: the mean of a few is mostly what they say."""

PRIOR = 500
"""Sentences that vary alike in all directions, with which the variances are estimated."""

EXPONENT = 0.1
"""A direction is divided by this power of its variance; 0.5 would make all variances equal."""


@dataclass(frozen=True, eq=False)
class Whitening:
    """What is taken from the vectors of one side.

    Attributes:
        mean: what is subtracted from each vector, float32, shape ``(dim,)``.
        directions: orthogonal unit vectors, float32, shape ``(k, dim)``.
        factors: what is multiplied with the vectors along these directions, float32, shape ``(k,)``.
    """

    mean: Matrix
    directions: Matrix
    factors: Matrix

    @classmethod
    def none(cls, dimensions: int) -> Whitening:
        """Leaves the vectors as they are."""
        mean, factors = np.zeros(dimensions, dtype=np.float32), np.zeros(0, dtype=np.float32)
        return cls(mean, np.zeros((0, dimensions), dtype=np.float32), factors)

    def changed(self, vectors: Matrix) -> Matrix:
        """Of any vectors of sentences of this side, shape ``(k, dim)``; their lengths vary."""
        return self._scaled(vectors - self.mean, self.factors)

    def restored(self, changed: Matrix, weight: Matrix) -> Matrix:
        """What weighted sums of changed vectors were before, shape ``(k, dim)``.

        Args:
            changed: the sums, shape ``(k, dim)``.
            weight: sum of the weights in each, shape ``(k,)``; of single vectors 1.
        """
        return self._scaled(changed, np.float32(1) / self.factors) + weight[:, None] * self.mean

    def _scaled(self, vectors: Matrix, factors: Matrix) -> Matrix:
        along = vectors @ self.directions.T
        return np.asarray(vectors + (along * (factors - 1)) @ self.directions)


def whitenings(sides: Sequence[tuple[Sequence[str], Matrix]]) -> list[Whitening]:
    """Of the two sides of a text, each with its sentences and their vectors.

    The directions are those of both sides; of a text with an empty side nothing is changed.
    """
    if not all(len(vectors) for _, vectors in sides):
        return [Whitening.none(vectors.shape[1]) for _, vectors in sides]
    distinct = [vectors[distinct_sentences(sentences)] for sentences, vectors in sides]
    means = [vectors.sum(axis=0) / (len(vectors) + FEW) for vectors in distinct]
    relative = [unit_rows(vectors - mean) for vectors, mean in zip(distinct, means, strict=True)]
    directions, factors = _directions(np.concatenate(relative))
    return [Whitening(mean, directions, factors) for mean in means]


def distinct_sentences(sentences: Sequence[str]) -> list[int]:
    """An index of each distinct sentence."""
    return list({sentence: at for at, sentence in enumerate(sentences)}.values())


def _directions(vectors: Matrix) -> tuple[Matrix, Matrix]:
    """Directions of variance of unit rows, and the factor of each relative to a direction without any."""
    count, dimensions = vectors.shape
    if count < dimensions:
        squares, left = np.linalg.eigh((vectors @ vectors.T).astype(np.float64))
        right = (vectors.T @ left).T / np.sqrt(np.maximum(squares, 1e-12))[:, None]
    else:
        squares, columns = np.linalg.eigh((vectors.T @ vectors).astype(np.float64))
        right = columns.T
    known = squares > 1e-6 * squares[-1]
    variances = 1 + squares[known] * dimensions / PRIOR
    return right[known].astype(np.float32), (variances**-EXPONENT).astype(np.float32)
